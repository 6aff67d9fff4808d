import { median } from '../bench/goal.ts';
import type { Memory } from './memory.ts';

/** As a row to read: memory in MB, slope in kB a minute. */
export interface Trend {
  readonly processes: number;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly slope: number;
  readonly isFlat: boolean;
}

const MOST_PERCENT = 10;
const MOST_MB = 10;

/**
 * Whether the last third of what was watched lies no more than 10 % and 10 MB above the first: with the warm-up those are
 * the last and the second quarter of the whole. Medians, because the garbage collector's waves are as high as that. In ten
 * minutes a process does hundreds of jobs, half of them between the two: a leak of 40 kB a job is seen, a smaller one in
 * a longer time.
 */
export function trendOf({ lasting, kilobytes, minutesBetween }: Memory): Trend {
  const third = Math.max(1, Math.floor(kilobytes.length / 3));
  const megabytes = (values: readonly number[]) => median(values) / 1_024;
  const [start, middle, end] = [
    megabytes(kilobytes.slice(0, third)),
    megabytes(kilobytes.slice(third, -third)),
    megabytes(kilobytes.slice(-third)),
  ];
  const isFlat = end - start <= MOST_MB && end <= start * (1 + MOST_PERCENT / 100);
  const slope = slopeOf(kilobytes) / minutesBetween;
  return {
    processes: lasting,
    start: round(start),
    middle: round(middle),
    end: round(end),
    slope: Math.round(slope),
    isFlat: lasting === 0 || isFlat,
  };
}

/** Of the straight line that fits best, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = sum(values) / values.length;
  const over = sum(values.map((value, x) => (x - middle) * (value - mean)));
  const under = sum(values.map((_, x) => (x - middle) ** 2));
  return over / under;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(megabytes: number): number {
  return Math.round(megabytes * 10) / 10;
}
