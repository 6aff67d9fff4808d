import { expect, inject, it } from 'vitest';
import { describeViolations, summarise } from '../../bin/chaos/report.ts';
import { runChaos } from '../../bin/chaos/run.ts';

const LONGEST_MS = 180_000;

it(
  'exactly one true outcome comes of every command and click, whatever goes wrong',
  async () => {
    const outcome = await runChaos({ seed: 20_261_125, commands: 500, assembly: inject('assembly') });
    expect(describeViolations(outcome), summarise(outcome)).toEqual([]);
  },
  LONGEST_MS,
);
