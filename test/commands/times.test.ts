import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { mistakeIn } from './mistake-in.ts';

const NOW = '2026-11-23T10:24:07.512Z';

/** The window of `logs`, as ISO times. */
function windowOf(text: string, now = NOW) {
  const command = parseCommand(`logs g/s ${text}`, { receivedAt: Date.parse(now), zone: 'Asia/Shanghai' });
  if (command.kind !== 'logs') throw new Error(command.kind);
  const { start, end, endIsFixed, words } = command.search;
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString(), endIsFixed, words };
}

function wrongIn(text: string) {
  const { kind, marked } = mistakeIn(`logs g/s ${text}`);
  return { kind, marked };
}

describe('a start', () => {
  it.each([
    ['30s', '2026-11-23T10:23:37.512Z'],
    ['15m', '2026-11-23T10:09:07.512Z'],
    ['2h30m', '2026-11-23T07:54:07.512Z'],
    ['１Ｄ', '2026-11-22T10:24:07.512Z'],
    ['1w', '2026-11-16T10:24:07.512Z'],
    ['30d', '2026-10-24T10:24:07.512Z'],
    ['13:10', '2026-11-23T05:10:00.000Z'],
    ['9:05', '2026-11-23T01:05:00.000Z'],
    ['13：10：05', '2026-11-23T05:10:05.000Z'],
    ['13:10:05.25', '2026-11-23T05:10:05.250Z'],
    ['today', '2026-11-22T16:00:00.000Z'],
    ['yesterday', '2026-11-21T16:00:00.000Z'],
    ['Yesterday 09:00', '2026-11-22T01:00:00.000Z'],
    ['"yesterday 09:00"', '2026-11-22T01:00:00.000Z'],
    ['今天 09:00', '2026-11-23T01:00:00.000Z'],
    ['今天09：00', '2026-11-23T01:00:00.000Z'],
    ['昨天', '2026-11-21T16:00:00.000Z'],
    ['昨天　09:00', '2026-11-22T01:00:00.000Z'],
    ['2026-11-20', '2026-11-19T16:00:00.000Z'],
    ['2026-11-20 09:00', '2026-11-20T01:00:00.000Z'],
    ['2026-11-20 09:00:05,123', '2026-11-20T01:00:05.123Z'],
    ['2026-11-20 09:00Z', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T09:00', '2026-11-20T01:00:00.000Z'],
    ['2026-11-20t09:00:05z', '2026-11-20T09:00:05.000Z'],
    ['2026-11-20T09:00+05:45', '2026-11-20T03:15:00.000Z'],
    ['2026-11-20T09:00:00.5-0330', '2026-11-20T12:30:00.500Z'],
  ])('may be %s', (text, start) => {
    expect(windowOf(`from:${text}`)).toMatchObject({
      start,
      end: NOW,
      endIsFixed: false,
      words: '',
    });
    expect(windowOf(`since：${text}`)).toMatchObject({ start });
  });

  it('may be in epoch milliseconds', () => {
    expect(windowOf('from:1763800000000', '2025-11-23T00:00:00Z')).toMatchObject({
      start: new Date(1_763_800_000_000).toISOString(),
    });
  });

  it.each([
    ['from:yesterday "09:00"', '"09:00"'],
    ['from:yesterday 09:00 error', 'error'],
    ['from:15m 09:00', '09:00'],
    ['from:yesterday error', 'error'],
    ['from:"yesterday" 09:00', '09:00'],
  ])('goes on in the next word only with a clock behind a day: %s', (text, words) => {
    expect(windowOf(text)).toMatchObject({ words });
  });

  it.each([
    'yestreday',
    'yesterday 25:00',
    'today 09:60',
    '09:00:61',
    '15',
    'm',
    '-15m',
    '1.5h',
    '1y',
    '2026-02-30',
    '2026-13-01',
    '2026-11-20T',
    '2026-11-20T24:00',
    '2026-11-20T09:00+15:00',
    '0000-01-01',
    '176380000000',
    '17638000000000',
    '"today 09:00Z"',
    '"09:00Z"',
    'Z',
    '9',
    'nowhere',
    `${'9'.repeat(7)}d`,
  ])('is never guessed: %s', (text) => {
    expect(wrongIn(`from:${text} error`)).toEqual({ kind: 'bad_time', marked: text });
  });
});

describe('a window', () => {
  it.each([
    ['from:yesterday to:yesterday', '2026-11-21T16:00:00.000Z', '2026-11-22T15:59:59.999Z'],
    ['from:2026-11-20 to:2026-11-21', '2026-11-19T16:00:00.000Z', '2026-11-21T15:59:59.999Z'],
    ['from:yesterday 09:00 to:昨天 10:00', '2026-11-22T01:00:00.000Z', '2026-11-22T02:00:00.000Z'],
    ['to:15m since:2h', '2026-11-23T08:24:07.512Z', '2026-11-23T10:09:07.512Z'],
    ['from:1h to:now', '2026-11-23T09:24:07.512Z', '2026-11-23T10:24:07.512Z'],
    ['from:today to:today', '2026-11-22T16:00:00.000Z', '2026-11-23T10:24:07.512Z'],
    ['from:2026-11-23 to:2026-11-23', '2026-11-22T16:00:00.000Z', '2026-11-23T10:24:07.512Z'],
  ])('ends where it says, and stays there: %s', (text, start, end) => {
    expect(windowOf(text)).toMatchObject({ start, end, endIsFixed: true });
  });

  it.each([
    ['to:10:00', '', 'start_expected'],
    ['since:30d1s', '30d1s', 'window_too_long'],
    ['since:999999w', '999999w', 'window_too_long'],
    ['from:2026-01-01 to:2026-02-01', '2026-02-01', 'window_too_long'],
    ['from:18:25', '18:25', 'time_in_future'],
    ['from:2026-11-24', '2026-11-24', 'time_in_future'],
    ['from:1h to:2026-11-24', '2026-11-24', 'time_in_future'],
    ['from:1h to:18:24:08', '18:24:08', 'time_in_future'],
    ['from:9999-12-31', '9999-12-31', 'time_in_future'],
    ['from:1h to:2h', '2h', 'window_reversed'],
    ['from:1h to:60m', '60m', 'window_reversed'],
    ['from:now', 'now', 'window_reversed'],
    ['since:0m', '0m', 'window_reversed'],
    ['from:today to:yesterday 09:00', 'yesterday 09:00', 'window_reversed'],
    ['from:1h to:later', 'later', 'bad_time'],
  ])('is refused before anything is asked: %s', (text, marked, kind) => {
    expect(wrongIn(text)).toEqual({ kind, marked });
  });

  it('may begin at this very moment less a millisecond, and be 30 days long', () => {
    expect(windowOf('from:18:24:07.511').start).toBe('2026-11-23T10:24:07.511Z');
    expect(wrongIn('from:18:24:07.512')).toMatchObject({ kind: 'window_reversed' });
    expect(wrongIn('from:18:24:07.513')).toMatchObject({ kind: 'time_in_future' });
    expect(windowOf('since:30d').start).toBe('2026-10-24T10:24:07.512Z');
  });
});
