import type { Job } from '../commands/job.ts';
import type { Journal } from '../commands/journal.ts';
import { ChatOpsError } from '../errors.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { problemMessage } from '../views/problem.ts';
import type { Viewer } from '../views/viewer.ts';
import type { Deadline } from './deadline.ts';
import type { AroundTry, Deliver, Reply } from './deliver.ts';
import { DeliveryError } from './delivery-error.ts';
import { PRIVATE } from './place.ts';

export interface TellContext {
  readonly journal: Journal;
  readonly deliver: Deliver;
  /** Until when the person may be told. */
  readonly deadline: Deadline;
}

/** Tells the person how their job ended, unless another attempt has. @throws DeliveryError when a later attempt may */
export async function tell(
  job: Job,
  reply: Reply,
  viewer: Viewer,
  { journal, deliver, deadline }: TellContext,
): Promise<void> {
  const send = (message: Reply) => deliver(job, message, viewer, deadline, tellOnce(journal));
  try {
    await send(reply);
  } catch (error) {
    if (!isOver(error, 'Slack did not take an answer')) throw error;
    if (!(error instanceof DeliveryError) || error.verdict !== 'content') return;
    await send(notShown(job, viewer)).catch((failure: unknown) => {
      if (!isOver(failure, 'nor could the person be told')) throw failure;
    });
  }
}

/** Whether no later attempt could tell the person, or none needs to. */
function isOver(error: unknown, message: string): boolean {
  if (error instanceof ToldError) {
    count('RepeatSuppressed');
    return true;
  }
  logError(message, error);
  if (error instanceof DeliveryError && error.verdict === 'content') count('SlackRefusal');
  return error instanceof DeliveryError && error.verdict !== 'again';
}

/** Without what was typed: that may be what Slack refuses. */
function notShown({ requestId }: Job, { words }: Viewer): Reply {
  const problem = { what: words.delivery.notShown, reference: words.failures.requestId(requestId) };
  return { message: problemMessage(problem), place: PRIVATE };
}

/** Another attempt has told the person, or is about to. */
class ToldError extends ChatOpsError {
  readonly code = 'told';
}

/**
 * Each try is written down right before it is made, and taken back when Slack did not take it: so an attempt that dies
 * while it waits for Slack leaves the telling to the next one.
 */
function tellOnce(journal: Journal): AroundTry {
  let mayHaveArrived = false;
  return async (send) => {
    try {
      // When the table does not say, it may be written all the same, and nothing has left.
      if (!(await journal.mayTell())) throw new ToldError('another attempt tells');
      await send();
    } catch (error) {
      mayHaveArrived ||= error instanceof DeliveryError && error.verdict === 'unsure';
      if (!mayHaveArrived && !(error instanceof ToldError)) await takeBack(journal);
      throw error;
    }
  };
}

async function takeBack(journal: Journal): Promise<void> {
  try {
    await journal.notTold();
  } catch (error) {
    // This attempt may still tell, and goes on.
    logError('the journal still says that the person was told', error);
  }
}
