import * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';
import type { Ask } from './ask.ts';

/** What is recorded as having been done: a command, a click, or what could not be read. */
export type ActKind = Ask['kind'] | 'unread';

/** Beside the names: what a change was to be, or the format of an export. */
const Detail = z.object({
  retentionDays: z.optional(z.number()),
  bucket: z.optional(z.string()),
  format: z.optional(z.string()),
  /** What a setting was set to; `none` clears it. */
  setTo: z.optional(z.string()),
  /** Who asked for what was approved or rejected. */
  askedBy: z.optional(z.string()),
});

/** Never words of a search, labels, lines, or what was typed as a whole. */
const Facts = z.object({
  /** An `ActKind`; records outlive the versions that wrote them. */
  command: z.string(),
  /** What the policy is asked for; nothing for help, and for what could not be read. */
  verb: z.optional(z.string()),
  source: z.optional(z.string()),
  /** By name, as LTS has it. What was typed stands here only where it was meant as a name and nothing was found. */
  group: z.optional(z.string()),
  streams: z.optional(z.readonly(z.array(z.string()))),
  /** Of lines that were read: by a click the names above may be those of its button. */
  streamId: z.optional(z.string()),
  /** What was read, in ms, both ends included. */
  window: z.optional(z.object({ start: z.number(), end: z.number() })),
  detail: z.optional(Detail),
});
export type AuditFacts = Readonly<z.infer<typeof Facts>>;

export const AuditRecord = z.extend(Facts, {
  /** When Slack's request arrived, in ms. */
  receivedAt: z.number(),
  job: z.string(),
  requestId: z.string(),
  /** Counts from 1. */
  attempt: z.number(),
  user: z.string(),
  channel: z.string(),
  team: z.string(),
  /** Before a change is made, and when it is known what came of a job. */
  phase: z.enum(['begun', 'ended']),
  /** Of what has ended: `ok`, or why not. */
  outcome: z.optional(z.string()),
  /** LTS's own ids of the last calls of this attempt. */
  ltsRequestIds: z.optional(z.readonly(z.array(z.string()))),
});
export type AuditRecord = Readonly<z.infer<typeof AuditRecord>>;

export interface AuditQuestion {
  /** Ms, within the last 30 days. */
  readonly since: number;
  /** Ms: when it was asked. */
  readonly until: number;
  /** A Slack id; absent: everybody. */
  readonly user?: string;
}

export interface AuditAnswer {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  readonly hasMore: boolean;
}

/** What people have done, kept for good. All throw AuditUnavailableError. */
export interface AuditTrail {
  /** A record that is there already, of an earlier attempt, stays as it is. */
  add(record: AuditRecord): Promise<void>;
  list(question: AuditQuestion, signal: AbortSignal): Promise<AuditAnswer>;
}

/** What one attempt at a job leaves in the trail. What cannot be recorded must be neither done nor told. */
export interface JobAudit {
  /** What is found out on the way about what is done, and to what: it stands in the records from then on. */
  note(facts: Partial<AuditFacts>): void;
  /** A change is about to be made. @throws AuditUnavailableError */
  begins(): Promise<void>;
  /** The person is about to be told what came of it. @throws AuditUnavailableError */
  ended(outcome: string): Promise<void>;
}

/** The trail cannot be written, or read, for now. */
export class AuditUnavailableError extends ChatOpsError {
  readonly code = 'audit_unavailable';
}
