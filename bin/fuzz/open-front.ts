import { createRequire } from 'node:module';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ENV } from '../../lib/config.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { APP_ID, TEAM_ID } from './payload.ts';
import { type SealedEvent, SIGNING_SECRET } from './seal.ts';

type Handler = (event: SealedEvent, context: object) => Promise<APIGatewayProxyStructuredResultV2>;

/** What came of a request. */
export interface Effects {
  readonly jobs: unknown[];
  /** Messages to people, by response_url or by token. */
  readonly told: string[];
  /** The modals that were opened. */
  readonly opened: string[];
  /** Requests to an address that is not Slack's. */
  readonly strayed: string[];
  /** What it wrote. */
  readonly lines: string[];
}

/** The front function as it is deployed, in this process, with all that it calls around it, and this process's output. */
export async function openFront(bundle: string) {
  let effects: Effects = none();
  const aws = await serve(0, async (request, response) => {
    const body = String(await readBody(request));
    if (request.headers['x-amz-target']) return sendJson(response, 200, { SecretString: SIGNING_SECRET });
    effects.jobs.push(JSON.parse(body));
    response.writeHead(202).end();
  });
  const hooks = await serve(0, async (request, response) => {
    effects.told.push(String(await readBody(request)));
    response.end('ok');
  });
  const api = await serve(0, async (request, response) => {
    const calls = request.url?.endsWith('/views.open') ? effects.opened : effects.told;
    calls.push(String(await readBody(request)));
    sendJson(response, 200, { ok: true, view: { id: 'V1', hash: '1.a' } });
  });
  const elsewhere = await serve(0, async (request, response) => {
    effects.strayed.push(request.url ?? '');
    response.end();
  });
  const handler = load(bundle, {
    AWS_REGION: 'local-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_LAMBDA: aws.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    POWERTOOLS_SERVICE_NAME: 'front',
    POWERTOOLS_METRICS_NAMESPACE: 'LtsChatOps',
    [ENV.command]: '/lts',
    [ENV.teamId]: TEAM_ID,
    [ENV.appId]: APP_ID,
    [ENV.hooksOrigin]: hooks.url,
    [ENV.slackApiUrl]: `${api.url}/api/`,
    [ENV.botToken]: 'arn:aws:secretsmanager:local-1:000000000000:secret:token',
    [ENV.workerFunction]: 'worker',
    [ENV.signingSecret]: 'arn:aws:secretsmanager:local-1:000000000000:secret:signing',
  });
  const stopCatching = catchOutput((text) => effects.lines.push(text));
  return {
    hooksOrigin: hooks.url,
    strayOrigin: elsewhere.url,
    /** A status of 0 is an error that was thrown, for which API Gateway answers with a 5xx. */
    async send(event: SealedEvent): Promise<{ status: number; effects: Effects }> {
      effects = none();
      const answering = handler(event, { awsRequestId: 'fuzz' });
      const status = await answering.then(
        ({ statusCode = 0 }) => statusCode,
        () => 0,
      );
      return { status, effects };
    },
    async close() {
      stopCatching();
      await Promise.all([aws, hooks, api, elsewhere].map((server) => server.close()));
    },
  };
}

function none(): Effects {
  return { jobs: [], told: [], opened: [], strayed: [], lines: [] };
}

/** It reads its environment while it is loaded: so whoever loads it next in this process gets one of their own. */
function load(bundle: string, environment: Readonly<Record<string, string>>): Handler {
  const require = createRequire(import.meta.url);
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return (require(bundle) as { handler: Handler }).handler;
  } finally {
    delete require.cache[bundle];
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

function catchOutput(onText: (text: string) => void): () => void {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  const write = (text: string | Uint8Array) => {
    onText(String(text));
    return true;
  };
  for (const stream of streams) stream.write = write;
  return () => {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write;
  };
}
