import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'aws-lambda';
import { createGate } from '../lib/access/gate.ts';
import { readPolicy } from '../lib/access/policy-file.ts';
import { keepSecret } from '../lib/aws/secrets.ts';
import { type Job, jobSchema, UnreadableJobError } from '../lib/commands/job.ts';
import { ENV, setting } from '../lib/config.ts';
import { logInfo } from '../lib/log.ts';
import { createLtsClient } from '../lib/lts/client.ts';
import { readCredentials } from '../lib/lts/credentials.ts';
import { proxySettings } from '../lib/lts/proxy-settings.ts';
import { count, countOutcome, measure } from '../lib/metrics.ts';
import { answerJob } from '../lib/slack/answer.ts';
import { deadlineIn } from '../lib/slack/deadline.ts';
import { isLtsTrouble } from '../lib/slack/outcome.ts';
import { readSources } from '../lib/sources.ts';
import { createApprovals } from '../lib/store/approvals.ts';
import { createChannelStore } from '../lib/store/channel-settings.ts';
import { createLatestSearches } from '../lib/store/latest-searches.ts';
import { createReadQuota } from '../lib/store/read-quota.ts';
import { awsAccess } from './aws-access.ts';
import { connectSlack } from './connect-slack.ts';
import { connectState } from './connect-state.ts';
import { observe } from './observe.ts';

/** Left of the function's time when LTS is asked no more, to record that and to tell the person so. */
const TELLING_MS = 18_000;
/** Left of it when Slack is asked no more, to write down that the job is done. */
const RECORDING_MS = 3_000;
/** A table that fails for longer is left to Lambda's next attempt. */
const TABLE_ATTEMPTS = 4;

const Jobs = jobSchema(setting(process.env, ENV.hooksOrigin));
const policy = readPolicy(setting(process.env, ENV.policyFile));
const access = awsAccess(process.env);
const botToken = keepSecret(access, setting(process.env, ENV.botToken), Date.now);
const ltsCredentials = keepSecret(access, setting(process.env, ENV.ltsCredentials), Date.now);
const state = connectState(process.env, TABLE_ATTEMPTS);
/** LTS's ids of the calls of a job: an attempt whose time was over may still be asking while the next job does. */
const ltsRequestIdsOf = new AsyncLocalStorage<string[]>();

function connect(token: string, credentials: string) {
  const proxy = proxySettings(process.env);
  const sources = readSources(setting(process.env, ENV.ltsSources)).map((source) => {
    const client = createLtsClient({
      ...source,
      credentials: readCredentials(credentials, source.name),
      proxy,
      onCall: ({ requestId, ...call }) => {
        logInfo('LTS was asked', { source: source.name, ...call, lts_request_id: requestId });
        if (requestId !== undefined) ltsRequestIdsOf.getStore()?.push(requestId);
        if (call.status === 401) ltsCredentials.doubt();
      },
    });
    return [source.name, { ...client, readsPerMinute: source.readsPerMinute }] as const;
  });
  const { isInUserGroup, ...slack } = connectSlack(process.env, token, botToken.doubt);
  return {
    ...state,
    ...slack,
    sources: new Map(sources),
    gate: createGate(
      policy,
      sources.map(([name]) => name),
      isInUserGroup,
    ),
    approvals: createApprovals(state.dynamodb, state.table, Date.now),
    quota: createReadQuota(state.dynamodb, state.table, Date.now),
    channelOf: (place: Pick<Job, 'teamId' | 'channelId'>) =>
      createChannelStore(state.dynamodb, state.table, place),
    latestOf: (person: Pick<Job, 'teamId' | 'userId'>) =>
      createLatestSearches(state.dynamodb, state.table, person, Date.now),
    command: setting(process.env, ENV.command),
  };
}

let connected: ReturnType<typeof connect> | undefined;
let connectedWith = '';

/** Made with the first job of a container, and anew when a secret has changed. What fails, fails that job alone. */
async function connection() {
  const [token, credentials] = await Promise.all([botToken.read(), ltsCredentials.read()]);
  const secrets = JSON.stringify([token, credentials]);
  if (!connected || secrets !== connectedWith) connected = connect(token, credentials);
  connectedWith = secrets;
  return connected;
}

/** Does one job, once, and answers the person. */
export async function handler(event: unknown, context: Context): Promise<void> {
  const { data: job, error } = Jobs.safeParse(event);
  await observe(job, context, async () => {
    // While versions change the next attempt may be of another one; else the failed function tells.
    if (!job) throw new UnreadableJobError(error);
    const age = () => Date.now() - job.receivedAt;
    measure('JobAge', age());
    const { once, journalOf, ...services } = await connection();
    const done = await once(job.id, context, async () => {
      const journal = await journalOf(job.id);
      // Only now: a table that throttles takes seconds of it.
      const left = context.getRemainingTimeInMillis();
      const ltsRequestIds: string[] = [];
      return ltsRequestIdsOf.run(ltsRequestIds, () =>
        answerJob(job, {
          ...services,
          journal,
          ltsRequestIds,
          signal: deadlineIn(left - TELLING_MS).signal,
          deadline: deadlineIn(left - RECORDING_MS),
        }),
      );
    });
    if (!done) return count('RepeatSuppressed');
    measure('JobTime', age());
    const { command, outcome } = done;
    countOutcome(outcome);
    if (isLtsTrouble(outcome)) count('LtsRefusal');
    logInfo('a job was done', { command, outcome, ms: age() });
  });
}
