import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { keepSecret } from '../lib/aws/secrets.ts';
import { jobSchema, UnreadableJobError, unreadableJobSchema } from '../lib/commands/job.ts';
import { ENV, setting } from '../lib/config.ts';
import { logError } from '../lib/log.ts';
import { count } from '../lib/metrics.ts';
import { deadlineIn } from '../lib/slack/deadline.ts';
import { recordFailure } from '../lib/slack/record-failure.ts';
import { tellFailure, tellUnknown } from '../lib/slack/tell-failure.ts';
import { viewerOf } from '../lib/slack/viewer-of.ts';
import { createApprovals } from '../lib/store/approvals.ts';
import { keepFailedJob } from '../lib/store/failed-jobs.ts';
import { isHeld } from '../lib/store/once.ts';
import { awsAccess } from './aws-access.ts';
import { connectSlack } from './connect-slack.ts';
import { connectState } from './connect-state.ts';
import { observe } from './observe.ts';

/**
 * What Lambda sends after the last attempt of an asynchronous invocation.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const hooksOrigin = setting(process.env, ENV.hooksOrigin);
const Failure = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: jobSchema(hooksOrigin),
});
const UnreadableFailure = z.object({ requestPayload: unreadableJobSchema(hooksOrigin) });

/** Nobody comes after this function: it asks the table as often as leaves time to tell the person. */
const TABLE_ATTEMPTS = 5;
/** Left of the function's time when Slack is asked no more, to write down that the job is done. */
const RECORDING_MS = 3_000;
const UNREAD_MS = 10_000;

const state = connectState(process.env, TABLE_ATTEMPTS);
const botToken = keepSecret(awsAccess(process.env), setting(process.env, ENV.botToken), Date.now);

/** Without the token a response_url still works, and English. */
async function readToken(): Promise<string> {
  try {
    return await botToken.read();
  } catch (error) {
    logError('the bot token could not be read', error);
    return '';
  }
}

/** Of a job that nobody can read only this is sure: nothing was done. */
async function tellOfUnread(event: unknown, error: UnreadableJobError): Promise<void> {
  logError('a failure cannot be read', error);
  count('FailedJob');
  const { data } = UnreadableFailure.safeParse(event);
  if (!data) return;
  const { tellUnread } = connectSlack(process.env, await readToken(), botToken.doubt);
  await tellUnread(data.requestPayload, deadlineIn(UNREAD_MS).signal);
}

/** Keeps a job that the worker could not finish, and tells the person; the page that they may be looking at stays. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const { data: failure, error } = Failure.safeParse(event);
  await observe(failure?.requestPayload, context, async () => {
    if (!failure) return tellOfUnread(event, new UnreadableJobError(error));
    const { requestPayload: job, requestContext } = failure;
    const { once, journalOf, trail, dynamodb, table } = state;
    const approvals = createApprovals(dynamodb, table, Date.now);
    const slack = {
      ...connectSlack(process.env, await readToken(), botToken.doubt),
      command: setting(process.env, ENV.command),
    };
    const viewer = await viewerOf(job, { ...slack, sources: [] });
    const { zone } = viewer.clock;
    const deadline = deadlineIn(context.getRemainingTimeInMillis() - RECORDING_MS);
    let isTableThere = false;
    try {
      await once(job.id, context, async () => {
        const journal = await journalOf(job.id);
        isTableThere = true;
        logError('a job could not be finished', requestContext.condition);
        count('FailedJob');
        const recording = recordFailure(job, zone, journal.past, { trail, approvals });
        // First, but the person is told whether or not it could be recorded.
        await Promise.allSettled([recording]);
        const keeping = keepFailedJob(dynamodb, table, job, requestContext.condition, Date.now());
        const telling = tellFailure(job, viewer, { ...slack, approvals, journal, deadline });
        // Neither waits for the other, and Lambda repeats what failed: the person is told once all the same.
        await Promise.allSettled([keeping, telling]);
        await Promise.all([recording, keeping, telling]);
      });
    } catch (error) {
      if (isTableThere || isHeld(error)) throw error;
      // Else whoever asked would never hear of it.
      logError('a failed job could not be looked up, and is not kept', error);
      count('FailedJob');
      await recordFailure(job, zone, undefined, { trail, approvals }).catch((failure: unknown) => {
        logError('a failed job is not in the audit trail', failure);
      });
      await tellUnknown(job, viewer, slack.deliver, deadline);
    }
  });
}
