import { LtsError, LtsUnconfirmedError } from '../lts/errors.ts';
import {
  APPROVAL_MS,
  type Approvable,
  type Approval,
  type Approvals,
  type Decision,
  factsOfDecision,
  isAllowed,
  targetsOf,
} from './approval.ts';
import type { DecideCommand } from './click.ts';
import type { Job } from './job.ts';
import type { Past } from './journal.ts';
import { MistakeError } from './mistake.ts';
import { AccessUnknownError, NotAllowedError } from './not-allowed.ts';
import type { WriteContext } from './run.ts';
import { runNamed } from './run-named.ts';
import type { WriteResult } from './write-result.ts';

/** The message that asked, when it is over. */
export interface ApprovalEnded {
  readonly kind: 'approval_ended';
  readonly approval: Approval;
  readonly ending: Ending;
}

export type Ending =
  | { readonly kind: 'approved'; readonly decision: Decision; readonly came: Came }
  | { readonly kind: 'rejected'; readonly decision: Decision }
  /** Nobody decided in time; or whoever asked may not do it any more. Then the decision says who found that. */
  | { readonly kind: 'expired' | 'void'; readonly decision: Decision };

/** What came of an approved write. */
export type Came =
  | WriteResult
  | { readonly kind: 'failed'; readonly error: LtsError | MistakeError | NotAllowedError }
  /** No attempt came as far as LTS. */
  | { readonly kind: 'undone' };

/**
 * A second person approves or rejects what somebody asked: once, within its time, and only while the policy lets the one
 * ask and the other decide.
 *
 * @throws MistakeError for whoever may not decide, or comes too late
 */
export async function runDecision(
  { kind, approvalId }: DecideCommand,
  context: WriteContext,
): Promise<ApprovalEnded> {
  const { approvals, audit, job } = context;
  const approval = await approvals.find(approvalId);
  if (approval?.channelId !== job.channelId) throw new MistakeError({ kind: 'approval_gone' });
  const { decision } = approval;
  audit.note(factsOfDecision(approval));
  const end = (ending: Ending) => ({ kind: 'approval_ended', approval, ending }) as const;
  if (decision && decision.jobId !== job.id) throw decidedAlready(decision);
  if (!decision && job.receivedAt > approval.askedAt + APPROVAL_MS)
    return end({ kind: 'expired', decision: await decideOnce(approval, 'expired', context) });
  if (!decision) await expectDecider(approval, kind, context);
  if (kind === 'reject')
    return end({ kind: 'rejected', decision: await decideOnce(approval, 'rejected', context) });
  return approve(approval, end, context);
}

async function approve(
  approval: Approval,
  end: (ending: Ending) => ApprovalEnded,
  context: WriteContext,
): Promise<ApprovalEnded> {
  const { asks, userId, decision } = approval;
  const { past } = context.journal;
  if (decision?.how === 'void' || decision?.how === 'expired') return end({ kind: decision.how, decision });
  const asker = await context.actAs(userId);
  if (!asker.access.isCertain && decision)
    throw new AccessUnknownError('Slack does not say whether who asked may still do it');
  const hasBegun = past.isWriteOpen || past.written !== undefined;
  if (!hasBegun && !isAllowed(asks, asker.access)) {
    if (!asker.access.isCertain) throw new MistakeError({ kind: 'decider_unknown' });
    return end({ kind: 'void', decision: await decideOnce(approval, 'void', context) });
  }
  const approved = await decideOnce(approval, 'approved', context);
  const came = await carryOut(asks, { ...context, sources: asker.sources });
  return end({ kind: 'approved', decision: approved, came });
}

function decidedAlready({ how }: Decision): MistakeError {
  const isClosed = how === 'expired' || how === 'void';
  return new MistakeError(isClosed ? { kind: 'approval_gone' } : { kind: 'decided_already', how });
}

/** Nobody approves what they asked themselves; but they may withdraw it. */
async function expectDecider(
  { asks, userId }: Approval,
  kind: DecideCommand['kind'],
  { approversOf, job }: WriteContext,
): Promise<void> {
  const isAsker = userId === job.userId;
  if (isAsker && kind === 'reject') return;
  if (isAsker) throw new MistakeError({ kind: 'own_approval' });
  const approvers = approversOf(asks.kind, targetsOf(asks));
  // Where the policy wants nobody any more, whoever asked can do it alone.
  const may = approvers ? await approvers.mayApprove(job.userId) : false;
  if (may === undefined) throw new MistakeError({ kind: 'decider_unknown' });
  if (!may) throw new MistakeError({ kind: 'not_decider' });
}

async function decideOnce(
  { id }: Approval,
  how: Decision['how'],
  { approvals, audit, job }: WriteContext,
): Promise<Decision> {
  await audit.begins();
  const decision = await approvals.decide(id, { how, userId: job.userId, at: job.receivedAt, jobId: job.id });
  if (decision.jobId === job.id) return decision;
  throw decidedAlready(decision);
}

/** An approval is used up, whatever comes of it. */
async function carryOut(asks: Approvable, context: WriteContext): Promise<Came> {
  try {
    return await runNamed(asks, context);
  } catch (error) {
    const isKnown = error instanceof LtsError || error instanceof MistakeError;
    if (isKnown || error instanceof NotAllowedError) return { kind: 'failed', error };
    throw error;
  }
}

/** How it ended as far as its journal knows, when no attempt could finish it; undefined where nothing was decided by this job. */
export async function concludeDecision(
  { approvalId }: DecideCommand,
  { id: jobId }: Pick<Job, 'id'>,
  { written, isWriteOpen }: Past,
  approvals: Pick<Approvals, 'find'>,
): Promise<ApprovalEnded | undefined> {
  const approval = await approvals.find(approvalId);
  if (!approval?.decision || approval.decision.jobId !== jobId) return undefined;
  const { decision } = approval;
  const { how } = decision;
  if (how !== 'approved') return { kind: 'approval_ended', approval, ending: { kind: how, decision } };
  const unknown = { kind: 'failed', error: new LtsUnconfirmedError('unknown', undefined) } as const;
  const came = written ?? (isWriteOpen ? unknown : ({ kind: 'undone' } as const));
  return { kind: 'approval_ended', approval, ending: { kind: 'approved', decision, came } };
}
