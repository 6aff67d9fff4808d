import { withoutInvisible } from './invisible.ts';
import type { OptionalKind } from './kinds.ts';
import { type Redacted, redact } from './redact.ts';
import { countMarks } from './span.ts';

/** A line without its secrets. */
export interface RedactedText {
  readonly text: Redacted;
  /** How many marks stand in it that were not there before. */
  readonly pieces: number;
}

/**
 * Lines of a log, next to each other and in either order, without their secrets. What is invisible within a secret does
 * not hide it: such a line comes out without it, and every other line keeps what is invisible in it.
 */
export function redactLogLines(lines: readonly string[], also: readonly OptionalKind[] = []): RedactedText[] {
  const done = redactAsSeen(redact(lines, { also }).lines, also);
  return done.map((text, index) => ({ text, pieces: countPieces(lines[index] ?? '', text) }));
}

/** A text that is no line of a log, without the secrets in it: a name, what somebody typed, a sentence. */
export function redactText(text: string): Redacted {
  return redactAsSeen(redact([text]).lines, []).join('') as Redacted;
}

/** Lines of a log as they are, with what would have been taken out: for whoever may `reveal` it, and for nobody else. */
export function revealLogLines(lines: readonly string[], also: readonly OptionalKind[] = []): RedactedText[] {
  const done = redactLogLines(lines, also);
  return done.map(({ pieces }, index) => ({ text: (lines[index] ?? '') as Redacted, pieces }));
}

function redactAsSeen(lines: readonly Redacted[], also: readonly OptionalKind[]): readonly Redacted[] {
  const seen = lines.map((line) => withoutInvisible(line).replaceAll('\ufe0f', ''));
  if (seen.every((line, index) => line === lines[index])) return lines;
  const { lines: redacted } = redact(seen, { also });
  return lines.map((line, index) => {
    const text = redacted[index] ?? line;
    return text === seen[index] ? line : text;
  });
}

function countPieces(line: string, text: string): number {
  return text === line ? 0 : Math.max(1, countMarks(text) - countMarks(line));
}
