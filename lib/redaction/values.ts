import { MARK_START } from './kinds.ts';
import { matchAt } from './matches.ts';
import { LONGEST_HARMLESS } from './needs.ts';

/** Where the value of a key stands, without its quotes. */
interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** A quote, and what languages print before it: `u'…'`, `SecretStr('…')`, `Some("…")`, `string(8) "…"`. */
const OPENING =
  /(?:[[(]|[uUbB](?=\\{0,4}["'])|(?:PASSWORD|password|Some|Just|String|Secret\w{0,12})\((?=["'])|string\(\d{1,6}\)[ \t])?(\\*)(["'`“「])/y;
/** What ends a value only where another pair, or nothing, follows. */
const DELIMITER = '[,;&|](?=[,;&|]{0,3}(?:$|[\\s\\])}\\\\"\']|[\\w.@$-]{1,40}(?:[=:]|\\s?=>|%3[dD])))';
/** What ends a value that is not quoted. */
const END = new RegExp(`[\\s"'\`<>，。；、（）【】「」“”]|[\\])](?=[[(])|\\\\{1,8}[nrt"']|${DELIMITER}`, 'g');
const END_ENCODED = new RegExp(
  `${END.source}|&(?!amp;)|%(?:25)?(?:26|22|27|2[cC]|3[bB]|20|0[aAdD])|\\\\{1,4}u00(?:2[267])`,
  'g',
);

/** How a value is told from a harmless one. Is given no more than LOOK of its characters. */
type Accept = (value: string, isQuoted: boolean) => boolean;

/** So much decides. Only a value that is taken is read to its end: so nothing is read twice. */
const LOOK = LONGEST_HARMLESS + 32;

/** The value that begins at `at`, if it is accepted. One that is cut off ends with the line. */
export function takeValue(line: string, at: number, accept: Accept, isEncoded = false): Value | undefined {
  return takeBy((text) => readValue(text, at, isEncoded), line, at, accept);
}

/** What an element holds: `<password>…</password>`. */
export function takeText(line: string, at: number, accept: Accept): Value | undefined {
  return takeBy((text) => readText(text, at), line, at, accept);
}

function takeBy(read: (text: string) => Value, line: string, at: number, accept: Accept): Value | undefined {
  const head = line.slice(0, at + LOOK);
  const value = read(head);
  if (!accept(head.slice(value.start, value.end), value.isQuoted)) return undefined;
  return value.end - value.start > LONGEST_HARMLESS ? read(line) : value;
}

function readText(line: string, start: number): Value {
  const end = line.indexOf('<', start);
  return { start, end: end < 0 ? line.length : end, isQuoted: true };
}

function readValue(line: string, at: number, isEncoded: boolean): Value {
  if (line.startsWith(MARK_START, at)) return { start: at, end: at, isQuoted: false };
  const opened = matchAt(OPENING, line, at);
  if (opened) {
    const start = OPENING.lastIndex;
    if (line.startsWith(MARK_START, start)) return { start, end: start, isQuoted: true };
    return { start, end: findClosing(line, start, opened[1]?.length ?? 0, opened[2] ?? ''), isQuoted: true };
  }
  const start = at < line.length && '[('.includes(line.charAt(at)) ? at + 1 : at;
  return { start, end: findEnd(line, start, isEncoded ? END_ENCODED : END), isQuoted: false };
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '「': '」' };

/** The quote that has as many backslashes as the opening one, or fewer: more belong to the value. */
function findClosing(line: string, start: number, depth: number, opening: string): number {
  const quote = CLOSING[opening] ?? opening;
  for (let at = line.indexOf(quote, start); at >= 0; at = line.indexOf(quote, at + 1)) {
    let first = at;
    while (first > start && line.charCodeAt(first - 1) === 92) first -= 1;
    // An even number of them are backslashes of the value.
    if (at - first <= depth || (depth === 0 && (at - first) % 2 === 0)) return Math.max(start, at - depth);
  }
  return line.length;
}

function findEnd(line: string, start: number, ends: RegExp): number {
  ends.lastIndex = start;
  const run = line.slice(start, ends.exec(line)?.index);
  return start + withoutClosing(run);
}

const OPENS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Punctuation and brackets that close what began before the value are not of it. */
function withoutClosing(run: string): number {
  let end = run.length;
  for (; end > Math.max(0, run.length - 8); end -= 1) {
    const last = run.charAt(end - 1);
    const opening = OPENS[last];
    if (opening !== undefined) {
      const at = run.indexOf(opening);
      if (at >= 0 && at < end) break;
    } else if (!',.;:\\'.includes(last)) break;
  }
  return end;
}
