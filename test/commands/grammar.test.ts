import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { MistakeError } from '../../lib/commands/mistake.ts';
import { joinWords, splitWords, toKeywords } from '../../lib/commands/words.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

describe('parseCommand', () => {
  it('reads a search with words, a phrase, labels and options in any order', () => {
    expect(
      parseCommand('logs checkout/api since:1h error "payment failed" hostName=ecs-1 limit:20', NOW),
    ).toEqual({
      kind: 'logs',
      group: 'checkout',
      stream: 'api',
      search: {
        start: NOW - HOUR,
        end: NOW,
        words: 'error "payment failed"',
        labels: { hostName: 'ecs-1' },
        order: 'newest',
        limit: 20,
      },
    });
  });

  it('understands what phones and Slack make of typed text', () => {
    const command = parseCommand('Logs checkout/api “a &amp;&lt;b&gt;” ORDER:oldest', NOW);
    expect(command).toMatchObject({ kind: 'logs', search: { words: '"a &<b>"', order: 'oldest' } });
  });

  it('understands a Chinese keyboard', () => {
    const command = parseCommand('logs g/s since：２h ORDER:Oldest 错误：超时', NOW);
    expect(command).toMatchObject({
      search: { start: NOW - 2 * HOUR, order: 'oldest', words: '错误：超时' },
    });
  });

  it('takes a quoted label value, and a wildcard in quotes', () => {
    const command = parseCommand('logs g/s level="a b" "*" _x=1', NOW);
    expect(command).toMatchObject({ search: { words: '"*"', labels: { level: 'a b', _x: '1' } } });
  });

  it.each([
    ['', 'help'],
    ['help', 'help'],
    ['  groups ', 'groups'],
    ['streams checkout', 'streams'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(parseCommand(text, NOW).kind).toBe(kind);
  });

  it('takes a URL, a trailing colon and a quoted option for words', () => {
    const command = parseCommand('logs g/s http://a.example ERROR: "since:1h"', NOW);
    expect(command).toMatchObject({
      search: { words: 'http://a.example ERROR: "since:1h"', start: NOW - HOUR / 4 },
    });
  });

  it.each([
    ['lgos checkout/api', 'unknown_command'],
    ['streams', 'group_expected'],
    ['groups now', 'nothing_expected'],
    ['logs', 'stream_expected'],
    ['logs checkout', 'stream_expected'],
    ['logs /api', 'stream_expected'],
    ['logs g/s sinc:1h', 'unknown_option'],
    ['logs g/s since:31d', 'bad_duration'],
    ['logs g/s since:0m', 'bad_duration'],
    ['logs g/s since:yesterday', 'bad_duration'],
    ['logs g/s limit:0', 'bad_limit'],
    ['logs g/s limit:201', 'bad_limit'],
    ['logs g/s order:up', 'bad_order'],
    ['logs g/s *error', 'wildcard_first'],
    ['logs g/s /api/*', 'wildcard_first'],
    ['logs g/s since: 1h', 'bad_duration'],
    ['logs g/s limit：', 'bad_limit'],
    ['logs g/s since:1h since:2h', 'given_twice'],
    ['logs g/s level=warn level=error', 'given_twice'],
    ['logs g/s "error', 'open_quote'],
    [`logs g/s ${'x'.repeat(1_400)}`, 'too_long'],
  ])('says what is wrong with "%s": %s', (text, kind) => {
    expect(() => parseCommand(text, NOW)).toThrow(
      expect.objectContaining({ mistake: expect.objectContaining({ kind }) }),
    );
  });

  it('takes 30 days and 200 lines', () => {
    expect(parseCommand('logs g/s since:30d limit:200', NOW)).toMatchObject({ search: { limit: 200 } });
  });

  it('never throws anything but a mistake', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((rest) => `logs g/s ${rest}`),
        ),
        (text) => {
          try {
            parseCommand(text, NOW);
          } catch (error) {
            expect(error).toBeInstanceOf(MistakeError);
          }
        },
      ),
    );
  });
});

describe('words', () => {
  it('come back as they were written', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[^\s"]+$/).map((text) => ({ text, quoted: false })),
      fc.stringMatching(/^[^\s"]([^"]*[^\s"])?$/).map((text) => ({ text, quoted: true })),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(splitWords(joinWords(pieces))).toEqual(pieces);
      }),
    );
  });

  it.each([
    ['error timeout', 'error timeout'],
    ['"payment failed" error', '#"payment failed" error'],
    ['this AND that', 'this "AND" that'],
    ['/not/found', '"not" found'],
    ['var/log', 'var log'],
    ['#"a b"', '#"a b"'],
    ['', ''],
  ])('%s is asked as %s', (words, keywords) => {
    expect(toKeywords(words)).toBe(keywords);
  });
});
