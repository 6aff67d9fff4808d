import fc from 'fast-check';
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

  it('tells milliseconds before 1970 as those of any other time', () => {
    expect(createClock('UTC').stamp(-7)).toBe('1969-12-31 23:59:59.993');
    expect(createClock('UTC').stamp(-2_000)).toBe('1969-12-31 23:59:58.000');
  });

  it('counts midnight as 00', () => {
    expect(createClock('UTC').second(NOON + 12 * HOUR)).toBe('2026-11-24 00:00:00');
  });

  it('names the second day of a span only where it is another', () => {
    const clock = createClock('UTC');
    expect(clock.span(NOON - HOUR, NOON)).toBe('2026-11-23 11:00:00 – 12:00:00 (UTC)');
    expect(clock.span(NOON - 13 * HOUR, NOON)).toBe('2026-11-22 23:00:00 – 2026-11-23 12:00:00 (UTC)');
  });

  it.each([
    // Clocks are put forward in these, in the middle of a minute in the first, and back.
    ['Africa/Monrovia', Date.UTC(1972, 0, 7, 0, 44, 30)],
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
    ['America/New_York', Date.UTC(2026, 10, 1, 6)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
    // Its mean solar time, 53 minutes and 28 seconds ahead, came to an end.
    ['Europe/Berlin', Date.UTC(1893, 2, 31, 23, 6, 32)],
    // A day was left out.
    ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
    ['Asia/Kathmandu', Date.UTC(1985, 11, 31, 18, 30)],
    ['Pacific/Chatham', Date.UTC(2026, 8, 26, 14)],
    // As far as the time of a line goes.
    ['Europe/Berlin', 9_999_999_999_999],
  ])('tells each second in %s as it would alone, whatever it told before', (timeZone, change) => {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    const alone = new Intl.DateTimeFormat('sv', { timeZone, ...parts, ...times });
    const clock = createClock(timeZone);
    const nearby = fc.integer({ min: change - 150_000, max: change + 150_000 });
    fc.assert(
      fc.property(fc.oneof(nearby, fc.integer({ min: 0, max: NOON * 2 })), (ms) => {
        expect(clock.second(ms)).toBe(alone.format(ms));
      }),
    );
  });
});
