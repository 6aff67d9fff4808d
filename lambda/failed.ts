import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { Job } from '../lib/commands/job.ts';
import { logAs, logError, logInfo } from '../lib/log.ts';
import { count, flushMetrics } from '../lib/metrics.ts';
import { deliver } from '../lib/slack/deliver.ts';
import { PRIVATE } from '../lib/slack/place.ts';
import { problemMessage } from '../lib/views/problem.ts';
import { NOT_ANSWERED } from '../lib/views/words.ts';

/** What Lambda sends after the last attempt of an asynchronous invocation. */
const Failure = z.object({ requestPayload: Job });

/** Tells the person that the worker could not answer; the page that they may be looking at stays. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const failure = Failure.safeParse(event);
  const job = failure.data?.requestPayload;
  logAs({ requestId: job?.requestId, functionRequestId: context.awsRequestId, job: job?.id });
  try {
    count('FailedJob');
    if (!job) return logError('a failure cannot be read', failure.error?.issues[0]?.path.join('.'));
    await deliver(job.responseUrl, problemMessage({ what: NOT_ANSWERED }), PRIVATE);
    logInfo('the person was told');
  } finally {
    flushMetrics();
  }
}
