import type { LineNum } from '../lts/line-num.ts';
import type { Cursor } from '../lts/paging.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import type { ApprovalAsked } from './approval.ts';
import type { AuditAnswer, AuditQuestion } from './audit.ts';
import type { StreamRef, TypedSearch } from './command.ts';
import type { DeleteForm, FormName } from './form.ts';
import type { HelpTopic } from './help-topics.ts';
import type { RedactedPage } from './redacted-lines.ts';
import type { ApprovalEnded } from './run-approval.ts';
import type { FilledSearch, Named, OpenSearchCommand } from './search-form.ts';
import type { WriteResult } from './write-result.ts';

/** What a command came to; a view makes a message of it. */
export type Result =
  | { readonly kind: 'help'; readonly topic?: HelpTopic }
  | GroupsResult
  | StreamsResult
  | PageResult
  | DeletionResult
  | SearchFormResult
  | WriteResult
  | ApprovalAsked
  | ApprovalEnded
  | AuditResult
  | FormResult
  | HomeResult;

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
  readonly page: RedactedPage;
  /** Where the page begins; absent for the first one. */
  readonly cursor?: Cursor;
  /** `Newer` at the newest end brought nothing: there is nothing yet, or the window ends there for good. */
  readonly nothingNewer?: 'yet' | 'window_ends';
  /** The line that the page is about, when it shows what is around one. */
  readonly around?: LineNum;
  /** Nothing was taken out of its lines: for whoever may `reveal` them. */
  readonly isRevealed?: true;
}

/** What would be lost, and what is handed in to lose it. */
export interface DeletionResult {
  readonly kind: 'deletion';
  readonly form: DeleteForm;
  /** Those of a group that goes as a whole. */
  readonly streams: readonly LogStream[];
  /** For how long the group keeps logs. LTS does not say it of a stream that has a time of its own. */
  readonly retentionDays: number;
  /** Whether the policy wants a second person for it. */
  readonly needsApproval: boolean;
}

/** A form to search with, and what can be chosen in it. */
export interface SearchFormResult {
  readonly kind: 'search_form';
  readonly source: string;
  readonly groups: readonly Named[];
  readonly group?: Named;
  /** Of the group. */
  readonly streams: readonly Named[];
  readonly streamId?: string;
  readonly filled: FilledSearch;
  /** What opens it once more. */
  readonly reopen: OpenSearchCommand;
}

export interface AuditResult extends AuditAnswer, Pick<AuditQuestion, 'since' | 'user'> {
  readonly kind: 'audit';
}

/** A form that a person is to fill in, and what they can choose in it. */
export interface FormResult {
  readonly kind: 'form';
  readonly form: FormName;
  readonly source: string;
  /** None for a form that asks for no group. */
  readonly groups: readonly LogGroup[];
  /** Is chosen already. */
  readonly group?: LogGroup;
  /** Of that group, for a form that asks for some. */
  readonly streams: readonly LogStream[];
}

export interface HomeResult {
  readonly kind: 'home';
  readonly sources: readonly SourceState[];
}

/** Whether an LTS project answers. `code` is why it does not, in LTS's words. */
export type SourceState =
  | { readonly name: string; readonly state: 'reachable' | 'silent' | 'unreadable' }
  | { readonly name: string; readonly state: 'refused'; readonly code: string };
