import { findCommands } from './commands.ts';
import { findNumbers } from './digits.ts';
import { findSchemes } from './headers.ts';
import { findInserted } from './inserts.ts';
import { findKeys } from './key-lines.ts';
import { findKeyed } from './keyed.ts';
import type { OptionalKind } from './kinds.ts';
import { FIND_PERSONAL } from './personal.ts';
import { replaceSpans, type Span } from './span.ts';
import { findTokens } from './tokens.ts';
import { findUrlPasswords } from './urls.ts';
import { findWebhooks } from './webhooks.ts';

declare const redacted: unique symbol;

/** Text that may be shown. Only lib/redaction makes it: of what has been through `redact`, and of what is revealed. */
export type Redacted = string & { readonly [redacted]: true };

export interface RedactedLines {
  /** As many as were given, in their order. */
  readonly lines: readonly Redacted[];
  /** How many of them are not as they were. */
  readonly changed: number;
}

export interface RedactionOptions {
  /** What else is taken out. None by default: it is what a log is searched for, and it lets nobody in. */
  readonly also?: readonly OptionalKind[];
}

/** Two do, but for lines that are made to need more. */
const MOST_ROUNDS = 8;

type Find = (line: string, spans: Span[]) => void;

const FINDERS: readonly Find[] = [
  findKeyed,
  findTokens,
  findSchemes,
  findUrlPasswords,
  findWebhooks,
  findCommands,
  findInserted,
  findNumbers,
];

/**
 * Lines of a log, next to each other and in either order, with a mark such as `[redacted: password]` in place of each
 * secret, and all else as it was. A private key may stand in several lines. Takes time in proportion to the text,
 * whatever it says; never throws. Redacting twice is redacting once.
 */
export function redact(lines: readonly string[], { also = [] }: RedactionOptions = {}): RedactedLines {
  const finders = [...FINDERS, ...also.map((kind) => FIND_PERSONAL[kind])];
  let text = redactOnce(lines, lines.keys(), finders);
  // What stands next to a mark may read differently now: lines that changed are looked at again.
  for (let [before, round] = [lines, 1]; round < MOST_ROUNDS; round += 1) {
    const changed = changedIn(before, text);
    if (changed.length === 0) break;
    before = text;
    text = redactOnce(text, changed, finders);
  }
  return { lines: text.map((line) => line as Redacted), changed: changedIn(lines, text).length };
}

/** Reads the lines at `indexes`, and all of them for keys that stand in several. */
function redactOnce(lines: readonly string[], indexes: Iterable<number>, finders: readonly Find[]): string[] {
  const spans = lines.map((): Span[] => []);
  for (const index of indexes) {
    for (const find of finders) find(lines[index] ?? '', spans[index] ?? []);
  }
  findKeys(lines, spans);
  return lines.map((line, index) => replaceSpans(line, spans[index] ?? []));
}

function changedIn(before: readonly string[], after: readonly string[]): number[] {
  return [...after.keys()].filter((index) => after[index] !== before[index]);
}
