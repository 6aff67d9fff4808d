import type { Cursor } from '../lts/paging.ts';
import type { OpenFormCommand, StreamRef, TypedSearch } from './command.ts';
import type { OpenSearchCommand } from './search-form.ts';

/** What a button or a select stands for. */
export type Click =
  | PageCommand
  | RepeatCommand
  | ShareCommand
  | RevealCommand
  | ExportCommand
  | AroundCommand
  | PickedGroupCommand
  | PickedStreamCommand
  | OpenDeleteCommand
  | OpenFormCommand
  | OpenSearchCommand
  | DecideCommand;

/** A page next to one that is shown. It is what `Older` and `Newer` stand for. */
export interface PageCommand {
  readonly kind: 'page';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly cursor?: Cursor;
  /** `Newer` at the newest end: the window's end moves to the moment of the click, unless it is fixed. */
  readonly extends: boolean;
  /** The cursor of the page that is shown, which is shown again when there is nothing beyond it. */
  readonly shown?: Cursor;
}

/** A search that a person has made before, once more: a window that ended then ends now, and is as long. */
export interface RepeatCommand {
  readonly kind: 'repeat';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  /** Where they made it. */
  readonly channelId: string;
}

/** The page that is shown, once more. */
interface ShownPage {
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly cursor?: Cursor;
  /** The line that the page is about, when it shows what is around one. */
  readonly around?: LineRef;
}

/** For everybody in the channel. */
export interface ShareCommand extends ShownPage {
  readonly kind: 'share';
}

/** With all that was taken out of it, for the person alone. */
export interface RevealCommand extends ShownPage {
  readonly kind: 'reveal';
}

export const EXPORT_FORMATS = ['ndjson', 'csv', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Every line of the search, as a file. */
export interface ExportCommand {
  readonly kind: 'export';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly format: ExportFormat;
}

/** A line, as LTS finds it again. */
export type LineRef = Omit<Cursor, 'direction'>;

/** The lines before and after one, whatever words they hold. */
export interface AroundCommand extends LineRef {
  readonly kind: 'around';
  readonly source: string;
  readonly groupId: string;
  readonly streamId: string;
}

/** A group chosen from a list: its streams. */
interface PickedGroupCommand {
  readonly kind: 'picked_group';
  readonly source: string;
  readonly groupId: string;
}

/** A second person's word on what somebody asked. */
export interface DecideCommand {
  readonly kind: 'approve' | 'reject';
  readonly approvalId: string;
}

/** A stream chosen from a list: its latest lines. */
interface PickedStreamCommand {
  readonly kind: 'picked_stream';
  readonly source: string;
  readonly groupId: string;
  readonly streamId: string;
}

/** What is to be deleted, once more: where its form was not opened the first time. */
export interface OpenDeleteCommand {
  readonly kind: 'open_delete';
  readonly source: string;
  /** A name or an id. */
  readonly group: string;
  /** Absent: the whole group. */
  readonly stream?: string;
}
