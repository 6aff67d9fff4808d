import { splitWords } from './terms.ts';

export type Token =
  | { readonly kind: 'and' | 'or' | 'not' | '(' | ')' }
  /** Words that were quoted are literal: no operators and no wildcards. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly literal: boolean }
  | { readonly kind: 'phrase'; readonly words: readonly string[] };

/**
 * A quotation, perhaps with the # of a phrase; a bracket; or a word, which any other delimiter ends but `?`: in a
 * query that one is a wildcard. A quotation mark without its partner is a delimiter like others.
 */
const piece = /(#?)"([^"]*)"|([()])|([^ \t\r\n,'";=()[\]{}@&<>/:\\]+)/g;

/** Cuts the keywords of a query into tokens. */
export function lexKeywords(keywords: string): Token[] {
  const tokens: Token[] = [];
  for (const [, hash, quoted, bracket, word] of keywords.matchAll(piece)) {
    if (bracket === '(' || bracket === ')') tokens.push({ kind: bracket });
    else if (word !== undefined) tokens.push(wordToken(word));
    else {
      const words = splitWords(quoted ?? '');
      if (words.length > 0) tokens.push(quotation(words, hash === '#'));
    }
  }
  return tokens;
}

function wordToken(word: string): Token {
  const lower = word.toLowerCase();
  if (lower === 'and' || lower === 'or' || lower === 'not') return { kind: lower };
  return { kind: 'words', words: [word], literal: false };
}

function quotation(words: readonly string[], isPhrase: boolean): Token {
  return isPhrase ? { kind: 'phrase', words } : { kind: 'words', words, literal: true };
}
