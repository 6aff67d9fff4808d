import type { Mistake, Place } from './mistake.ts';
import { fold, type Piece, partOf, splitWords } from './pieces.ts';

/**
 * Where a name stands in a command that could be read, when only LTS or the settings could tell that there is no such
 * thing. `text` is as `plainText` gives it. Undefined when the name was not typed, as in a channel's default.
 */
export function placeOfName(text: string, mistake: Mistake): Place | undefined {
  const [, ...pieces] = splitWords(text);
  switch (mistake.kind) {
    case 'unknown_group':
      return toPlace(pieces.map(beforeSlash).find((name) => name.text === mistake.given));
    case 'unknown_stream':
      return toPlace(pieces.flatMap(streamsIn).find((name) => name.text === mistake.given));
    case 'unknown_source':
      return toPlace(pieces.find((name) => fold(name.text) === mistake.given));
    default:
      return undefined;
  }
}

function beforeSlash(piece: Piece): Piece {
  const slash = piece.text.search(/[/／]/);
  return slash < 0 ? piece : partOf(piece, 0, slash);
}

/** All that follows the first slash, and each part of it that may be one of a list. */
function streamsIn(piece: Piece): Piece[] {
  const from = piece.text.search(/[/／]/) + 1;
  const { length } = piece.text;
  const parts = Array.from(piece.text.slice(from).matchAll(/[^,，]+/g), ({ 0: part, index }) =>
    partOf(piece, from + index, from + index + part.length),
  );
  return [partOf(piece, from, length), ...parts];
}

function toPlace(piece: Piece | undefined): Place | undefined {
  return piece && { start: piece.start, end: piece.end };
}
