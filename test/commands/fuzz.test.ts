import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { MistakeError, type Place } from '../../lib/commands/mistake.ts';
import { plainText } from '../../lib/commands/words.ts';

const MOMENT = { receivedAt: Date.UTC(2026, 10, 23, 10, 24, 7, 512), zone: 'Europe/Berlin' };

function read(text: string): Command | Place {
  try {
    return parseCommand(text, MOMENT);
  } catch (error) {
    if (error instanceof MistakeError && error.place) return error.place;
    throw error;
  }
}

function expectCommandOrPlace(text: string): void {
  const result = read(text);
  if ('kind' in result) return;
  const { start, end } = result;
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(plainText(text).length);
}

const VERBS = 'help groups streams logs group stream create delete transfer use source answers audit'.split(
  ' ',
);
const NAMES = 'checkout/api a/b,c,, "x y"/z / ／ none public production ids count off topic'.split(' ');
const OPTIONS = 'since who from to limit order ttl project bucket every format prefix dir sinc level x'.split(
  ' ',
);
const VALUES =
  'me @rita 15m 2h30m yesterday 今天 09:00 25:99 2026-11-23 2026-11-23T09:00+08:00 now 50 0 oldest RAW 5min 9999999999999'.split(
    ' ',
  );
const SIGNS = [':', '：', '=', '＝', '', '"', '“', ':"'];
const STRAYS = [
  '"',
  '”',
  '#',
  '<',
  '>',
  '<@U1|rita>',
  '<https://a.b|a.b>',
  '&lt;',
  '*',
  '?x',
  '\u0000',
  '\ud800',
  '🙂',
];

const piece = fc.oneof(
  fc.constantFrom(...VERBS, ...NAMES, ...VALUES, ...STRAYS),
  fc
    .tuple(fc.constantFrom(...OPTIONS), fc.constantFrom(...SIGNS), fc.constantFrom(...VALUES, '', '"a b"'))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const sentence = fc
  .tuple(
    fc.constantFrom(...VERBS, ''),
    fc.array(fc.tuple(piece, fc.constantFrom(' ', '', '  ', '\u3000', '\n'))),
  )
  .map(([verb, pieces]) => `${verb} ${pieces.flat().join('')}`);

describe('any text', () => {
  it('is a command, or a mistake with a place in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectCommandOrPlace), {
      numRuns: 1_000,
    });
  });

  it('made of pieces of the grammar is so too', () => {
    fc.assert(fc.property(sentence, expectCommandOrPlace), { numRuns: 5_000 });
  });

  it.each([
    'a',
    'a ',
    'logs',
    '"',
    '" ',
    '<',
    '<a',
    '&lt;',
    '/',
    'a/',
    'a=',
    'a:',
    'since:',
    '1d',
    '0',
    '*',
    '#',
    '“”',
    'é',
    '9:',
    ',',
    'x"y"',
  ])('of 10,000 characters is read in under 50 ms: %s again and again', (unit) => {
    for (const head of ['', 'logs ', 'logs g/s since:', 'transfer g/s,', 'streams ', 'logs <http://']) {
      const text = head + unit.repeat(10_000 / unit.length);
      // The best of three: what else the machine does is not measured.
      const times = [1, 2, 3].map(() => {
        const begun = performance.now();
        expectCommandOrPlace(text);
        return performance.now() - begun;
      });
      expect(Math.min(...times)).toBeLessThan(50);
    }
  });
});
