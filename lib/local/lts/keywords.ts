import { lexKeywords, type Token } from './lex-keywords.ts';
import { refusal } from './refusal.ts';
import { phraseTerm, type Term, wildcardTerm, wordTerm } from './terms.ts';

/** What a line must hold. */
export type Condition =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/**
 * Reads the keywords of a query: words, `and`, `or`, `not` (which binds tightest, then `and`), brackets, `#"a phrase"`.
 * Words beside each other are joined by `and`. Null when there is no word at all.
 * Refuses a word that begins with `*` or `?` (LTS.0301), and an operator without its words (LTS.0009).
 */
export function parseKeywords(keywords: string): Condition | null {
  const tokens = withoutIdleBrackets(lexKeywords(keywords));
  if (tokens.length === 0) return null;
  const parser = { tokens, at: 0 };
  const condition = readAny(parser);
  if (parser.at < tokens.length) throw refusal('invalidBody');
  return condition;
}

interface Parser {
  readonly tokens: readonly Token[];
  at: number;
}

function readAny(parser: Parser): Condition {
  const of = [readAll(parser)];
  while (takes(parser, 'or')) of.push(readAll(parser));
  return joined('any', of);
}

function readAll(parser: Parser): Condition {
  const of = [readOne(parser)];
  while (takes(parser, 'and') || beginsCondition(parser)) of.push(readOne(parser));
  return joined('all', of);
}

function readOne(parser: Parser): Condition {
  const token = parser.tokens[parser.at];
  parser.at += 1;
  switch (token?.kind) {
    case 'not':
      return { kind: 'not', of: readOne(parser) };
    case '(': {
      const inner = readAny(parser);
      parser.at += 1;
      return inner;
    }
    case 'phrase':
      return { kind: 'term', term: phraseTerm(token.words) };
    case 'words':
      return joined(
        'all',
        token.words.map((word) => readWord(word, token.literal)),
      );
    default:
      throw refusal('invalidBody');
  }
}

function readWord(word: string, literal: boolean): Condition {
  if (literal || !/[*?]/.test(word))
    return joined(
      'any',
      cases(word).map((text) => ({ kind: 'term', term: wordTerm(text) })),
    );
  if (/^[*?]/.test(word)) throw refusal('wildcardFirst');
  return { kind: 'term', term: wildcardTerm(word) };
}

/**
 * The search itself ignores the case of ASCII letters only; a word with others is looked for as it is and in the
 * three usual ways of writing it.
 */
function cases(word: string): string[] {
  const lower = word.toLowerCase();
  const ways = [word, lower, word.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
  const known = new Set<string>();
  // `ß` would become `SS`, which is another word.
  const whole = ways.filter((way) => way.length === word.length);
  return whole.filter((way) => {
    const folded = way.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return known.size < known.add(folded).size;
  });
}

function joined(kind: 'all' | 'any', of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind, of };
}

function takes(parser: Parser, kind: Token['kind']): boolean {
  if (parser.tokens[parser.at]?.kind !== kind) return false;
  parser.at += 1;
  return true;
}

function beginsCondition(parser: Parser): boolean {
  const kind = parser.tokens[parser.at]?.kind;
  return kind === 'words' || kind === 'phrase' || kind === 'not' || kind === '(';
}

/** Brackets are delimiters too: empty pairs (`main()`) say nothing, and those without a partner are not operators. */
function withoutIdleBrackets(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  let depth = 0;
  let balanced = true;
  for (const token of tokens) {
    if (token.kind === ')' && kept.at(-1)?.kind === '(') kept.pop();
    else kept.push(token);
    depth += token.kind === '(' ? 1 : token.kind === ')' ? -1 : 0;
    if (depth < 0) balanced = false;
  }
  return balanced && depth === 0 ? kept : kept.filter(({ kind }) => kind !== '(' && kind !== ')');
}
