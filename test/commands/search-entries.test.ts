import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedSearch } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { entriesOf, readEntries, type SearchEntries } from '../../lib/commands/search-entries.ts';

const NOW = Date.UTC(2026, 10, 23, 9, 41, 7, 512);
const MOMENT = { receivedAt: NOW, zone: 'Asia/Shanghai' };
const CHOSEN = { group: { groupId: 'g' }, stream: { groupId: 'g' } };
const seconds = (ms: number) => String(Math.floor(ms / 1_000));

const ENTRIES: SearchEntries = {
  words: 'error',
  labels: '',
  window: '15m',
  from: '',
  to: '',
  limit: '50',
  order: 'newest',
};

const read = (entries: Partial<SearchEntries>, found = '', chosen: object = CHOSEN) =>
  readEntries({ ...ENTRIES, ...entries }, found, chosen, MOMENT);
const kinds = (mistakes: object) =>
  Object.entries(mistakes)
    .map(([field, { kind }]: [string, { kind: string }]) => `${field} ${kind}`)
    .toSorted();

function typed(line: string): TypedSearch {
  const command = parseCommand(line, MOMENT);
  if (command.kind !== 'logs') throw new Error(line);
  return command.search;
}

it('a form that is filled in for a typed search is read as the same search, to the second', () => {
  const word = fc.constantFrom(
    'error',
    'time*',
    '"payment failed"',
    '“a b”',
    'var/log',
    'ERROR:',
    'https://x/y',
    '支付',
  );
  const label = fc.constantFrom('level=warn', 'host="ecs 1"', 'a.b=c=d', 'k=支付', 'empty=');
  const window = fc.constantFrom(
    '',
    'since:1h',
    'since:24h',
    'since:2h',
    'from:09:00 to:10:00',
    'since:yesterday',
  );
  const line = fc
    .tuple(
      fc.uniqueArray(word),
      fc.uniqueArray(label),
      window,
      fc.constantFrom('', 'limit:7', 'order:oldest'),
    )
    .map(([words, labels, ...rest]) => ['logs g/s', ...words, ...labels, ...rest].join(' '));
  fc.assert(
    fc.property(line, (text) => {
      const search = typed(text);
      const { mistakes, search: again } = readEntries(entriesOf(search), '', CHOSEN, MOMENT);
      expect(mistakes).toEqual({});
      const { isCounted: _isCounted, start, end, ...rest } = search;
      expect(again).toMatchObject(rest);
      expect(start - (again?.start ?? 0)).toBeLessThan(1_000);
      expect(Math.abs(end - (again?.end ?? 0))).toBeLessThan(1_000);
    }),
  );
});

it('a window that ends now ends when the form is submitted', () => {
  const later = { ...MOMENT, receivedAt: NOW + 90_000 };
  const hour = readEntries(entriesOf(typed('logs g/s since:1h')), '', CHOSEN, later).search;
  expect([hour?.start, hour?.end, hour?.endIsFixed]).toEqual([NOW - 3_600_000 + 90_000, NOW + 90_000, false]);
  const since = readEntries(entriesOf(typed('logs g/s since:2h')), '', CHOSEN, later).search;
  expect([since?.end, since?.endIsFixed]).toEqual([NOW + 90_000, false]);
});

it('the whole second that is named as the end belongs to the window, but nothing that is to come', () => {
  const day = { window: 'range', from: seconds(NOW - 86_400_000), to: seconds(NOW - 60_000) };
  expect(read(day).search?.end).toBe(Math.floor((NOW - 60_000) / 1_000) * 1_000 + 999);
  expect(read({ ...day, to: seconds(NOW) }).search).toMatchObject({ end: NOW, endIsFixed: true });
});

it('what is found in a message is searched as a phrase beside the words', () => {
  expect(read({ words: '' }, 'HTTP 503: a/b').search?.words).toBe('"HTTP 503: a/b"');
  expect(read({ words: 'a b' }, 'c').search?.words).toBe('a b "c"');
});

describe('each field says what is wrong with it:', () => {
  it.each<[string, Partial<SearchEntries>, string[]]>([
    ['a quote that is open', { words: '"a' }, ['words open_quote']],
    ['a wildcard in front', { words: '*a' }, ['words wildcard_first']],
    ['nothing but delimiters', { words: '=' }, ['words nothing_to_search']],
    ['words and labels that are too long', { words: 'a'.repeat(1_301) }, ['words too_long']],
    ['a word for a label', { labels: 'level' }, ['labels label_expected']],
    ['a label that is given twice', { labels: 'a=1 a=2' }, ['labels given_twice']],
    ['no limit', { limit: '' }, ['limit bad_limit']],
    ['a limit over 200', { limit: '201' }, ['limit bad_limit']],
    ['a limit below 1', { limit: '0' }, ['limit bad_limit']],
    ['another order', { order: 'random' }, ['order bad_order']],
    ['another window', { window: 'always' }, ['from bad_time']],
    ['no start', { window: 'range' }, ['from start_unchosen']],
    ['a start to come', { window: 'range', from: seconds(NOW + 2_000) }, ['from time_in_future']],
    ['an end to come', { window: 'range', from: '1', to: seconds(NOW + 2_000) }, ['to time_in_future']],
    [
      'an end before the start',
      { window: 'range', from: '1700000060', to: '1700000000' },
      ['to window_reversed'],
    ],
    ['a start that is now', { window: 'range', from: seconds(NOW) }, []],
    [
      'more than 30 days',
      { window: 'range', from: seconds(NOW - 31 * 86_400_000), to: seconds(NOW) },
      ['to window_too_long'],
    ],
    ['more than 30 days until now', { window: 'range', from: '1700000000' }, ['from window_too_long']],
    [
      'much at once',
      { words: '*', labels: '=', limit: 'x' },
      ['labels label_expected', 'limit bad_limit', 'words wildcard_first'],
    ],
  ])('%s', (_, entries, wrong) => {
    const { mistakes, search } = read(entries);
    expect([kinds(mistakes), search === undefined]).toEqual([wrong, wrong.length > 0]);
  });

  it.each([
    ['no stream', 'stream_unchosen', { group: { groupId: 'g' } }],
    ['no group', 'stream_unchosen', {}],
    ['a stream of another group', 'other_streams', { group: { groupId: 'g' }, stream: { groupId: 'h' } }],
  ])('%s', (_, wrong, chosen) => {
    expect(kinds(read({}, '', chosen).mistakes)).toEqual([`stream ${wrong}`]);
  });

  it('times are told in the zone of the person', () => {
    const { mistakes } = read({ window: 'range', from: String(Date.UTC(2026, 10, 24) / 1_000) });
    expect(mistakes.from).toEqual({ kind: 'time_in_future', given: '2026-11-24 08:00' });
  });
});
