import { isAllowed } from '../access/policy.ts';
import type { Command, PageCommand } from '../commands/command.ts';
import { parseCommand } from '../commands/grammar.ts';
import type { Job } from '../commands/job.ts';
import { MistakeError } from '../commands/mistake.ts';
import { run } from '../commands/run.ts';
import { assertNever } from '../errors.ts';
import { logError } from '../log.ts';
import type { LtsClient } from '../lts/client.ts';
import {
  LtsIncompleteError,
  LtsMalformedError,
  LtsRefusedError,
  LtsTooLargeError,
  LtsUnreachableError,
} from '../lts/errors.ts';
import { decodePage } from '../views/buttons.ts';
import type { Message } from '../views/message.ts';
import { mistakeMessage, problemMessage, refusalMessage } from '../views/problem.ts';
import { resultMessage } from '../views/result.ts';
import { createClock } from '../views/times.ts';
import type { Viewer } from '../views/viewer.ts';
import { NOT_SHOWN, type Words, wordsFor } from '../views/words.ts';
import { DeliveryError, deliver } from './deliver.ts';
import type { Person } from './people.ts';

export interface AnswerContext {
  readonly lts: LtsClient;
  readonly findPerson: (userId: string) => Promise<Person>;
  readonly command: string;
  readonly signal: AbortSignal;
}

/**
 * The worker's whole way: who asks, what they ask, whether they may, what comes of it, and the message of it. A
 * typed command and a click take the same way. Throws only what a retry may mend, or nobody expected.
 */
export async function answerJob(job: Job, context: AnswerContext): Promise<void> {
  const { zone, locale } = await context.findPerson(job.userId);
  const viewer: Viewer = { words: wordsFor(locale), clock: createClock(zone), command: context.command };
  let message: Message;
  // A problem never takes the place of the page that the person is reading.
  let replace = job.kind === 'clicked';
  try {
    message = await answer(job, viewer, context);
  } catch (error) {
    message = describeProblem(error, job, viewer);
    replace = false;
  }
  try {
    await deliver(job.responseUrl, message, replace);
  } catch (error) {
    if (!(error instanceof DeliveryError && error.isFinal)) throw error;
    logError('Slack refused a message', error, { job: job.id });
    if (error.reason?.includes('block')) await deliver(job.responseUrl, { text: NOT_SHOWN }, false);
  }
}

async function answer(job: Job, viewer: Viewer, { lts, signal }: AnswerContext): Promise<Message> {
  const command = readCommand(job);
  if (!isAllowed(job, command)) throw new MistakeError({ kind: 'not_allowed' });
  return resultMessage(await run(command, { lts, signal, receivedAt: job.receivedAt }), viewer);
}

function readCommand(job: Job): Command | PageCommand {
  switch (job.kind) {
    case 'typed':
      return parseCommand(job.text, job.receivedAt);
    case 'clicked': {
      const page = decodePage(job.value);
      if (!page) throw new MistakeError({ kind: 'stale_button' });
      return page;
    }
    default:
      return assertNever(job);
  }
}

/** Throws what is none of the person's business and none of LTS's. */
function describeProblem(error: unknown, job: Job, viewer: Viewer): Message {
  if (error instanceof MistakeError) return mistakeMessage(error.mistake, viewer);
  const message =
    error instanceof LtsRefusedError ? refusalMessage(error, viewer) : ltsProblem(error, viewer.words);
  if (!message) throw error;
  logError('a call of LTS failed', error, { job: job.id });
  return message;
}

function ltsProblem(error: unknown, words: Words): Message | undefined {
  if (error instanceof LtsUnreachableError)
    return problemMessage({ what: error.isLate ? words.late : words.unreachable });
  if (error instanceof LtsIncompleteError) return problemMessage({ what: words.incomplete });
  if (error instanceof LtsTooLargeError) return problemMessage({ what: words.tooLarge });
  if (!(error instanceof LtsMalformedError)) return undefined;
  const { requestId } = error;
  return problemMessage({
    what: words.malformed,
    ...(requestId && { reference: words.requestId(requestId) }),
  });
}
