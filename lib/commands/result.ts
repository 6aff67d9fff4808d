import type { LineNum } from '../lts/line-num.ts';
import type { Cursor, Page } from '../lts/paging.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import type { HelpTopic, StreamRef, TypedSearch } from './command.ts';
import type { WriteResult } from './write-result.ts';

/** What a command came to; a view makes a message of it. */
export type Result =
  | { readonly kind: 'help'; readonly topic?: HelpTopic }
  | GroupsResult
  | StreamsResult
  | PageResult
  | WriteResult
  | UseResult
  | SourceResult
  | AnswersResult;

export interface GroupsResult {
  readonly kind: 'groups';
  readonly source: string;
  readonly groups: readonly LogGroup[];
  readonly withIds: boolean;
}

export interface StreamsResult {
  readonly kind: 'streams';
  readonly source: string;
  readonly group: LogGroup;
  readonly streams: readonly LogStream[];
  readonly withIds: boolean;
}

export interface PageResult {
  readonly kind: 'page';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly page: Page;
  /** Where the page begins; absent for the first one. */
  readonly cursor?: Cursor;
  /** `Newer` at the newest end brought nothing: there is nothing yet, or the window ends there for good. */
  readonly nothingNewer?: 'yet' | 'window_ends';
  /** The line that the page is about, when it shows what is around one. */
  readonly around?: LineNum;
}

/** The channel's default stream, after it was shown, set or cleared. */
export interface UseResult {
  readonly kind: 'use';
  readonly stream?: StreamRef;
  readonly isChanged: boolean;
}

export interface SourceResult {
  readonly kind: 'source';
  readonly name: string;
  readonly known: readonly string[];
  readonly isChanged: boolean;
  /** The channel's default stream was of another source, so there is none now. */
  readonly cleared?: StreamRef;
}

export interface AnswersResult {
  readonly kind: 'answers';
  readonly visibility: 'public' | 'private';
  readonly isChanged: boolean;
}
