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

/** A line's content as one line of safe text, folded when long. It says how much is folded away. */
export function showContent(content: string): string {
  // The service ends every content with a newline; one within is shown, for a line is one line here.
  const text = content
    .replace(/\r?\n$/, '')
    .replace(/\r?\n/g, ' ⏎ ')
    .replace(HIGHLIGHT, '')
    .replace(UNSAFE, '');
  const head = firstCharacters(text, LIMITS.logLine);
  if (head.length === text.length) return text;
  return `${head}… (+${countCharacters(text) - LIMITS.logLine} characters)`;
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
