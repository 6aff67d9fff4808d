import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_MARKER } from '../../lib/redaction/key-block.ts';
import { KINDS, markOf, OPTIONAL_KINDS } from '../../lib/redaction/kinds.ts';
import { redact } from '../../lib/redaction/redact.ts';
import { CORPUS_A } from './corpus-a.ts';

const MARKS = KINDS.map(markOf);
const secrets = CORPUS_A.cases.flatMap((one) => one.secrets);
const lines = [...CORPUS_A.cases.flatMap((one) => one.lines), ...CORPUS_A.harmless.slice(-200)];

const piece = fc.oneof(
  fc.constantFrom(...secrets, ...MARKS),
  fc.constantFrom(
    ...' ,;:="\'\\{[(<>)]}@/-',
    '\n',
    'password=',
    'token: ',
    'Cookie: ',
    '密码：',
    '://',
    '🔑',
    '\ud83d',
  ),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...lines), fc.nat(), fc.nat(60)).map(([line, from, length]) => {
    const start = from % line.length;
    return line.slice(start, start + length);
  }),
);
const line = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
const page = fc.array(line, { maxLength: 5 });
const options = fc.constantFrom({}, { also: OPTIONAL_KINDS });

describe('redaction of whatever a log may hold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(page, options, (lines, options) => {
        const once = redact(lines, options);
        expect(redact(once.lines, options)).toEqual({ lines: once.lines, changed: 0 });
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves all that it does not replace as it was, and in its order', () => {
    fc.assert(
      fc.property(page, options, (lines, options) => {
        const { lines: done, changed } = redact(lines, options);
        expect(done).toHaveLength(lines.length);
        expect(done.filter((text, index) => text !== lines[index])).toHaveLength(changed);
        for (const [index, text] of done.entries()) expect(isMadeOf(text, lines[index] ?? '')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('splits no character in two', () => {
    fc.assert(
      fc.property(page, options, (lines, options) => {
        fc.pre(lines.every((text) => text.isWellFormed()));
        expect(redact(lines, options).lines.every((text) => text.isWellFormed())).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets no secret out with another line around it, but for one that calls a piece of a key public', () => {
    const around = line.filter((text) => !PUBLIC_MARKER.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...CORPUS_A.cases), around, around, ({ lines, secrets }, before, after) => {
        const { lines: done } = redact([before, ...lines, after]);
        const text = done.slice(1, -1).join('\n');
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Whether the pieces between the marks stand in the line, one after the other. */
function isMadeOf(text: string, line: string): boolean {
  const pattern = new RegExp(MARKS.map((mark) => mark.replace(/[[\]]/g, '\\$&')).join('|'));
  let at = 0;
  return text.split(pattern).every((part) => {
    const found = line.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}
