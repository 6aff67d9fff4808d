import type { DecideCommand } from '../commands/click.ts';
import type { Job } from '../commands/job.ts';
import type { Past } from '../commands/journal.ts';
import { concludeDecision } from '../commands/run-approval.ts';
import { logError } from '../log.ts';
import { decodeClick } from '../views/buttons.ts';
import type { Message } from '../views/message.ts';
import type { Problem } from '../views/problem.ts';
import { resultMessage } from '../views/result.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import type { Deadline } from './deadline.ts';
import type { Deliver, Reply } from './deliver.ts';
import { DeliveryError } from './delivery-error.ts';
import { concludeExport } from './export.ts';
import { jobProblem } from './job-problem.ts';
import { PRIVATE } from './place.ts';
import { problemModal } from './problem-modal.ts';
import { tell } from './tell.ts';
import { viewerOf } from './viewer-of.ts';

type FailureContext = Pick<
  AnswerContext,
  'journal' | 'approvals' | 'deliver' | 'files' | 'findPerson' | 'command' | 'deadline'
>;

/**
 * Tells the person how a job ended that no attempt could finish, as far as its journal knows: what it was to do may have
 * happened all the same.
 */
export async function tellFailure(job: Job, viewer: Viewer, context: FailureContext): Promise<void> {
  // Home stays as it was.
  if (job.kind === 'home_opened') return;
  const { past } = context.journal;
  const click = job.kind === 'clicked' ? decodeClick(job.value) : undefined;
  if (click?.kind === 'export' && past.shown) return concludeExport(click, past.shown, job, viewer, context);
  const isDecision = click?.kind === 'approve' || click?.kind === 'reject';
  const decided = isDecision ? await replyOfDecision(click, job, context) : undefined;
  await tell(job, decided ?? replyOf(past, job, viewer), viewer, context);
}

/** The message that asked must not go on asking for what has been decided. */
async function replyOfDecision(
  click: DecideCommand,
  job: Job,
  { approvals, journal, ...slack }: FailureContext,
): Promise<Reply | undefined> {
  const ended = await concludeDecision(click, job, journal.past, approvals);
  if (!ended) return undefined;
  const viewer = await viewerOf(ended.approval, { ...slack, sources: [] });
  return { message: resultMessage(ended, viewer, { kind: 'public' }), place: { kind: 'replace' } };
}

/** For when there is no journal: nobody knows who has told, so what may have arrived is not sent again. */
export async function tellUnknown(
  job: Job,
  viewer: Viewer,
  deliver: Deliver,
  deadline: Deadline,
): Promise<void> {
  const message = explain(job, { what: viewer.words.delivery.unknown }, viewer);
  try {
    await deliver(job, { message, place: PRIVATE }, viewer, deadline);
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.verdict === 'again') throw error;
    logError('nor could the person be told', error);
  }
}

function replyOf(past: Past, job: Job, viewer: Viewer): Reply {
  const message = past.written
    ? resultMessage(past.written, viewer, { kind: 'private' })
    : explain(job, problemOf(past, viewer), viewer);
  return { message, place: PRIVATE, ...problemModal(job, message, viewer, true), isLate: true };
}

function problemOf({ isWriteOpen }: Past, { words }: Viewer): Problem {
  if (isWriteOpen) return { what: words.delivery.brokenOff, remedy: words.failures.lookFirst };
  return { what: words.delivery.notAnswered };
}

/** With what the log can be searched for. */
function explain(job: Job, problem: Problem, viewer: Viewer): Message {
  return jobProblem(job, { ...problem, reference: viewer.words.failures.requestId(job.requestId) }, viewer);
}
