import { redactText } from '../redaction/log-lines.ts';
import type { Redacted } from '../redaction/redact.ts';
import { LIMITS } from './limits.ts';
import { cutText, firstCharacters, safeText } from './safe-text.ts';

/** A line's content as one line of safe text, folded when long. It says how much is folded away. */
export function showContent(content: Redacted): string {
  const text = safeText(content);
  const head = firstCharacters(text, LIMITS.logLine);
  if (head.length === text.length) return text;
  return `${head}… (+${countCharacters(text) - LIMITS.logLine} characters)`;
}

/** Text of others, such as a name, without secrets, as one line of safe text with at most `most` characters. */
export function showText(text: string, most: number): string {
  return cutText(redactText(text), most);
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
