import { type Piece, splitWords } from './pieces.ts';
import { isWordBehindLogs } from './read-logs.ts';
import { searchedWords } from './words.ts';

/**
 * The words of a search as they are typed behind `logs`. In a form `level=warn` and `count` are words, behind `logs` they
 * are not; so they are written in another way that LTS takes for the same.
 */
export function typedWords(words: string): readonly string[] {
  return splitWords(words).flatMap(asTyped);
}

function asTyped(piece: Piece): readonly string[] {
  const { text, quoted } = piece;
  if (quoted) return [`"${text}"`];
  if (isWordBehindLogs(piece)) return [text];
  const searched = searchedWords(text).map(({ word }) => word);
  return searched.map((word) => (isWordBehindLogs({ ...piece, text: word }) ? word : `"${word}"`));
}
