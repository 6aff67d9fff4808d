import { splitWords } from './pieces.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/**
 * What a person typed, from what Slack makes of it: Slack escapes exactly three characters, writes links and mentions
 * in angle brackets (docs.slack.dev, "Formatting message text"), and phones turn straight quotes into curly ones.
 */
export function plainText(text: string): string {
  return text.replace(
    /<([^<>]*)>|&(lt|gt|amp);|[“”„‟＂‘’]/g,
    (whole: string, inner?: string, entity?: string) => {
      if (inner !== undefined) return readReference(inner) ?? whole;
      if (entity !== undefined) return ENTITIES[entity] ?? whole;
      return straighten(whole);
    },
  );
}

/** The same for what was entered in a modal, which Slack gives as it is. */
export function straightenQuotes(text: string): string {
  return text.replace(/[“”„‟＂‘’]/g, straighten);
}

function straighten(quote: string): string {
  return quote === '‘' || quote === '’' ? "'" : '"';
}

/** The ids of the people who are mentioned in what Slack makes of a text, by how `plainText` writes them. */
export function mentionsIn(text: string): ReadonlyMap<string, string> {
  const mentions = Array.from(
    text.matchAll(/<@(\w+)(?:\|[^<>]*)?>/g),
    ([whole, id = '']) => [plainText(whole), id] as const,
  );
  return new Map(mentions);
}

/** What stands between Slack's angle brackets; undefined when it is nothing of Slack's. */
function readReference(inner: string): string | undefined {
  const bar = inner.indexOf('|');
  const target = plainText(bar < 0 ? inner : inner.slice(0, bar));
  const label = bar < 0 ? '' : plainText(inner.slice(bar + 1));
  const [, sign, id] = /^([@#])(\w+)$/.exec(target) ?? [];
  if (sign && id) return sign + (label || id);
  const [, everybody] = /^!(here|channel|everyone)$/.exec(target) ?? [];
  if (everybody) return `@${everybody}`;
  const [, team] = /^!subteam\^(\w+)$/.exec(target) ?? [];
  if (team) return label || `@${team}`;
  const [, scheme] = /^(mailto:|tel:|[a-z][a-z\d+.-]*:\/\/)/i.exec(target) ?? [];
  if (!scheme) return undefined;
  return label || (scheme.endsWith('/') ? target : target.slice(scheme.length));
}

/**
 * LTS's default delimiters (vendor's page on search syntax). A query is split at them too, so `var/log` asks for the
 * two words; but there `?` is a wildcard.
 */
const SEARCHED_WORD = /[^\s,'";=()[\]{}@&<>/:\\]+/g;

/** The words that LTS makes of one that was typed, each with its place in it. */
export function searchedWords(typed: string): { readonly word: string; readonly at: number }[] {
  return Array.from(typed.matchAll(SEARCHED_WORD), ({ 0: word, index: at }) => ({ word, at }));
}

const OPERATORS = new Set(['and', 'or', 'not']);

/**
 * LTS's keyword syntax: words side by side must all occur, `#"a b"` is a phrase, and an operator that is meant as
 * a word is quoted.
 */
export function toKeywords(words: string): string {
  return splitWords(words)
    .flatMap(({ text, quoted }) => (quoted ? [`#"${text}"`] : searchedWords(text).map(quoteOperator)))
    .join(' ');
}

function quoteOperator({ word }: { readonly word: string }): string {
  return OPERATORS.has(word.toLowerCase()) ? `"${word}"` : word;
}
