import type { SubmittedJob } from '../commands/job.ts';
import type { SearchEntries } from '../commands/search-entries.ts';
import { type ChosenGroup, type ChosenStream, readGroup, readStream } from '../commands/stream-choice.ts';

type Values = SubmittedJob['values'];

/** What stands in a field; empty for one that is empty, or is not there. */
export function textIn(values: Values, blockId: string): string {
  const value = values[blockId];
  return typeof value === 'string' ? value : '';
}

export function entriesIn(values: Values): SearchEntries {
  return {
    words: textIn(values, 'words'),
    labels: textIn(values, 'labels'),
    window: textIn(values, 'window'),
    from: textIn(values, 'from'),
    to: textIn(values, 'to'),
    limit: textIn(values, 'limit'),
    order: textIn(values, 'order'),
  };
}

export function chosenIn(values: Values): {
  group: ChosenGroup | undefined;
  stream: ChosenStream | undefined;
} {
  return { group: readGroup(textIn(values, 'group')), stream: readStream(textIn(values, 'stream')) };
}
