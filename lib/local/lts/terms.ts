import { isDelimiter, isDelimiterByte } from './delimiters.ts';
import { findNeedle, type Needle, standsAt, toNeedle } from './needle.ts';

/** Something that is found at places within a line: a word, a word with wildcards, or a phrase. */
export interface Term {
  /** What every hit begins with. */
  readonly start: Needle;
  /** Where the hit ends whose start stands at `at`; -1 when it is none. */
  readonly endOf: (content: Buffer, at: number) => number;
}

/** A whole word. */
export function wordTerm(word: string): Term {
  const start = toNeedle(word);
  const { length } = start.bytes;
  return { start, endOf: (content, at) => (endsWord(content, at + length) ? at + length : -1) };
}

/** A word in which `*` stands for any characters and `?` for one; neither comes first. */
export function wildcardTerm(pattern: string): Term {
  const fixed = pattern.search(/[*?]/);
  const rest = pattern.slice(fixed).toLowerCase();
  const start = toNeedle(pattern.slice(0, fixed));
  const { length } = start.bytes;
  return {
    start,
    endOf(content, at) {
      let end = at + length;
      while (!endsWord(content, end)) end += 1;
      const matches = rest === '*' || fits(rest, content.toString('utf8', at + length, end).toLowerCase());
      return matches ? end : -1;
    },
  };
}

/** Words that stand in this order with nothing but delimiters between them. */
export function phraseTerm(words: readonly string[]): Term {
  const [start = toNeedle(''), ...others] = words.map(toNeedle);
  return {
    start,
    endOf(content, at) {
      let end = at + start.bytes.length;
      for (const { bytes } of others) {
        if (!endsWord(content, end)) return -1;
        while (isDelimiterByte[content[end] as number] === 1 && content[end] !== 0x0a) end += 1;
        if (!standsAt(content, bytes, end)) return -1;
        end += bytes.length;
      }
      return endsWord(content, end) ? end : -1;
    },
  };
}

/** Where `term` first stands in `content` between `from` and `to`, or -1. */
export function findTerm(content: Buffer, term: Term, from: number, to: number): number {
  for (let at = findNeedle(content, term.start, from, to); at !== -1; ) {
    const beginsWord = at === 0 || isDelimiterByte[content[at - 1] as number] === 1;
    if (beginsWord && term.endOf(content, at) !== -1) return at;
    at = findNeedle(content, term.start, at + 1, to);
  }
  return -1;
}

/** The words of a text, split at delimiters. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (!isDelimiter(character)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

function endsWord(content: Buffer, at: number): boolean {
  return isDelimiterByte[content[at] as number] === 1;
}

/** Whether `text` fits a pattern of `*`, `?` and plain characters. Goes back to the last `*` only: never exponential. */
function fits(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  for (let index = 0; index < text.length; ) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      retry = index;
    } else if (pattern[at] === '?' || pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star === -1) return false;
    else {
      retry += 1;
      at = star + 1;
      index = retry;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
