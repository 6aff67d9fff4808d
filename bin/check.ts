import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

// The one gate: lint, types, unused code and dependencies, and all tests. Each step runs whatever failed before it;
// the last line counts the tests, and each other step as one.

const VitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-check-'));
process.on('exit', () => rmSync(directory, { recursive: true }));
const report = join(directory, 'vitest.json');

let child: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    child?.kill(signal);
    process.exit(1);
  });
}

/** Runs a tool of the project on this very Node. */
async function succeeds(name: string, tool: string, ...args: string[]): Promise<boolean> {
  console.log(`\n--- ${name}`);
  child = spawn(process.execPath, [join('node_modules', tool), ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
}

const steps = [
  await succeeds('lint and format', '@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'),
  await succeeds('types', 'typescript/bin/tsc', '--project', '.'),
  await succeeds('types of the page', 'typescript/bin/tsc', '--project', 'lib/local/page'),
  await succeeds('unused code and dependencies', 'knip/bin/knip.js'),
];
const areTestsGood = await succeeds(
  'tests',
  'vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
);

const { passed, failed } = countTests();
console.log(
  `\n${passed + steps.filter(Boolean).length} passed, ${failed + steps.filter((good) => !good).length} failed`,
);
if (failed > 0 || !areTestsGood || steps.includes(false)) process.exitCode = 1;

/** A run that failed without a failed test, in a file that does not load or a stray error, counts as one failure. */
function countTests(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = VitestReport.parse(JSON.parse(readFileSync(report, 'utf8')));
    return { passed: numPassedTests, failed: areTestsGood ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
