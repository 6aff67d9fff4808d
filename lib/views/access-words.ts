import type { Verb } from '../commands/access.ts';
import type { ActKind } from '../commands/audit.ts';

export interface AuditWords {
  /** What it is a list of; `since` names its zone. */
  title(since: string): string;
  readonly none: string;
  /** Only the newest acts are shown. */
  readonly narrow: string;
  /** Before what an act was done to. */
  act(what: string, target: string): string;
  readonly acts: Readonly<Record<ActKind, string>>;
  /** Beside what an act was done to. */
  details(details: readonly string[]): string;
  readonly directMessage: string;
  /** By the codes of `outcomeOf`; those of LTS stand as they are. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** It began, and nobody recorded how it ended. */
  readonly outcomeUnknown: string;
  /** One after the other. */
  inTurn(outcomes: readonly string[]): string;
}

/** About what the policy refuses. The verb stands in it as it does in the policy. */
export interface AccessWords {
  missing(verb: Verb): string;
  readOnly(verb: Verb): string;
  /** `{contact}`: those who can help. */
  readonly ask: string;
  readonly askTheirs: string;
  /** For the text of a notification, where no mention stands. */
  readonly askNamed: string;
  /** Below what is said not to be there. */
  readonly mayBeHidden: string;
  readonly groupsUnsaid: string;
}

/** What needs a second person. `{…}` is filled in: mentions and times. */
export interface ApprovalWords {
  somebody(asks: string): string;
  /** What somebody asks: their name stands before it. */
  deleteStream(name: string): string;
  deleteGroup(name: string, count: number, streams: string): string;
  /** `every` is one of LTS's periods, such as `5min`. */
  transfer(streams: string, bucket: string, every: string, isOn: boolean): string;
  prefix(prefix: string): string;
  directory(directory: string): string;
  /** `{deciders}`, `{until}` */
  readonly decide: string;
  readonly approve: string;
  readonly reject: string;
  confirm(name: string): string;
  /** To the person who asked: nobody else can see it. */
  readonly notShown: string;
  readonly rejected: string;
  /** By the one who asked. */
  readonly withdrawn: string;
  readonly expired: string;
  /** Whoever asked may not do it any more. */
  readonly void: string;
  /** It was approved, and no attempt came as far as LTS. */
  readonly undone: string;
  /** `{asker}`, `{askedAt}`, `{decider}`, `{decidedAt}`, `{zone}` */
  readonly decided: Readonly<Record<'approved' | 'rejected' | 'withdrawn', string>>;
  /** `{asker}`, `{askedAt}`, `{zone}` */
  readonly nobodyDecided: string;
}
