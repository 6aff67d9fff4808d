import * as z from 'zod/mini';
import { DUMP_PERIODS } from '../lts/dump-periods.ts';
import type { Access, Approvers, Target } from './access.ts';
import type { AuditFacts } from './audit.ts';
import type { DeleteForm } from './form.ts';

/** How long somebody may take to decide. */
export const APPROVAL_MS = 15 * 60_000;

const Thing = z.object({ id: z.string(), name: z.string() });

/** By ids, so that what is done is what was shown; and by the names that LTS had for them. */
const Deletion = z.object({
  kind: z.literal('delete'),
  source: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  /** Absent: the whole group. */
  stream: z.exactOptional(Thing),
  /** Of a whole group: the names of its streams, and a digest of their ids. */
  streams: z.exactOptional(z.array(z.string())),
  digest: z.exactOptional(z.string()),
});
export type NamedDeletion = z.infer<typeof Deletion> & DeleteForm;

const Transfer = z.object({
  kind: z.literal('transfer'),
  source: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  streams: z.array(Thing),
  bucket: z.string(),
  every: z.custom<keyof typeof DUMP_PERIODS>(
    (value) => typeof value === 'string' && Object.hasOwn(DUMP_PERIODS, value),
  ),
  format: z.enum(['RAW', 'JSON']),
  isOn: z.boolean(),
  prefix: z.exactOptional(z.string()),
  directory: z.exactOptional(z.string()),
});

export type NamedTransfer = z.infer<typeof Transfer>;

/** A write that the policy wants a second person for. */
export const Approvable = z.discriminatedUnion('kind', [Deletion, Transfer]);
export type Approvable = z.infer<typeof Approvable>;

/** Everything that it is done to. */
export function targetsOf({ source, groupName: group, ...asks }: Approvable): Target[] {
  const streams = asks.kind === 'transfer' ? asks.streams : asks.stream ? [asks.stream] : [];
  if (streams.length === 0) return [{ source, group }];
  return streams.map(({ name }) => ({ source, group, stream: name }));
}

/** What the audit says of it. */
export function factsOf(asks: Approvable): Partial<AuditFacts> {
  const { source, groupName: group } = asks;
  const streams = targetsOf(asks).flatMap(({ stream }) => stream ?? []);
  const detail = asks.kind === 'transfer' ? { detail: { bucket: asks.bucket } } : {};
  return { verb: asks.kind, source, group, ...(streams.length > 0 && { streams }), ...detail };
}

/** The same of a decision on it. */
export function factsOfDecision({ asks, userId: askedBy }: Approval): Partial<AuditFacts> {
  const facts = factsOf(asks);
  return { ...facts, detail: { ...facts.detail, askedBy } };
}

/** Whether this person may do it. */
export function isAllowed(asks: Approvable, access: Access): boolean {
  return targetsOf(asks).every((target) => access.may(asks.kind, target));
}

/** What somebody decided, once and for all. */
export const Decision = z.object({
  /** The last two close it: nobody decided in time, or whoever asked may not do it any more. */
  how: z.enum(['approved', 'rejected', 'expired', 'void']),
  userId: z.string(),
  /** Ms. */
  at: z.number(),
  /** The click that it came of: a repeat of that job carries the decision out, another one's does not. */
  jobId: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export const Approval = z.object({
  id: z.string(),
  asks: Approvable,
  /** Who asked. */
  userId: z.string(),
  teamId: z.string(),
  channelId: z.string(),
  /** Ms. */
  askedAt: z.number(),
  decision: z.exactOptional(Decision),
});
export type Approval = z.infer<typeof Approval>;

/** What somebody asked waits for a second person: one of each list. */
export interface ApprovalAsked {
  readonly kind: 'approval_asked';
  readonly approval: Approval;
  readonly approvers: Approvers['named'];
}

export interface Approvals {
  /** Keeps a new one, and gives the one that holds: the first, for a repeat of the job that asks for it. */
  ask(approval: Approval): Promise<Approval>;
  /** Undefined for one that there never was, or that has long expired. */
  find(id: string): Promise<Approval | undefined>;
  /** Writes the decision down, and gives the one that holds: the first, whoever came later. */
  decide(id: string, decision: Decision): Promise<Decision>;
}
