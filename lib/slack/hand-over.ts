import { type AwsAccess, callAws } from '../aws/call.ts';
import type { Job } from '../commands/job.ts';

/**
 * Gives a job to the worker without waiting for it: an asynchronous invocation, which Lambda retries. `arrivedAt` is
 * when Slack's request arrived, in ms, where the job does not say it.
 */
export type HandOver = (job: Job, arrivedAt?: number) => Promise<void>;

/** After Slack's request arrived. Slack gives 3 s in all; past this the person is told instead. */
const DEADLINE_MS = 2_500;

export function createHandOver(access: AwsAccess, workerFunction: string, now: () => number): HandOver {
  return async (job, arrivedAt = job.receivedAt) => {
    await callAws(access, {
      service: 'lambda',
      path: `/2015-03-31/functions/${encodeURIComponent(workerFunction)}/invocations`,
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
      body: JSON.stringify(job),
      signal: AbortSignal.timeout(Math.max(0, arrivedAt + DEADLINE_MS - now())),
    });
  };
}
