import type { Context } from 'aws-lambda';
import type { Job } from '../lib/commands/job.ts';
import { logAs, logError } from '../lib/log.ts';
import { flushMetrics } from '../lib/metrics.ts';

/** Runs one invocation, so that all its lines say what they belong to, and its figures are written however it ends. */
export async function observe(
  job: Job | undefined,
  { awsRequestId }: Context,
  work: () => Promise<void>,
): Promise<void> {
  const asked = { job: job?.id, user: job?.userId, channel: job?.channelId };
  logAs({ requestId: job?.requestId, functionRequestId: awsRequestId, ...asked });
  try {
    await work();
  } catch (error) {
    // Lambda tries again, and its own line does not say of which request.
    logError('an attempt failed', error);
    throw error;
  } finally {
    flushMetrics();
  }
}
