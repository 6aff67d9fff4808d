import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENV, STACK_NAME } from '../config.ts';
import { type LocalServer, type RequestHandler, sendJson, serve } from './http.ts';
import { type LambdaHost, startLambdaHost } from './lambda/host.ts';
import { startSecretsManager } from './lambda/secrets-manager.ts';
import type { Stack } from './lambda/stack.ts';
import { readStack } from './lambda/template.ts';
import { type LtsEmulator, startLtsEmulator } from './lts/emulator.ts';
import { buildPage } from './serve-page.ts';
import { createWorkspace, type Workspace } from './slack/workspace.ts';
import { StartError } from './start-error.ts';

export interface LocalOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Log files and folders; none tells a story of its own. */
  readonly logs: readonly string[];
  /** Leaves the times of the lines as they are. */
  readonly keepTimes: boolean;
  readonly language: 'en' | 'zh';
  /** The synthesised cloud assembly whose functions are run. */
  readonly assembly: string;
  readonly log: (functionName: string, line: string) => void;
}

const SIGNING_SECRET = 'local-signing-secret';
const SOURCE = 'local';
const BOT_TOKEN = 'xoxb-local-bot-token';
/** Lambda waits a minute and two; nobody wants to here. */
const RETRY_DELAYS_MS = [1_000, 2_000] as const;

interface Parts {
  readonly lts: LtsEmulator;
  readonly host: LambdaHost;
  readonly workspace: Workspace;
  readonly page: string;
}

/**
 * Starts everything on loopback: the deployed functions in their runtime, and a stand-in for each service around
 * them. One origin carries API Gateway, Slack and the page; the services that only functions call have their own.
 * @throws StartError with one line for the person who started it
 */
export async function startLocalWorkspace(options: LocalOptions): Promise<LocalServer> {
  const stack = await readStack(options.assembly, STACK_NAME);
  const { html } = await buildPage();
  const lts = await startLtsEmulator({ logs: options.logs, keepTimes: options.keepTimes });
  let parts: Parts | undefined;
  const server = await listen(options.port, lts, async (request, response, url) => {
    if (parts) await route(parts, request, response, url);
    else sendJson(response, 503, { error: 'starting' });
  });
  const secrets = await startSecretsManager(secretValues(stack, lts));
  const host = await startLambdaHost(stack, {
    environment: {
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      [ENV.slackApiUrl]: `${server.url}/api/`,
      [ENV.ltsSources]: JSON.stringify([
        { name: SOURCE, projectId: lts.projectId, endpoint: lts.url, iamEndpoint: lts.url },
      ]),
    },
    log: options.log,
    retryDelaysMs: RETRY_DELAYS_MS,
  });
  const workspace = createWorkspace({
    origin: server.url,
    eventsUrl: `${server.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    command: variable(stack, ENV.command),
    language: options.language,
  });
  parts = { lts, host, workspace, page: html };
  return {
    url: server.url,
    async close() {
      await Promise.all([server.close(), host.close(), secrets.close(), lts.close()]);
    },
  };
}

async function listen(port: number, lts: LtsEmulator, handle: RequestHandler): Promise<LocalServer> {
  try {
    return await serve(port, handle);
  } catch (cause) {
    await lts.close();
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (!isTaken) throw cause;
    const message = `Port ${port} is taken: start with "npm start -- --port 0" for any free one, or stop what uses it`;
    throw new StartError(message, { cause });
  }
}

/** Each secret's ARN is told to the functions that read it; here it gets the value that the stand-ins expect. */
function secretValues(stack: Stack, { accessKey, secretKey }: LtsEmulator): ReadonlyMap<string, string> {
  return new Map([
    [variable(stack, ENV.signingSecret), SIGNING_SECRET],
    [variable(stack, ENV.botToken), BOT_TOKEN],
    [variable(stack, ENV.ltsCredentials), JSON.stringify({ [SOURCE]: { accessKey, secretKey } })],
  ]);
}

/** What the stack tells its functions under this name. */
function variable(stack: Stack, name: string): string {
  const values = [...stack.functions.values()].map(({ environment }) => environment[name]);
  const value = values.find((candidate) => candidate !== undefined);
  if (!value) throw new StartError(`The stack ${stack.name} tells no function ${name}`);
  return value;
}

async function route(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { lts, host, workspace, page } = parts;
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /slack/events':
      return host.handleHttp(request, response, url);
    case 'GET /':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    case 'GET /local.json': {
      const { url: endpoint, projectId, accessKey, secretKey } = lts;
      const described = {
        endpoint,
        iamEndpoint: endpoint,
        projectId,
        accessKey,
        secretKey,
        groups: lts.groups(),
      };
      return sendJson(response, 200, { slack: workspace.describe(), lts: described });
    }
    case 'GET /local/idle':
      return answerIdle(parts, response, Number(url.searchParams.get('timeoutMs')) || IDLE_TIMEOUT_MS);
    default:
      if (!(await workspace.handle(request, response, url)))
        sendJson(response, 404, { error: 'no such path' });
  }
}

const IDLE_TIMEOUT_MS = 30_000;
const IDLE_POLL_MS = 5;

/** Answers when nothing is under way any more, or with what still is when the time is over. */
async function answerIdle(
  { host, workspace }: Parts,
  response: ServerResponse,
  timeoutMs: number,
): Promise<void> {
  const until = Date.now() + Math.min(timeoutMs, 10 * IDLE_TIMEOUT_MS);
  const waiting = () => [...workspace.waiting(), ...host.waiting()];
  while (waiting().length > 0 && Date.now() < until) await sleep(IDLE_POLL_MS);
  const left = waiting();
  if (left.length === 0) sendJson(response, 200, { idle: true });
  else sendJson(response, 408, { waiting: left });
}
