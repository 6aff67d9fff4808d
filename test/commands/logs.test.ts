import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogsCommand } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { type Piece, splitWords } from '../../lib/commands/pieces.ts';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import { plainText } from '../../lib/commands/words.ts';
import { MOMENT, mistakeIn } from './mistake-in.ts';

const NOW = MOMENT.receivedAt;
const MINUTE = 60_000;

function parse(text: string): LogsCommand {
  const command = parseCommand(`logs ${text}`, MOMENT);
  if (command.kind !== 'logs') throw new Error(command.kind);
  return command;
}

function wrongIn(text: string) {
  const { start: _start, ...mistake } = mistakeIn(`logs ${text}`);
  return mistake;
}

describe('logs', () => {
  it('without anything asks for the last 15 minutes of the default stream', () => {
    expect(parse('')).toEqual({
      kind: 'logs',
      search: {
        start: NOW - 15 * MINUTE,
        end: NOW,
        endIsFixed: false,
        words: '',
        labels: {},
        order: 'newest',
        limit: 50,
        isCounted: false,
      },
    });
  });

  it('reads words, a phrase, labels and options in any order', () => {
    const text =
      'limit:20 checkout/api since:1h error "payment failed" hostName=ecs-1 count ORDER:Oldest to:30m';
    expect(parse(text)).toEqual({
      kind: 'logs',
      target: { group: 'checkout', stream: 'api' },
      search: {
        start: NOW - 60 * MINUTE,
        end: NOW - 30 * MINUTE,
        endIsFixed: true,
        words: 'error "payment failed"',
        labels: { hostName: 'ecs-1' },
        order: 'oldest',
        limit: 20,
        isCounted: true,
      },
    });
  });

  it.each([
    ['checkout/api', 'checkout', 'api'],
    ['"check out/api v2"', 'check out', 'api v2'],
    ['“check out”/“api v2”', 'check out', 'api v2'],
    ['checkout/"api v2"', 'checkout', 'api v2'],
    ['"check out"/api', 'check out', 'api'],
    ['checkout／api', 'checkout', 'api'],
    ['checkout/var/log', 'checkout', 'var/log'],
    ['count checkout/api', 'checkout', 'api'],
  ])('takes %s for a stream', (text, group, stream) => {
    expect(parse(text)).toMatchObject({ target: { group, stream }, search: { words: '' } });
  });

  it.each([
    'error',
    '/not/found',
    'checkout/',
    'http://a.example/b',
    '"https://a.example/b"',
    '/ error',
    'error checkout/api',
  ])('takes %s for words', (text) => {
    const command = parse(text);
    expect(command.target).toBeUndefined();
    expect(command.search.words).toBe(text);
  });

  it.each([
    ['"count" counts', '"count" counts'],
    ['http://a.example ERROR: "since:1h"', 'http://a.example ERROR: "since:1h"'],
    ['错误：超时 ERROR：timeout 错误：“超时”', '错误：超时 ERROR：timeout 错误： "超时"'],
    ['12:30:45 com.example.Pay:12', '12:30:45 com.example.Pay:12'],
    ['"*" time* a?b', '"*" time* a?b'],
    ['a"b c"d #"e f"', 'a "b c" d "e f"'],
    ['don’t', "don't"],
    ['level= =x', 'level= =x'],
  ])('keeps %s as words', (text, words) => {
    const { search } = parse(`g/s ${text}`);
    expect(search).toMatchObject({ words, labels: {} });
  });

  it('does not take words for a list of streams', () => {
    expect(parse('g/a, b')).toMatchObject({ target: { stream: 'a,' }, search: { words: 'b' } });
  });

  it('reads labels, quoted and not, with either equals sign', () => {
    const { search } = parse('g/s level="a b" _x=1 k8s.pod＝p url=http://a/?b=c path=/a:b __proto__=own');
    expect(Object.entries(search.labels)).toEqual([
      ['level', 'a b'],
      ['_x', '1'],
      ['k8s.pod', 'p'],
      ['url', 'http://a/?b=c'],
      ['path', '/a:b'],
      ['__proto__', 'own'],
    ]);
  });

  it('understands a Chinese keyboard', () => {
    const { search } = parse('g/s ｓｉｎｃｅ：２ｈ　ｃｏｕｎｔ LIMIT：１０ order:“ｏｌｄｅｓｔ”');
    expect(search).toMatchObject({ start: NOW - 120 * MINUTE, limit: 10, order: 'oldest', isCounted: true });
  });

  it.each([1, 200])('takes %i lines', (limit) => {
    expect(parse(`limit:${limit}`).search.limit).toBe(limit);
  });

  it.each([
    ['g/s sinc:1h', 'sinc:1h', { kind: 'unknown_option', given: 'sinc:1h', nearest: 'since' }],
    ['g/s user:42', 'user:42', { kind: 'unknown_option', given: 'user:42' }],
    ['g/s user:"a b"', 'user:"a b"', { kind: 'unknown_option' }],
    ['g/s limit:0', '0', { kind: 'bad_limit', given: '0', max: 200 }],
    ['g/s limit:201', '201', { kind: 'bad_limit' }],
    ['g/s limit:1e2', '1e2', { kind: 'bad_limit' }],
    ['g/s order:up', 'up', { kind: 'bad_order', given: 'up' }],
    ['g/s = :', '= :', { kind: 'nothing_to_search', given: '= :' }],
    ['g/s *error', '*error', { kind: 'wildcard_first', given: '*error' }],
    ['g/s a/api/?x,b', '?x', { kind: 'wildcard_first', given: '?x' }],
    ['g/s since: 1h', '', { kind: 'value_expected', option: 'since' }],
    ['g/s limit：', '', { kind: 'value_expected', option: 'limit' }],
    ['g/s to:""', '', { kind: 'value_expected', option: 'to' }],
    ['g/s since:1h since:2h', 'since:2h', { kind: 'given_twice', given: 'since' }],
    ['g/s from:1h ＳＩＮＣＥ：2h', 'ＳＩＮＣＥ：2h', { kind: 'two_starts' }],
    ['g/s since:1h from:"2h"', 'from:"2h"', { kind: 'two_starts' }],
    ['g/s level=warn level=error', 'level=error', { kind: 'given_twice', given: 'level' }],
    ['g/s count error Count', 'Count', { kind: 'given_twice', given: 'count' }],
    ['g/s error "a', '"a', { kind: 'open_quote', given: 'a' }],
    ['g/s level="a', '"a', { kind: 'open_quote', given: 'a' }],
  ])('says what is wrong with %s', (text, marked, mistake) => {
    expect(wrongIn(text)).toMatchObject({ ...mistake, marked });
  });

  it('takes as much as a button carries, and no more', () => {
    // Beside the words, the JSON holds `["",[]]`.
    const most = 'x'.repeat(MAX_FILTER - 7);
    expect(parse(`g/s ${most}`).search.words).toBe(most);
    expect(wrongIn(`g/s ${most}x`)).toEqual({ kind: 'too_long', marked: `${most}x` });
    expect(wrongIn(`g/s a=1 ${most} limit:5`)).toEqual({ kind: 'too_long', marked: `1 ${most}` });
  });

  it('keeps words that are read again as they were typed', () => {
    const unquoted = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/["“”„‟＂]/.test(text));
    const word = fc.oneof(
      fc.stringMatching(/^[a-z.:=/]{1,8}$/),
      unquoted,
      unquoted.map((text) => `"${text}"`),
      fc.constantFrom('"count"', '"since:1h"', 'a"b c"d', '#"e f"', '错误：“超时”'),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const typed = words.join(' ');
        const command = tryParse(`g/s ${typed}`);
        // Labels and flags are no words.
        if (!command || command.search.isCounted || Object.keys(command.search.labels).length > 0) return;
        const bare = ({ text, quoted }: Piece) => ({ text, quoted });
        expect(splitWords(command.search.words).map(bare)).toEqual(splitWords(plainText(typed)).map(bare));
      }),
      { numRuns: 500 },
    );
  });
});

function tryParse(text: string): LogsCommand | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
