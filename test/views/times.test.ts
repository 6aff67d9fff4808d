import { describe, expect, it } from 'vitest';
import { createClock } from '../../lib/views/times.ts';

const NOON = Date.parse('2026-11-23T12:00:00.007Z');
const HOUR = 3_600_000;

describe('a clock', () => {
  it.each([
    ['UTC', '2026-11-23 12:00:00.007'],
    ['Asia/Kolkata', '2026-11-23 17:30:00.007'],
    ['Asia/Shanghai', '2026-11-23 20:00:00.007'],
    ['Pacific/Kiritimati', '2026-11-24 02:00:00.007'],
  ])('tells the time in %s', (zone, expected) => {
    expect(createClock(zone).stamp(NOON)).toBe(expected);
  });

  it('counts midnight as 00', () => {
    expect(createClock('UTC').second(NOON + 12 * HOUR)).toBe('2026-11-24 00:00:00');
  });

  it('names the second day of a span only where it is another', () => {
    const clock = createClock('UTC');
    expect(clock.span(NOON - HOUR, NOON)).toBe('2026-11-23 11:00:00 – 12:00:00 (UTC)');
    expect(clock.span(NOON - 13 * HOUR, NOON)).toBe('2026-11-22 23:00:00 – 2026-11-23 12:00:00 (UTC)');
  });
});
