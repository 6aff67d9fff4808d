import type { PRESETS, RANGE } from '../commands/search-entries.ts';
import type { SearchVisibility } from '../commands/search-form.ts';

/** Of the search form; labels of a modal hold 2,000 characters, and of options 75. */
export interface SearchWords {
  readonly title: string;
  readonly submit: string;
  readonly source: string;
  readonly group: string;
  readonly pickGroup: string;
  readonly stream: string;
  readonly pickStream: string;
  readonly groupFirst: string;
  /** Groups, or streams, that a select has no room for. */
  notListed(count: number, command: string): string;
  readonly notRefilled: string;
  readonly again: string;
  readonly found: string;
  readonly foundHint: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly labels: string;
  readonly labelsHint: string;
  readonly window: string;
  readonly windows: Readonly<Record<(typeof PRESETS)[number] | typeof RANGE, string>>;
  readonly from: string;
  readonly fromHint: string;
  readonly to: string;
  readonly toHint: string;
  readonly limit: string;
  readonly order: string;
  readonly visibility: string;
  readonly visibilities: Readonly<Record<SearchVisibility, string>>;
  readonly notOpened: string;
  readonly open: string;
  /** Before a line that shows a modal's page in a channel. */
  readonly goOn: string;
  /** On a page, what changes its search. */
  readonly refine: string;
}
