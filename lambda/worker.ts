import { WebClient } from '@slack/web-api';
import type { Context } from 'aws-lambda';
import { readSecret } from '../lib/aws/secrets.ts';
import { Job } from '../lib/commands/job.ts';
import { ENV, setting } from '../lib/config.ts';
import { logError } from '../lib/log.ts';
import { createLtsClient } from '../lib/lts/client.ts';
import { readCredentials } from '../lib/lts/credentials.ts';
import { answerJob } from '../lib/slack/answer.ts';
import { createPeople } from '../lib/slack/people.ts';
import { readSources } from '../lib/sources.ts';
import { awsAccess } from './aws-access.ts';
import { proxySettings } from './proxy-settings.ts';

/** Left of the function's time to tell the person how it ended. */
const DELIVERY_MS = 12_000;

/** Fetched with the first job of a container; a failure fails that job alone, which Lambda retries. */
async function connect() {
  const access = awsAccess(process.env);
  const [botToken, credentials] = await Promise.all([
    readSecret(access, setting(process.env, ENV.botToken)),
    readSecret(access, setting(process.env, ENV.ltsCredentials)),
  ]);
  const slack = new WebClient(botToken, {
    slackApiUrl: setting(process.env, ENV.slackApiUrl),
    // Zone and language are worth two seconds of waiting, and no more.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2_000,
  });
  const [source] = readSources(setting(process.env, ENV.ltsSources));
  const proxy = proxySettings(process.env);
  const lts = createLtsClient({ ...source, credentials: readCredentials(credentials, source.name), proxy });
  return { lts, findPerson: createPeople(slack, Date.now), command: setting(process.env, ENV.command) };
}

let connected: Awaited<ReturnType<typeof connect>> | undefined;

/** Does one job and answers the person. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const job = Job.safeParse(event);
  // Nothing would be better the next time.
  if (!job.success) return logError('a job cannot be read', job.error.issues[0]?.path.join('.'));
  connected ??= await connect();
  const signal = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - DELIVERY_MS));
  await answerJob(job.data, { ...connected, signal });
}
