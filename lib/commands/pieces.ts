import { MistakeError, type Place } from './mistake.ts';

/** One piece of typed text, and where it stands in it. */
export interface Piece extends Place {
  /** Without its quotes, and without blanks at its ends. */
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Splits at blanks outside of quotes. A quote within a word parts it, as LTS's own delimiters do: the two pieces then
 * adjoin. LTS's way to write a phrase, `#"a b"`, is understood too.
 * @throws MistakeError for a quote that is never closed
 */
export function splitWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/#?"([^"]*)("?)|[^\s"]+/g)) {
    const [whole, value, close] = match;
    const place = { start: match.index, end: match.index + whole.length };
    if (value === undefined) pieces.push({ text: whole, quoted: false, ...place });
    else if (!close) throw new MistakeError({ kind: 'open_quote', given: value }, place);
    else if (value.trim()) pieces.push({ text: value.trim(), quoted: true, ...place });
  }
  return pieces;
}

/** The inverse of `splitWords` for what is searched: how words are kept in a button and shown in a header. */
export function joinWords(pieces: readonly Pick<Piece, 'text' | 'quoted'>[]): string {
  return pieces.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
}

/** A part of a piece, with its place. What stands in quotes is marked as a whole. */
export function partOf(piece: Piece, from: number, to: number): Piece {
  const text = piece.text.slice(from, to);
  // Only in quotes are there blanks.
  if (piece.quoted) return { ...piece, text: text.trim() };
  return { text, quoted: false, start: piece.start + from, end: piece.start + from + text.length };
}

/** Just behind a piece: where something is missing. */
export function behind({ end }: Place): Place {
  return { start: end, end };
}

/** A word as a person means it: Chinese keyboards type full-width letters and digits, phones begin with a capital. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
