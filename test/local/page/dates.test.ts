import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '../../../lib/local/page/dates.ts';

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Pacific/Apia'];

/** Of the years that people search logs of; a clock on the wall shows minutes. */
const minute = fc.integer({ min: Date.UTC(2020) / 60_000, max: Date.UTC(2030) / 60_000 });

test('What a clock on the wall shows leads back to the moment, or to one at which it shows the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), minute, (zone, minutes) => {
      const clock = createClock('en-US', zone);
      const wall = clock.onWall(minutes * 60_000);
      const moment = clock.atWall(wall);
      expect(clock.onWall(moment)).toBe(wall);
      expect(Math.abs(moment - minutes * 60_000)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test.each([
  ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30:00Z'],
  ['America/New_York', '2026-11-01T02:30', '2026-11-01T07:30:00Z'],
  ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T00:30:00Z'],
  ['Asia/Shanghai', '2026-11-23T00:00', '2026-11-22T16:00:00Z'],
])('In %s a clock shows %s at %s', (zone, wall, moment) => {
  expect(createClock('zh-CN', zone).atWall(wall)).toBe(Date.parse(moment));
});
