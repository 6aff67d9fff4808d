import { expect, inject, it } from 'vitest';
import { measureFrontColdStarts } from '../../bin/bench/front/cold-start.ts';
import { isMet, median } from '../../bin/bench/goal.ts';
import type { Sample } from '../../bin/bench/sample.ts';
import { takeTurns } from '../../bin/bench/take-turns.ts';
import { measureWorkerColdStart } from '../../bin/bench/worker/cold-start.ts';

const sample = (result: string, ms = 1): Sample => ({ ms, cpuMs: ms, peakKb: 1, result });
const byTime = (one: Sample, other: Sample) => one.ms / other.ms;

it('two sides run by turns, and each pair but the first gives a ratio', async () => {
  const ran: string[] = [];
  const side = (name: string, ms: number) => async () => {
    ran.push(name);
    return sample('same', ms);
  };
  expect(await takeTurns(2, [side('a', 6), side('b', 2)], byTime)).toEqual([3, 3]);
  expect(ran.join('')).toBe('ababab');
});

it('sides that come to different results are not compared', async () => {
  const sides = [async () => sample('50 lines'), async () => sample('49 lines')] as const;
  await expect(takeTurns(1, sides, byTime)).rejects.toThrow('the two sides differ');
});

it('a figure is the median, and what is no number meets no goal', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([])).toBeNaN();
  const figure = { goal: 2, unit: 'ms' } as const;
  const met = (value: number, better: 'lower' | 'higher') => isMet({ ...figure, value, better });
  expect([met(2, 'lower'), met(2.001, 'lower'), met(1.999, 'higher'), met(2, 'higher')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([met(Number.NaN, 'lower'), met(Number.NaN, 'higher')]).toEqual([false, false]);
});

// Both throw when the sides do not come to what they should.
it('the front function and the example of Bolt’s guide answer the same, and hand the same job over', async () => {
  const { cpu, memory, cpuOfVendor } = await measureFrontColdStarts(1);
  for (const [ratio = 0] of [cpu, memory]) expect(ratio).toBeGreaterThan(1);
  expect(cpuOfVendor[0]).toBeGreaterThan(0);
  expect(cpuOfVendor[0]).toBeLessThan(1);
});

it('the worker that is measured brings the page of 50 lines that was asked for', async () => {
  const [ratio = 0] = await measureWorkerColdStart(inject('assembly'), 1);
  expect(ratio).toBeGreaterThan(1);
});
