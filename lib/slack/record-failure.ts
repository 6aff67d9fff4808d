import { createJobAudit, factsOf } from '../access/audit.ts';
import { type Approvals, factsOfDecision } from '../commands/approval.ts';
import type { AuditTrail } from '../commands/audit.ts';
import type { Job } from '../commands/job.ts';
import type { Past } from '../commands/journal.ts';
import { MistakeError } from '../commands/mistake.ts';
import { concludeDecision } from '../commands/run-approval.ts';
import { outcomeOfResult } from './outcome.ts';
import { readCommand } from './read-command.ts';

/**
 * Records how a job ended that no attempt could finish, as `tellFailure` tells it; without a journal nobody knows more.
 *
 * @throws AuditUnavailableError
 */
export async function recordFailure(
  job: Job,
  zone: string,
  past: Past | undefined,
  { trail, approvals }: { readonly trail: AuditTrail; readonly approvals: Pick<Approvals, 'find'> },
): Promise<void> {
  const audit = createJobAudit(job, { trail, attempt: past?.attempt ?? 1, ltsRequestIds: [] });
  const command = readAgain(job, zone);
  if (command) audit.note(factsOf(command));
  const isDecision = command?.kind === 'approve' || command?.kind === 'reject';
  const decided = isDecision && past ? await concludeDecision(command, job, past, approvals) : undefined;
  if (decided) {
    audit.note(factsOfDecision(decided.approval));
    return audit.ended(outcomeOfResult(decided));
  }
  await audit.ended(past?.written ? 'ok' : past?.isWriteOpen ? 'unconfirmed' : 'failed');
}

function readAgain(job: Job, zone: string): ReturnType<typeof readCommand> | undefined {
  try {
    return readCommand(job, zone);
  } catch (error) {
    if (error instanceof MistakeError) return undefined;
    throw error;
  }
}
