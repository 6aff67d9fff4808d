import { meaningOf } from './keys.ts';
import { endOf, matchAt, matchesOf } from './matches.ts';
import { isSecret } from './needs.ts';
import type { Span } from './span.ts';

/** `INSERT INTO users (name, password) VALUES (`. */
const INSERT =
  /\binsert[ \t]{1,4}into[ \t]{1,4}[^\s(]{1,128}[ \t]{0,4}\(([^()]{1,512})\)[ \t]{0,4}values[ \t]{0,4}\(/gi;
/** A text, or all that is none. A longer one ends the reading. */
const VALUE = /[ \t]{0,4}(?:[NEne]?'((?:[^'\\]|\\.|''){0,1024})'|[^,()']{0,1024})/y;
const NEXT_VALUE = /[ \t]{0,4},/y;
const NEXT_ROW = /[ \t]{0,4}\)[ \t]{0,4},[ \t]{0,4}\(/y;

/** Secrets in rows of SQL, which the names of their columns tell. */
export function findInserted(line: string, spans: Span[]): void {
  if (!/values/i.test(line)) return;
  for (const { index, 0: text, 1: columns = '' } of matchesOf(INSERT, line)) {
    const meanings = columns.split(',').map((column) => meaningOf(column, column));
    if (!meanings.some((meaning) => meaning)) continue;
    for (let at: number | undefined = index + text.length; at !== undefined; at = endOf(NEXT_ROW, line, at)) {
      at = readRow(line, at, meanings, spans);
    }
  }
}

/** Gives where the row ends. */
function readRow(
  line: string,
  from: number,
  meanings: readonly ReturnType<typeof meaningOf>[],
  spans: Span[],
): number {
  let at = from;
  for (const meaning of meanings) {
    const value = matchAt(VALUE, line, at)?.[1];
    const end = VALUE.lastIndex;
    if (meaning && value !== undefined && isSecret(value, meaning.need, true))
      spans.push({ start: end - 1 - value.length, end: end - 1, kind: meaning.kind });
    const next = endOf(NEXT_VALUE, line, end);
    if (next === undefined) return end;
    at = next;
  }
  return at;
}
