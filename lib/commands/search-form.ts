import type { LogSearch } from '../lts/paging.ts';
import type { StreamRef, TypedSearch } from './command.ts';
import type { SearchEntries } from './search-entries.ts';

/** The form of a search, filled in with what is known of it. */
export interface OpenSearchCommand {
  readonly kind: 'open_search';
  /** Absent: the channel's default. */
  readonly stream?: StreamRef;
  readonly search?: TypedSearch;
  /** Of a message whose logs are looked up. */
  readonly about?: AboutMessage;
  /** Who is to see the answer about that, at first; absent: everybody. */
  readonly visibility?: SearchVisibility;
}

/** A message whose logs are looked up, as the form keeps it. */
export interface AboutMessage {
  /** The thread in which an answer for all stands. */
  readonly threadTs: string;
  /** What its text names that may be searched for. */
  readonly found: readonly string[];
}

/** The same form, filled in with what a message is about. */
export interface LookUpCommand {
  readonly kind: 'look_up';
  readonly text: string;
  readonly window: Pick<LogSearch, 'start' | 'end'>;
  readonly threadTs: string;
}

/** The same form with the streams of another group, or the groups of another source, and all that was entered. */
export interface RefillCommand {
  readonly kind: 'refill';
  readonly source: string;
  readonly group?: Named;
  /** Everything else in the form. */
  readonly filled: FilledSearch;
}

/** Something of LTS that is chosen by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a search form holds beside the stream. */
export interface FilledSearch {
  readonly entries: SearchEntries;
  /** What was chosen of what the message names; empty for nothing. */
  readonly found: string;
  readonly isCounted: boolean;
  readonly visibility: SearchVisibility;
  readonly about?: AboutMessage;
}

/** Who sees the answer about a message: all who see that, in its thread, or only the person. */
export const SEARCH_VISIBILITIES = ['thread', 'me'] as const;
export type SearchVisibility = (typeof SEARCH_VISIBILITIES)[number];
