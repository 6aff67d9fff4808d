import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { WebClient } from '@slack/web-api';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { readSecret } from '../lib/aws/secrets.ts';
import { Job } from '../lib/commands/job.ts';
import { ENV, setting } from '../lib/config.ts';
import { logAs, logError, logInfo } from '../lib/log.ts';
import { createLtsClient } from '../lib/lts/client.ts';
import { readCredentials } from '../lib/lts/credentials.ts';
import { flushMetrics, measure } from '../lib/metrics.ts';
import { answerJob } from '../lib/slack/answer.ts';
import { createFiles } from '../lib/slack/files.ts';
import { createPeople } from '../lib/slack/people.ts';
import { readSources } from '../lib/sources.ts';
import { createChannelStore } from '../lib/store/channel-settings.ts';
import { createReadQuota } from '../lib/store/read-quota.ts';
import { awsAccess } from './aws-access.ts';
import { proxySettings } from './proxy-settings.ts';

/** Left of the function's time to tell the person how it ended. */
const DELIVERY_MS = 12_000;
/** Zone and language are worth two seconds of waiting, and no more. */
const LOOK_UP_MS = 2_000;
const UPLOAD_MS = 10_000;
/** DynamoDB answers in milliseconds. The SDK itself would wait for ever. */
const TABLE_PATIENCE = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_000, throwOnRequestTimeout: true },
};

/** Fetched with the first job of a container; a failure fails that job alone, which Lambda retries. */
async function connect() {
  const access = awsAccess(process.env);
  const [botToken, credentials] = await Promise.all([
    readSecret(access, setting(process.env, ENV.botToken)),
    readSecret(access, setting(process.env, ENV.ltsCredentials)),
  ]);
  const proxy = proxySettings(process.env);
  const sources = readSources(setting(process.env, ENV.ltsSources)).map((source) => {
    const client = createLtsClient({
      ...source,
      credentials: readCredentials(credentials, source.name),
      proxy,
      onCall: ({ requestId, ...call }) =>
        logInfo('LTS was asked', { source: source.name, ...call, lts_request_id: requestId }),
    });
    return [source.name, { ...client, readsPerMinute: source.readsPerMinute }] as const;
  });
  const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient(TABLE_PATIENCE));
  const table = setting(process.env, ENV.stateTable);
  return {
    sources: new Map(sources),
    quota: createReadQuota(dynamodb, table, Date.now),
    channelOf: (job: Job) => createChannelStore(dynamodb, table, job),
    files: createFiles(slackClient(botToken, UPLOAD_MS)),
    findPerson: createPeople(slackClient(botToken, LOOK_UP_MS), Date.now),
    operators: z.array(z.string()).parse(JSON.parse(setting(process.env, ENV.operators))),
    command: setting(process.env, ENV.command),
  };
}

function slackClient(botToken: string, timeout: number): WebClient {
  const slackApiUrl = setting(process.env, ENV.slackApiUrl);
  return new WebClient(botToken, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
  });
}

let connected: Awaited<ReturnType<typeof connect>> | undefined;

/** Does one job and answers the person. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const job = Job.safeParse(event);
  const { requestId, id } = job.data ?? {};
  logAs({ requestId, functionRequestId: context.awsRequestId, job: id });
  try {
    // Nothing would be better the next time.
    if (!job.success) return logError('a job cannot be read', job.error.issues[0]?.path.join('.'));
    await work(job.data, context);
  } finally {
    flushMetrics();
  }
}

async function work(job: Job, context: Context): Promise<void> {
  const age = () => Date.now() - job.receivedAt;
  measure('JobAge', age());
  connected ??= await connect();
  const signal = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - DELIVERY_MS));
  await answerJob(job, { ...connected, signal });
  const ms = age();
  measure('JobTime', ms);
  logInfo('a job was done', { ms });
}
