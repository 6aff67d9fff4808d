import { escapedLength, LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import type { Words } from './words.ts';

/** A name of LTS as it is shown; `id` stands in for one that nobody could see. */
export function showName(name: string, id = '?'): string {
  const shown = showText(name, LIMITS.name);
  return shown.trim() ? shown : id;
}

/** `group/stream`, as it is shown and, but for blanks, typed. */
export function streamName(group: string, stream: string): string {
  return `${showName(group)}/${showName(stream)}`;
}

/** A name as it has to be typed: in quotes when it holds blanks. */
export function asTyped(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}

/** Room for names in a sentence: enough for a screen reader, and for a notification. */
const NAMES_ROOM = 500;

/** As many names, ready to be shown, as there is room for, and how many more there are. */
export function listNames(
  names: readonly string[],
  words: Pick<Words, 'list' | 'more'>,
  room = NAMES_ROOM,
): string {
  let left = room;
  const overflow = names.findIndex((name) => {
    left -= escapedLength(name) + 2;
    return left < 0;
  });
  if (overflow < 0) return words.list(names);
  return words.list([...names.slice(0, overflow), words.more(names.length - overflow)]);
}
