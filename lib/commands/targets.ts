import type { TypedStream } from './command.ts';
import { MistakeError, type Place } from './mistake.ts';
import { type Piece, partOf } from './pieces.ts';

/** `GROUP/STREAM` in its two parts. */
interface Target {
  readonly group: Piece;
  readonly stream: Piece;
}

/** Splits at the first slash; undefined unless something stands on both sides of it, and for a URL. */
export function splitTarget(piece: Piece): Target | undefined {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(piece.text)) return undefined;
  const slash = piece.text.search(/[/／]/);
  if (slash < 0) return undefined;
  const group = partOf(piece, 0, slash);
  const stream = partOf(piece, slash + 1, piece.text.length);
  return group.text && stream.text ? { group, stream } : undefined;
}

/** @throws MistakeError when there is no target */
export function expectTarget(piece: Piece | undefined, end: Place): Target {
  if (!piece) throw new MistakeError({ kind: 'stream_expected', given: '' }, end);
  const target = splitTarget(piece);
  if (!target) throw new MistakeError({ kind: 'stream_expected', given: piece.text }, piece);
  return target;
}

export function toTypedStream({ group, stream }: Target): TypedStream {
  return { group: group.text, stream: stream.text };
}

/**
 * The same words, where the first few that belong together are one: quotes part `checkout/"api v2"` and
 * `"check out"/api`, but the slash between them holds them together. So does a comma in a list.
 */
export function joinFirst(words: readonly Piece[], isList = false): Piece[] {
  const [first, ...rest] = words;
  if (!first) return [];
  let joined = first;
  let count = 0;
  for (const next of rest) {
    if (!belongs(joined, next, isList)) break;
    joined = { text: joined.text + next.text, quoted: true, start: joined.start, end: next.end };
    count += 1;
  }
  return [joined, ...rest.slice(count)];
}

function belongs(before: Piece, next: Piece, isList: boolean): boolean {
  const touching = `${before.text.at(-1)}${next.text.at(0)}`;
  if (isList && /[,，]/.test(touching)) return true;
  return before.end === next.start && /[/／]/.test(touching);
}
