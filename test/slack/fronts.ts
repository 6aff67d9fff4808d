import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { inject, onTestFinished, vi } from 'vitest';
import { AwsCallError } from '../../lib/aws/call.ts';
import type { Secret } from '../../lib/aws/secrets.ts';
import type { Job } from '../../lib/commands/job.ts';
import { ENV, STACK_NAME } from '../../lib/config.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { readStack } from '../../lib/local/lambda/template.ts';
import { createBolt } from '../../lib/slack/app.ts';
import { createFront } from '../../lib/slack/front.ts';
import { createFrontCall } from '../../lib/slack/front-call.ts';
import { createFrontViews } from '../../lib/slack/front-views.ts';
import { createTellBeside } from '../../lib/slack/tell-beside.ts';

export const SECRET = 'signing-secret';
export const NOW = 1_800_000_000_000;
const HOOKS_ORIGIN = 'https://hooks.slack.com';
const IDS = { teamId: 'T1', appId: 'A1' };

export function signed(
  body: string,
  contentType = 'application/x-www-form-urlencoded',
  secret = SECRET,
): APIGatewayProxyEventV2 {
  const timestamp = String(NOW / 1_000);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const requestContext = { requestId: 'request', timeEpoch: NOW } as APIGatewayProxyEventV2['requestContext'];
  const event: Partial<APIGatewayProxyEventV2> = {
    version: '2.0',
    rawPath: '/slack/events',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    requestContext,
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
  return event as APIGatewayProxyEventV2;
}

type Handler = ReturnType<typeof createFront>;

interface Behind {
  /** Whether the worker refuses jobs, or gives no answer. */
  readonly fails?: 'refuses' | 'is silent';
  readonly secret?: () => Promise<string>;
  /** Where response_urls lead. */
  readonly hooksOrigin?: string;
  /** Slack's Web API, with a slash at the end; else one at which nobody answers. */
  readonly apiUrl?: string;
  readonly token?: () => Promise<string>;
}

const USUAL = {
  secret: async () => SECRET,
  hooksOrigin: HOOKS_ORIGIN,
  apiUrl: 'http://127.0.0.1:9/api/',
  token: async () => 'xoxb',
};

export interface Front {
  readonly jobs: readonly Job[];
  readonly answer: (event: APIGatewayProxyEventV2) => ReturnType<Handler>;
}

const answerWith = (handler: Handler) => (event: APIGatewayProxyEventV2) =>
  handler(event, { awsRequestId: 'invocation' });

/** The front function in process, with a worker that remembers its jobs, or fails. */
export async function openSource(behind: Behind = {}): Promise<Front> {
  const { fails, secret, hooksOrigin, apiUrl, token } = { ...USUAL, ...behind };
  const jobs: Job[] = [];
  const handOver = async (job: Job) => {
    if (fails) throw new AwsCallError('no', fails === 'refuses' ? 500 : undefined);
    jobs.push(job);
  };
  const now = () => NOW;
  const installation = { ...IDS, hooksOrigin };
  const call = createFrontCall(apiUrl, keep(token), now);
  const [views, tellBeside] = [createFrontViews(call), createTellBeside(call)];
  const bolt = createBolt('/lts', installation, handOver, views, tellBeside, now);
  const handler = createFront(keep(secret), installation, bolt, now);
  return { jobs, answer: answerWith(handler) };
}

function keep(read: () => Promise<string>): Secret {
  let kept: string | undefined;
  return {
    async read() {
      kept ??= await read();
      return kept;
    },
    doubt() {},
  };
}

/** The same as it is deployed, with AWS on a server. */
export async function openBundle(behind: Behind = {}): Promise<Front> {
  const { fails, secret, hooksOrigin, apiUrl, token } = { ...USUAL, ...behind };
  const jobs: Job[] = [];
  const aws = await serve(0, async (request, response) => {
    const body = String(await readBody(request));
    if (request.headers['x-amz-target']) {
      const read = body.includes('BotToken') ? token : secret;
      return sendJson(response, 200, { SecretString: await read() });
    }
    if (fails === 'is silent') return void response.destroy();
    if (fails) return sendJson(response, 500, {});
    jobs.push(JSON.parse(body) as Job);
    response.writeHead(202).end();
  });
  onTestFinished(() => aws.close());
  const load = createRequire(import.meta.url);
  const { functions } = await readStack(inject('assembly'), STACK_NAME);
  const front = [...functions.values()].find(({ environment }) => ENV.signingSecret in environment);
  const bundle = join(front?.codeDirectory ?? '', 'index.js');
  const environment = {
    ...front?.environment,
    [ENV.teamId]: IDS.teamId,
    [ENV.appId]: IDS.appId,
    [ENV.hooksOrigin]: hooksOrigin,
    [ENV.slackApiUrl]: apiUrl,
    AWS_REGION: 'local-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_LAMBDA: aws.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    delete load.cache[bundle];
  });
  const { handler } = load(bundle) as { handler: Handler };
  return { jobs, answer: answerWith(handler) };
}
