import { LIMITS } from './limits.ts';

/**
 * What a line must not bring along: terminal colours, control characters but tab and newline, and the invisible
 * characters that reorder or hide text (zero-width, bidirectional, tags, fillers), and halves of characters. U+FE0F,
 * which only says that an emoji is one, may stay.
 */
const UNSAFE = new RegExp(
  [
    '\\u001b\\[[0-9;?]*[ -/]*[@-~]',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]',
    '(?!\\ufe0f)\\p{Default_Ignorable_Code_Point}',
    '[\\u2028\\u2029\\ufff9-\\ufffb]',
    '\\p{Surrogate}',
  ].join('|'),
  'gu',
);

/** LTS marks what was searched for, sometimes although it is told not to. */
const HIGHLIGHT = /<\/?HighLightTag>/g;

/** A line's content as it was logged: without the newline that LTS ends it with, and without LTS's marks. */
export function wholeContent(content: string): string {
  return content.replace(/\r?\n$/, '').replace(HIGHLIGHT, '');
}

/** A line's content as one line of safe text, folded when long. It says how much is folded away. */
export function showContent(content: string): string {
  const text = safeText(wholeContent(content));
  const head = firstCharacters(text, LIMITS.logLine);
  if (head.length === text.length) return text;
  return `${head}… (+${countCharacters(text) - LIMITS.logLine} characters)`;
}

/** Text of others, such as a name, as one line of safe text with at most `most` characters. */
export function showText(text: string, most: number): string {
  const safe = safeText(text);
  const head = firstCharacters(safe, most);
  return head.length === safe.length ? safe : `${firstCharacters(safe, most - 1)}…`;
}

/** A newline within a text is shown, for what is shown is one line. */
function safeText(text: string): string {
  return text.replace(/\r?\n/g, ' ⏎ ').replace(UNSAFE, '');
}

/** Counts whole characters: a surrogate pair is never cut in half. */
function firstCharacters(text: string, count: number): string {
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
