import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { typedWords } from '../commands/typed-words.ts';
import { redactText } from '../redaction/log-lines.ts';
import { asTyped, streamName } from './names.ts';
import { filterParts } from './search-header.ts';
import { sameWindow } from './typed-window.ts';
import type { Viewer } from './viewer.ts';

/** What is typed behind the slash command for the same search, but for its page size. It may hold a secret: whoever shows it takes that out. */
export function typedSearch(
  { groupName, streamName: name }: StreamRef,
  { words, labels, ...search }: TypedSearch,
  { clock }: Viewer,
): string {
  const target = asTyped(streamName(groupName, name));
  const order = search.order === 'oldest' ? ['order:oldest'] : [];
  const count = search.isCounted ? ['count'] : [];
  return [
    'logs',
    target,
    ...typedParts({ words, labels }),
    ...order,
    ...count,
    sameWindow(search, clock),
  ].join(' ');
}

/**
 * Words, phrases and labels, each as it has to be typed: `filterParts` are as they were entered, and so are words with a
 * secret, for only so would it be known as one.
 */
export function typedParts({ words, labels }: Pick<TypedSearch, 'words' | 'labels'>): string[] {
  const isSafe = redactText(words) === words;
  return isSafe
    ? [...typedWords(words), ...filterParts({ words: '', labels })]
    : filterParts({ words, labels });
}
