import type { Arguments } from './arguments.ts';
import { MistakeError } from './mistake.ts';
import { joinWords, type Piece } from './pieces.ts';
import { searchedWords, toKeywords } from './words.ts';

/** Words and labels as the JSON that a button carries, beside ids, names and cursors; its value holds 2,000. */
export const MAX_FILTER = 1_300;

/** What lines must hold, as it was typed, or entered. @throws MistakeError */
export function readFilter(pieces: readonly Piece[], labelled: Arguments['labels']) {
  for (const piece of pieces) if (!piece.quoted) checkWildcards(piece);
  const words = joinWords(pieces);
  const [first, last] = [pieces[0], pieces.at(-1)];
  // LTS would find every line, which is not what was asked for.
  if (first && last && toKeywords(words) === '') {
    throw new MistakeError(
      { kind: 'nothing_to_search', given: words },
      { start: first.start, end: last.end },
    );
  }
  const labels = Array.from(labelled, ([name, { text }]) => [name, text] as const);
  if (JSON.stringify([words, labels]).length > MAX_FILTER) {
    const all = [...pieces, ...labelled.values()].toSorted((one, other) => one.start - other.start);
    throw new MistakeError({ kind: 'too_long' }, { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 });
  }
  return { words, labels: Object.fromEntries(labels) };
}

/** LTS refuses a wildcard in front of a word (LTS.0301). In quotes it is none. */
function checkWildcards({ text, start }: Piece): void {
  const bad = searchedWords(text).find(({ word }) => /^[*?]/.test(word));
  if (!bad) return;
  const from = start + bad.at;
  const place = { start: from, end: from + bad.word.length };
  throw new MistakeError({ kind: 'wildcard_first', given: bad.word }, place);
}
