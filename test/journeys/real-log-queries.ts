import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { type FileLine, scan, type Wanted } from './real-log-scan.ts';

/** A stream, and all that is in it, oldest first. */
export interface FileStream {
  readonly name: string;
  readonly lines: readonly FileLine[];
}

export interface FileQuery {
  /** The whole command. */
  readonly typed: string;
  readonly order: 'newest' | 'oldest';
  readonly isCounted: boolean;
  readonly limit: number;
  /** In the order asked for. */
  readonly expected: readonly FileLine[];
}

interface Window extends Pick<Wanted, 'start' | 'end'> {
  readonly typed: string;
}

/** Chooses a window that holds the line. */
export type ChooseWindow = (random: Random, lines: readonly FileLine[], index: number) => Window;

/** A query that a person might type who has seen one of the lines: what it holds, and a window that it lies in. */
export function makeQuery(random: Random, { name, lines }: FileStream, choose: ChooseWindow): FileQuery {
  const index = random.between(0, lines.length - 1);
  const line = lines[index];
  if (!line) throw new Error('an empty stream');
  const words = chooseWords(random, line.content);
  const phrases = random.chance(30) ? choosePhrase(random, line.content) : [];
  const labels = random.chance(30) ? chooseLabels(random, line.labels) : {};
  const window = choose(random, lines, index);
  const found = scan(lines, { ...window, words, phrases, labels });
  const order = random.oneOf<FileQuery['order']>(['newest', 'newest', 'oldest']);
  const isCounted = random.chance(30);
  const limit = chooseLimit(random, found.length);
  const filter = [
    ...words.map((word) => changeCase(random, word)),
    ...phrases.map((phrase) => `"${changeCase(random, phrase)}"`),
    ...Object.entries(labels).map(
      ([label, value]) => `${label}=${value.includes(' ') ? `"${value}"` : value}`,
    ),
  ];
  const options = [
    window.typed,
    ...(order === 'oldest' ? ['order:oldest'] : []),
    ...(isCounted ? ['count'] : []),
    `limit:${limit}`,
  ];
  return {
    typed: [
      '/lts logs',
      name,
      ...(random.chance(50) ? [...filter, ...options] : [...options, ...filter]),
    ].join(' '),
    order,
    isCounted,
    limit,
    expected: order === 'newest' ? found.toReversed() : found,
  };
}

/** None to three; sometimes one that stands in no such line, and sometimes with a wildcard. */
function chooseWords(random: Random, content: string): string[] {
  const choices = content.split(/[,'";=()[\]{}@&<>/:\\? \t\r\n]+/).filter(isTypedAsIs);
  const chosen = Array.from(
    { length: random.between(0, 3) },
    () => choices[random.between(0, choices.length - 1)],
  );
  const words = [...new Set(chosen)].filter((word) => word !== undefined);
  if (random.chance(8)) return [...words, 'half-nothing'];
  if (!random.chance(20)) return words;
  return words.map((word) => (word.length > 3 ? withWildcard(random, word) : word));
}

/** `count` alone asks for something else, and quotes and wildcards have a meaning. */
function isTypedAsIs(word: string): boolean {
  return word !== '' && !/^(count|#.*)$/i.test(word) && !/[*"“”„‟＂‘’=＝：]/.test(word);
}

function withWildcard(random: Random, word: string): string {
  const at = random.between(1, word.length - 1);
  return random.chance(50) ? `${word.slice(0, at)}*` : `${word.slice(0, at)}?${word.slice(at + 1)}`;
}

/** Two to four words beside each other, with what stands between them in the line, or with blanks. */
function choosePhrase(random: Random, content: string): string[] {
  const words = [...content.matchAll(/[^,'";=()[\]{}@&<>/:\\? \t\r\n]+/g)];
  const from = random.between(0, Math.max(0, words.length - 2));
  const chosen = words.slice(from, from + random.between(2, 4));
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return [];
  const text = content.slice(first.index, last.index + last[0].length);
  const phrase = random.chance(50) ? text : chosen.map(([word]) => word).join(' ');
  return /["\r\n]/.test(phrase) ? [] : [phrase];
}

function chooseLabels(random: Random, labels: FileLine['labels']): FileLine['labels'] {
  const entries = Object.entries(labels).filter(() => random.chance(50));
  if (random.chance(8)) return { ...Object.fromEntries(entries), appName: 'nobody' };
  return Object.fromEntries(entries);
}

/** Other letters than those of ASCII are left: whether LTS knows their case is not documented. */
function changeCase(random: Random, text: string): string {
  if (/[^\0-\x7f]/.test(text)) return text;
  return random.oneOf([text, text, text.toLowerCase(), text.toUpperCase()]);
}

/** So that there are some pages to click through, and not hundreds. */
function chooseLimit(random: Random, found: number): number {
  const pages = random.oneOf([1, 2, 3, 5, 8]);
  return Math.min(200, Math.max(1, Math.ceil(found / pages) + random.between(-1, 1)));
}
