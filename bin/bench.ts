import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Figure, isMet, median } from './bench/goal.ts';
import { goalsFor } from './bench/goals.ts';
import { startServer } from './bench/start-server.ts';
import { orUsage } from './or-usage.ts';

// Measures each figure by turns with what it is compared with, and says which goals are missed. Most are ratios, so
// that they mean the same on every machine. Arguments choose figures by how their names begin.

const { values: options, positionals: chosen } = orUsage('npm run bench -- [NAME…] [--json FILE]', () =>
  parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  }),
);
const server = await startServer(new URL('bench/client/canned-server.ts', import.meta.url));
const isChosen = (name: string) => chosen.length === 0 || chosen.some((start) => name.startsWith(start));

const figures: Record<string, Figure> = {};
try {
  for (const [name, { measure, goal, better, unit }] of Object.entries(goalsFor(server.url))) {
    if (!isChosen(name)) continue;
    console.error(`measuring ${name}`);
    // What cannot be measured keeps nobody from the others, and is missed.
    const values = await measure().catch((error: unknown) => {
      console.error(error);
      return [];
    });
    figures[name] = { value: median(values), goal, better, unit };
  }
} finally {
  server.close();
}

console.table(figures);
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
for (const [name, figure] of Object.entries(figures)) {
  if (isMet(figure)) continue;
  console.error(`missed: ${name} is ${figure.value}, the goal is ${figure.goal} or ${figure.better}`);
  process.exitCode = 1;
}
