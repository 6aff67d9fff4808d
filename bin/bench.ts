import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureFrontColdStart } from './bench/front-cold-start.ts';

const PAIRS = 15;

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const figures = {
  'front.coldCpu': {
    value: median(await measureFrontColdStart(PAIRS)),
    goal: 3.0,
    better: 'lower',
    unit: '× empty',
  },
} as const;

console.table(figures);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
if (Object.values(figures).some(({ value, goal }) => value > goal)) process.exitCode = 1;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(3));
}
