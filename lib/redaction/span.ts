import { KINDS, type Kind, MARK_START, markOf } from './kinds.ts';
import { matchesOf } from './matches.ts';

/** A piece of a line, from `start` up to, not including, `end`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/**
 * The line with each piece replaced by the mark of its kind, and all else as it is. Pieces that overlap become one, of
 * the kind of the longest; no character is split. A mark that the line bears already is such a piece, so that none is cut.
 */
export function replaceSpans(line: string, spans: readonly Span[]): string {
  if (spans.length === 0) return line;
  let text = '';
  let done = 0;
  for (const { start, end, kind } of mergeSpans([
    ...spans.map((span) => ofWholeCharacters(line, span)),
    ...marksOf(line),
  ])) {
    text += line.slice(done, start) + markOf(kind);
    done = end;
  }
  return text + line.slice(done);
}

function ofWholeCharacters(line: string, { start, end, kind }: Span): Span {
  return {
    start: isSplitAt(line, start) ? start - 1 : start,
    end: isSplitAt(line, end) ? end + 1 : end,
    kind,
  };
}

/** Whether the two halves of one character stand on both sides. */
function isSplitAt(line: string, at: number): boolean {
  return at > 0 && at < line.length && (line.codePointAt(at - 1) ?? 0) > 0xffff;
}

const MARKS = new Map(KINDS.map((kind) => [markOf(kind), kind]));
const MARK = /\[redacted: [a-zA-Z -]{1,20}\]/g;

/** How many marks the line bears. */
export function countMarks(line: string): number {
  return marksOf(line).length;
}

function marksOf(line: string): Span[] {
  if (!line.includes(MARK_START)) return [];
  return matchesOf(MARK, line).flatMap(({ index, 0: mark }) => {
    const kind = MARKS.get(mark);
    return kind ? [{ start: index, end: index + mark.length, kind }] : [];
  });
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let longest = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    const length = span.end - span.start;
    if (!last || span.start >= last.end) {
      merged.push(span);
      longest = length;
      continue;
    }
    const kind = length > longest ? span.kind : last.kind;
    longest = Math.max(longest, length);
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind };
  }
  return merged;
}
