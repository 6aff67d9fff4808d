import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';

const DAY = 86_400_000;
const NOW = '2026-11-23T10:24:07.512Z';

/** The window of `logs`, as ISO times. */
function windowOf(text: string, zone: string, now: string) {
  const command = parseCommand(`logs g/s ${text}`, { receivedAt: Date.parse(now), zone });
  if (command.kind !== 'logs') throw new Error(command.kind);
  const { start, end } = command.search;
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

describe('the clocks of a zone', () => {
  it.each([
    ['at the date line', 'Pacific/Kiritimati', NOW, 'from:today', '2026-11-23T10:00:00.000Z'],
    ['behind it', 'Pacific/Pago_Pago', NOW, 'from:yesterday', '2026-11-21T11:00:00.000Z'],
    ['at 45 minutes', 'Asia/Kathmandu', NOW, 'from:10:00', '2026-11-23T04:15:00.000Z'],
    [
      'set forward: a time that is skipped moves forward',
      'Europe/Berlin',
      '2026-03-29T10:00:00Z',
      'from:02:30',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'just before that',
      'Europe/Berlin',
      '2026-03-29T10:00:00Z',
      'from:01:59:59',
      '2026-03-29T00:59:59.000Z',
    ],
    ['just after that', 'Europe/Berlin', '2026-03-29T10:00:00Z', 'from:03:00', '2026-03-29T01:00:00.000Z'],
    [
      'set back: the first of two is meant',
      'Europe/Berlin',
      '2026-10-25T10:00:00Z',
      'from:02:30',
      '2026-10-25T00:30:00.000Z',
    ],
    ['after both', 'Europe/Berlin', '2026-10-25T10:00:00Z', 'from:03:00', '2026-10-25T02:00:00.000Z'],
    [
      'set forward across the ocean',
      'America/New_York',
      '2026-03-08T18:00:00Z',
      'from:03:30',
      '2026-03-08T07:30:00.000Z',
    ],
    [
      'the same across the ocean',
      'America/New_York',
      '2026-11-02T10:00:00Z',
      'from:"yesterday 01:30"',
      '2026-11-01T05:30:00.000Z',
    ],
    [
      'set by half an hour',
      'Australia/Lord_Howe',
      '2026-10-04T10:00:00Z',
      'from:02:15',
      '2026-10-03T15:45:00.000Z',
    ],
    [
      'a day without a midnight',
      'America/Santiago',
      '2026-09-06T18:00:00Z',
      'from:today',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'a day with two midnights',
      'America/Havana',
      '2026-11-01T18:00:00Z',
      'from:today',
      '2026-11-01T04:00:00.000Z',
    ],
    [
      'a day that was skipped',
      'Pacific/Apia',
      '2012-01-02T00:00:00Z',
      'from:"2011-12-30 12:00"',
      '2011-12-30T22:00:00.000Z',
    ],
  ])('%s (%s)', (_, zone, now, text, start) => {
    expect(windowOf(text, zone, now).start).toBe(start);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Asia/Shanghai', '2026-11-01', 24],
  ])('in %s make the day %s %i hours long', (zone, day, hours) => {
    const now = new Date(Date.parse(day) + 3 * DAY).toISOString();
    const { start, end } = windowOf(`from:${day} to:${day}`, zone, now);
    expect(Date.parse(end) + 1 - Date.parse(start)).toBe(hours * 3_600_000);
  });

  it('show at any moment a time that is read as that moment, or as the first one that they show it', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
      'UTC',
    );
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const shown = moment.toLocaleString('sv-SE', { timeZone: zone });
        const now = new Date(moment.getTime() + DAY).toISOString();
        const read = Date.parse(windowOf(`from:${shown}`, zone, now).start);
        const second = Math.floor(moment.getTime() / 1_000) * 1_000;
        expect([0, 1_800_000, 3_600_000]).toContain(second - read);
        expect(new Date(read).toLocaleString('sv-SE', { timeZone: zone })).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});
