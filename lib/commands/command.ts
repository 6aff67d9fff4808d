import type { NewDump } from '../lts/dump-call.ts';
import type { LogSearch } from '../lts/paging.ts';
import type { FormName } from './form.ts';
import type { HelpTopic } from './help-topics.ts';
import type { OpenSearchCommand } from './search-form.ts';

/** What a person asks for by typing. */
export type Command =
  | HelpCommand
  | GroupsCommand
  | StreamsCommand
  | LogsCommand
  | CreateGroupCommand
  | CreateStreamCommand
  | DeleteGroupCommand
  | DeleteStreamCommand
  | TransferCommand
  | UseCommand
  | SourceCommand
  | AnswersCommand
  | AuditCommand
  | OpenFormCommand
  | OpenSearchCommand
  | { readonly kind: 'home' };

interface HelpCommand {
  readonly kind: 'help';
  readonly topic?: HelpTopic;
}

interface GroupsCommand {
  readonly kind: 'groups';
  readonly withIds: boolean;
}

interface StreamsCommand {
  readonly kind: 'streams';
  /** A name or an id. */
  readonly group: string;
  readonly withIds: boolean;
}

/** A stream as typed: each part is a name or an id. */
export interface TypedStream {
  readonly group: string;
  readonly stream: string;
}

/** The first page of a search, as typed: the stream is named, not yet known. */
export interface LogsCommand {
  readonly kind: 'logs';
  /** Absent: the channel's default. */
  readonly target?: TypedStream;
  readonly search: TypedSearch;
}

/** A search in the words of the person: `words` is compiled to LTS's syntax only when LTS is asked. */
export interface TypedSearch extends Omit<LogSearch, 'keywords'> {
  /** Single words and "phrases", all of which a line must hold. */
  readonly words: string;
  /** `to:` was given: the window's end stays where it is, whatever arrives later. */
  readonly endIsFixed: boolean;
}

/** Where something is to be made. */
interface InSource {
  /** The name of the LTS project in the settings; absent: the channel's. */
  readonly source?: string;
}

export interface CreateGroupCommand extends InSource {
  readonly kind: 'create_group';
  readonly name: string;
  readonly retentionDays: number;
}

export interface CreateStreamCommand extends InSource {
  readonly kind: 'create_stream';
  /** A name or an id. */
  readonly group: string;
  readonly name: string;
  readonly retentionDays?: number;
  readonly enterpriseProject?: string;
}

interface DeleteGroupCommand {
  readonly kind: 'delete_group';
  readonly group: string;
}

interface DeleteStreamCommand extends TypedStream {
  readonly kind: 'delete_stream';
}

/** Copies streams to an OBS bucket from now on. */
export interface TransferCommand
  extends InSource,
    Pick<NewDump, 'bucket' | 'every' | 'format' | 'isOn' | 'prefix' | 'directory'> {
  readonly kind: 'transfer';
  readonly group: string;
  /** At least one, each a name or an id. */
  readonly streams: readonly string[];
}

/** The channel's default stream: shown, set or cleared. */
export interface UseCommand {
  readonly kind: 'use';
  readonly target?: TypedStream | 'none';
}

/** The channel's LTS project: shown or set. */
interface SourceCommand {
  readonly kind: 'source';
  readonly name?: string;
}

/** Who sees answers to commands in the channel: shown or set. */
interface AnswersCommand {
  readonly kind: 'answers';
  readonly visibility?: 'public' | 'private';
}

/** What people have done. */
export interface AuditCommand {
  readonly kind: 'audit';
  /** Ms. */
  readonly since: number;
  /** `me`, or a Slack id; absent: everybody. */
  readonly who?: string;
}

/** A stream that was found: what a button carries, so that a page needs no look-up. */
export interface StreamRef {
  /** The name of the LTS project in the settings. */
  readonly source: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly streamId: string;
  readonly streamName: string;
}

/** A form that is to be filled in, or, with what has been chosen in it so far, to be filled anew. */
export interface OpenFormCommand extends InSource {
  readonly kind: 'open_form';
  readonly form: FormName;
  /** An id. */
  readonly group?: string;
}
