import * as z from 'zod/mini';
import { Job } from '../lib/commands/job.ts';
import { logError } from '../lib/log.ts';
import { deliver } from '../lib/slack/deliver.ts';
import { PRIVATE } from '../lib/slack/place.ts';
import { problemMessage } from '../lib/views/problem.ts';
import { NOT_ANSWERED } from '../lib/views/words.ts';

/** What Lambda sends after the last attempt of an asynchronous invocation. */
const Failure = z.object({ requestPayload: Job });

/** Tells the person that the worker could not answer; the page that they may be looking at stays. */
export async function handler(event: unknown): Promise<void> {
  const failure = Failure.safeParse(event);
  if (!failure.success) return logError('a failure cannot be read', failure.error.issues[0]?.path.join('.'));
  await deliver(failure.data.requestPayload.responseUrl, problemMessage({ what: NOT_ANSWERED }), PRIVATE);
}
