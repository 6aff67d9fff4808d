import { assertNever } from '../errors.ts';
import { type Approvable, type ApprovalAsked, factsOf, targetsOf } from './approval.ts';
import { isDirectMessage } from './job.ts';
import { MistakeError } from './mistake.ts';
import type { WriteContext } from './run.ts';
import { runDelete } from './run-delete.ts';
import { runTransfer } from './run-transfer.ts';
import { writeOnce } from './write-once.ts';
import type { WriteResult } from './write-result.ts';

/** Does what was asked, or asks a second person first where the policy wants one. */
export async function runOrAsk(
  name: () => Promise<Approvable>,
  context: WriteContext,
): Promise<WriteResult | ApprovalAsked> {
  const { journal, approvals, audit, job } = context;
  if (journal.past.written) return journal.past.written;
  const asks = await name();
  audit.note(factsOf(asks));
  const approvers = context.approversOf(asks.kind, targetsOf(asks));
  // What has begun has been allowed.
  if (!approvers || journal.past.isWriteOpen) return runNamed(asks, context);
  if (isDirectMessage(job.channelId)) throw new MistakeError({ kind: 'approval_needs_channel' });
  const { id, userId, teamId, channelId } = job;
  const approval = { id, asks, userId, teamId, channelId, askedAt: job.receivedAt };
  await audit.begins();
  return { kind: 'approval_asked', approval: await approvals.ask(approval), approvers: approvers.named };
}

/** Does what everybody who had to has agreed to. */
export function runNamed(asks: Approvable, context: WriteContext): Promise<WriteResult> {
  return writeOnce(context, asks.source, async (write) => {
    switch (asks.kind) {
      case 'delete':
        return runDelete(write, asks, context);
      case 'transfer':
        return runTransfer(write, asks, context);
      default:
        return assertNever(asks);
    }
  });
}
