import type { Cursor, LogSearch } from '../lts/paging.ts';

/** What a person asks for, whether typed or clicked. */
export type Command = HelpCommand | GroupsCommand | StreamsCommand | LogsCommand;

interface HelpCommand {
  readonly kind: 'help';
}

interface GroupsCommand {
  readonly kind: 'groups';
}

interface StreamsCommand {
  readonly kind: 'streams';
  /** A name or an id. */
  readonly group: string;
}

/** The first page of a search, as typed: the stream is named, not yet known. */
export interface LogsCommand {
  readonly kind: 'logs';
  readonly group: string;
  readonly stream: string;
  readonly search: TypedSearch;
}

/** A search in the words of the person: `words` is compiled to LTS's syntax only when LTS is asked. */
export interface TypedSearch extends Omit<LogSearch, 'keywords'> {
  /** Single words and "phrases", all of which a line must hold. */
  readonly words: string;
}

/** A stream that was found: what a button carries, so that a page needs no look-up. */
export interface StreamRef {
  readonly groupId: string;
  readonly groupName: string;
  readonly streamId: string;
  readonly streamName: string;
}

/** A page next to one that is shown. It is what `Older` and `Newer` stand for. */
export interface PageCommand {
  readonly kind: 'page';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly cursor?: Cursor;
  /** `Newer` at the newest end: the window's end moves to the moment of the click. */
  readonly extends: boolean;
  /** The cursor of the page that is shown, which is shown again when there is nothing beyond it. */
  readonly shown?: Cursor;
}
