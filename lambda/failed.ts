import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { readSecret } from '../lib/aws/secrets.ts';
import { Job } from '../lib/commands/job.ts';
import { ENV, setting } from '../lib/config.ts';
import { logError } from '../lib/log.ts';
import { count } from '../lib/metrics.ts';
import { deadlineIn } from '../lib/slack/deadline.ts';
import { tellFailure, unknownOutcome } from '../lib/slack/tell-failure.ts';
import { viewerOf } from '../lib/slack/viewer-of.ts';
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
const Failure = z.object({ requestContext: z.object({ condition: z.string() }), requestPayload: Job });

/** Nobody comes after this function, so it waits for the table as long as leaves time to tell. */
const TABLE_ATTEMPTS = 5;
/** Left of the function's time when Slack is asked no more. */
const RECORDING_MS = 3_000;

const state = connectState(process.env, TABLE_ATTEMPTS);
let botToken: string | undefined;

/** Without the token a response_url still works, and English. */
async function readToken(): Promise<string> {
  try {
    botToken ??= await readSecret(awsAccess(process.env), setting(process.env, ENV.botToken));
    return botToken;
  } catch (error) {
    logError('the bot token could not be read', error);
    return '';
  }
}

/** Keeps a job that the worker could not finish, and tells the person; the page that they may be looking at stays. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const { data: failure, error } = Failure.safeParse(event);
  await observe(failure?.requestPayload, context, async () => {
    if (!failure) return logError('a failure cannot be read', error.issues[0]?.path.join('.'));
    const { requestPayload: job, requestContext } = failure;
    const { once, journalOf, dynamodb, table } = state;
    const slack = {
      ...connectSlack(process.env, await readToken()),
      command: setting(process.env, ENV.command),
    };
    const viewer = await viewerOf(job, { ...slack, sources: [] });
    const deadline = deadlineIn(context.getRemainingTimeInMillis() - RECORDING_MS);
    let isTableThere = false;
    try {
      await once(job.id, context, async () => {
        const journal = await journalOf(job.id);
        isTableThere = true;
        count('FailedJob');
        const keeping = keepFailedJob(dynamodb, table, job, requestContext.condition, Date.now());
        const telling = tellFailure(job, viewer, { ...slack, journal, deadline });
        // Neither waits for the other, and Lambda repeats what failed: the person is told once all the same.
        await Promise.allSettled([keeping, telling]);
        await Promise.all([keeping, telling]);
      });
    } catch (error) {
      if (isTableThere || isHeld(error)) throw error;
      // Else whoever asked would never hear of it.
      logError('a failed job could not be looked up, and is not kept', error);
      count('FailedJob');
      await slack.deliver(job, unknownOutcome(job, viewer), viewer, deadline);
    }
  });
}
