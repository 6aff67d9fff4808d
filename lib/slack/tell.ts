import type { Job } from '../commands/job.ts';
import type { Journal } from '../commands/journal.ts';
import { ChatOpsError } from '../errors.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { problemMessage } from '../views/problem.ts';
import type { Viewer } from '../views/viewer.ts';
import { NOT_SHOWN } from '../views/words.ts';
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
    if (error instanceof ToldError) return count('RepeatSuppressed');
    logError('Slack did not take an answer', error);
    if (!(error instanceof DeliveryError) || error.verdict === 'again') throw error;
    if (error.verdict !== 'content') return;
    await send({ message: problemMessage({ what: NOT_SHOWN }), place: PRIVATE }).catch((failure: unknown) =>
      logError('nor could the person be told', failure),
    );
  }
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
    if (!(await journal.mayTell())) throw new ToldError('another attempt tells');
    try {
      await send();
    } catch (error) {
      mayHaveArrived ||= error instanceof DeliveryError && error.verdict === 'unsure';
      if (!mayHaveArrived) await takeBack(journal);
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
