import { MistakeError } from './mistake.ts';

/** One piece of typed text. `"a b"` is quoted; `level="a b"` is a quoted value with a name. */
export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  readonly name?: string;
}

/** Slack escapes exactly these three in command text; phones turn straight quotes into curly ones. */
export function plainText(text: string): string {
  return text
    .replace(/[“”„‟＂]/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/**
 * Splits at blanks outside of quotes. A quote within a word parts it, as LTS's own delimiters do; LTS's way to write
 * a phrase, `#"a b"`, is understood too.
 */
export function splitWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/(?:([A-Za-z_][\w.-]*)=|#)?"([^"]*)("?)|[^\s"]+/g)) {
    const [whole, name, value, end] = match;
    if (value === undefined) pieces.push({ text: whole, quoted: false });
    else if (!end) throw new MistakeError({ kind: 'open_quote', given: value });
    else if (value.trim()) pieces.push({ text: value.trim(), quoted: true, ...(name && { name }) });
  }
  return pieces;
}

/** The inverse of `splitWords` for what is searched: how words are kept in a button and shown in a header. */
export function joinWords(pieces: readonly Piece[]): string {
  return pieces.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
}

/**
 * LTS's default delimiters (vendor's page on search syntax). A query is split at them too, so `var/log` asks for the
 * two words; but there `?` is a wildcard.
 */
const DELIMITERS = /[\s,'";=()[\]{}@&<>/:\\]+/;

/** The words that LTS makes of one that was typed. */
export function searchedWords(typed: string): string[] {
  return typed.split(DELIMITERS).filter(Boolean);
}

const OPERATORS = new Set(['and', 'or', 'not']);

/**
 * LTS's keyword syntax: words side by side must all occur, `#"a b"` is a phrase, and an operator that is meant as
 * a word is quoted.
 */
export function toKeywords(words: string): string {
  return splitWords(words)
    .flatMap(({ text, quoted }) => (quoted ? `#"${text}"` : searchedWords(text).map(quoteOperator)))
    .join(' ');
}

function quoteOperator(word: string): string {
  return OPERATORS.has(word.toLowerCase()) ? `"${word}"` : word;
}
