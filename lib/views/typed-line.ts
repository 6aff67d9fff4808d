import type { RichTextElement } from '@slack/types';
import type { Place } from '../commands/mistake.ts';
import { redactText } from '../redaction/log-lines.ts';
import { showText } from './log-text.ts';
import { code } from './message.ts';

/** What was typed after the slash command, and where in it the mistake stands. */
export interface TypedLine {
  readonly line: string;
  readonly place?: Place;
}

/** So many characters of a long line stand on either side of the place, and of the place itself. */
const MOST = 120;

/**
 * The line given back, with the place in bold; where something is missing, brackets stand in for it. In a line with a
 * secret no place is marked: in pieces it would not be found.
 */
export function showTyped({ line, place }: TypedLine, command: string): RichTextElement[] {
  if (!place || redactText(line) !== line) return [code(`${command} ${showText(line, MOST)}`)];
  const before = lastPart(line.slice(0, place.start));
  const marked = showText(line.slice(place.start, place.end), MOST);
  const after = showText(line.slice(place.end), MOST);
  // A missing value follows its colon, a missing word a blank.
  const gap = marked.trim() || !/[\p{L}\p{N}"]$/u.test(before) ? '' : ' ';
  return [
    code(`${command} ${before}${gap}`),
    { type: 'text', text: marked.trim() ? marked : '‹…›', style: { bold: true, code: true } },
    ...(after ? [code(after)] : []),
  ];
}

function lastPart(text: string): string {
  const characters = Array.from(showText(text, text.length));
  return characters.length <= MOST ? characters.join('') : `…${characters.slice(1 - MOST).join('')}`;
}
