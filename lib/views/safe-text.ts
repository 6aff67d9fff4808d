import { withoutInvisible } from '../redaction/invisible.ts';

/** As one line of safe text with at most `most` characters. What may hold secrets goes through `showText`. */
export function cutText(text: string, most: number): string {
  const safe = safeText(text);
  const head = firstCharacters(safe, most);
  return head.length === safe.length ? safe : `${firstCharacters(safe, most - 1)}…`;
}

/** A newline within a text is shown, for what is shown is one line. */
export function safeText(text: string): string {
  return withoutInvisible(text.replace(/\r?\n/g, ' ⏎ '));
}

/** Counts whole characters: a surrogate pair is never cut in half. */
export function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}
