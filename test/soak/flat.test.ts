import { expect, it } from 'vitest';
import { trendOf } from '../../bin/soak/flat.ts';

const MB = 1_024;
/** Ten minutes, with the waves of a garbage collector. */
const watched = (kilobytes: (minute: number) => number) => ({
  lasting: 1,
  kilobytes: Array.from({ length: 600 }, (_, second) => kilobytes(second / 60) + (second % 7) * MB),
  minutesBetween: 1 / 60,
});

it('memory that goes up and down is flat', () => {
  expect(trendOf(watched(() => 90 * MB))).toMatchObject({ start: 93, middle: 93, end: 93, isFlat: true });
});

it.each([
  ['by more than 10 MB', 200, 2],
  ['by more than 10 %', 40, 1],
])('memory that grows %s is not', (_what, start, perMinute) => {
  const trend = trendOf(watched((minute) => (start + minute * perMinute) * MB));
  expect(trend.isFlat).toBe(false);
  expect(trend.slope).toBeCloseTo(perMinute * MB, -2);
});

it('a function of which no process lasted is not judged', () => {
  expect(trendOf({ ...watched(() => Number.NaN), lasting: 0 }).isFlat).toBe(true);
});
