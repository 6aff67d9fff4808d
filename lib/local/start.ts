import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PolicyError, readPolicy } from '../access/policy-file.ts';
import { ENV, STACK_NAME } from '../config.ts';
import { startDynamoDb } from './dynamodb.ts';
import { TargetFaults } from './fault-targets.ts';
import { type LocalServer, type RequestHandler, sendJson } from './http.ts';
import { type FunctionProcess, startLambdaHost } from './lambda/host.ts';
import { startSecretsManager } from './lambda/secrets-manager.ts';
import type { Stack } from './lambda/stack.ts';
import { readStack } from './lambda/template.ts';
import { listen } from './listen.ts';
import { type LtsEmulator, startLtsEmulator } from './lts/emulator.ts';
import { alertedRequest } from './lts/story.ts';
import { type Policy, rightsOf } from './rights.ts';
import { type Parts, route } from './routes.ts';
import { buildPage } from './serve-page.ts';
import type { Alert } from './slack/alert.ts';
import type { AppDefinition } from './slack/app-definition.ts';
import { createWorkspace } from './slack/workspace.ts';
import { StartError } from './start-error.ts';
import { Trace } from './trace.ts';

export interface LocalOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Log files and folders; none tells a story of its own. */
  readonly logs: readonly string[];
  /** Leaves the times of the lines as they are. */
  readonly keepTimes: boolean;
  readonly language: 'en' | 'zh';
  /** What Slack knows of the app; the stack says which command it has. */
  readonly app: Omit<AppDefinition, 'command'>;
  /** The synthesised cloud assembly whose functions are run. */
  readonly assembly: string;
  /** How often a stream can be read within a minute; absent: as often as anybody may want to. */
  readonly readsPerMinute?: number;
  /** The file that says who may do what; absent: the local workspace's own. */
  readonly policy?: string;
  readonly log: (functionName: string, line: string) => void;
}

export interface LocalWorkspace extends LocalServer {
  /** Those of the functions that live at this moment. */
  processes(): FunctionProcess[];
}

/** Shaped as Slack’s are. */
const SIGNING_SECRET = '10ca15ec2e7f0210ca15ec2e7f021234';
const SOURCE = 'local';
const POLICY = fileURLToPath(new URL('policy.json', import.meta.url));
const BOT_TOKEN = 'xoxb-local-bot-token';
/** Lambda waits a minute and two; nobody wants to here. */
const RETRY_DELAYS_MS = [1_000, 2_000] as const;
/** Below the waits, as in Lambda: the next attempt at a job finds it let go by one that was killed. */
const JOB_LEASE_MS = '900';

/**
 * Starts everything on loopback: the deployed functions in their runtime, and a stand-in for each service around
 * them. One origin carries API Gateway, Slack and the page; the services that only functions call have their own.
 * @throws StartError with one line for the person who started it
 */
export async function startLocalWorkspace(options: LocalOptions): Promise<LocalWorkspace> {
  const { policy, path: policyFile } = checkPolicy(options.policy ?? POLICY);
  const stack = await readStack(options.assembly, STACK_NAME);
  const { html } = await buildPage();
  const trace = new Trace(Date.now);
  const alert = alertFor(options, Date.now());
  const lts = await startLtsEmulator({
    logs: options.logs,
    keepTimes: options.keepTimes,
    heard: (request) => trace.lts(request),
  });
  let parts: Parts | undefined;
  const handle: RequestHandler = async (request, response, url) => {
    if (parts) await route(parts, request, response, url);
    else sendJson(response, 503, { error: 'starting' });
  };
  const server = await listen(options.port, 'npm start --', handle).catch(async (error: unknown) => {
    await lts.close();
    throw error;
  });
  const faults = new TargetFaults();
  const secretArns = {
    signingSecret: variable(stack, ENV.signingSecret),
    botToken: variable(stack, ENV.botToken),
    ltsCredentials: variable(stack, ENV.ltsCredentials),
  };
  const secrets = await startSecretsManager(secretValues(secretArns, lts), faults.http.secrets);
  const dynamodb = await startDynamoDb(stack.tables, faults.http.dynamodb);
  const workspace = createWorkspace({
    origin: server.url,
    eventsUrl: `${server.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    app: { command: variable(stack, ENV.command), ...options.app },
    language: options.language,
    trace,
    ...alert,
  });
  const people = workspace.describe();
  const { teamId, appId } = people;
  const host = await startLambdaHost(stack, {
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      [ENV.slackApiUrl]: `${server.url}/api/`,
      [ENV.teamId]: teamId,
      [ENV.appId]: appId,
      [ENV.hooksOrigin]: server.url,
      [ENV.ltsSources]: JSON.stringify([
        {
          name: SOURCE,
          projectId: lts.projectId,
          endpoint: lts.url,
          iamEndpoint: lts.url,
          readsPerMinute: options.readsPerMinute ?? 100_000,
        },
      ]),
      [ENV.policyFile]: policyFile,
      [ENV.jobLease]: JOB_LEASE_MS,
    },
    log: options.log,
    retryDelaysMs: RETRY_DELAYS_MS,
    faults,
    trace,
    origins: { lts: lts.url, slack: server.url },
  });
  const services = { server, lts, dynamodb, secrets, host, workspace };
  const tables = { state: variable(stack, ENV.stateTable), audit: variable(stack, ENV.auditTable) };
  const may = (userId: string) => rightsOf(userId, policy, people);
  const seen = { faults, trace, may, page: html };
  parts = { ...services, ...seen, secretArns, tables, policy: policyFile };
  return {
    url: server.url,
    processes: () => host.processes(),
    async close() {
      await Promise.all([server, host, secrets, dynamodb, lts].map((part) => part.close()));
    },
  };
}

/** Of the made-up incident; a log of somebody's own has none. */
function alertFor({ logs }: LocalOptions, nowMs: number): { alert?: Alert } {
  const request = logs.length > 0 ? undefined : alertedRequest(nowMs);
  if (request === undefined) return {};
  const { time: since, trace } = request;
  return { alert: { since, trace, stream: 'checkout/api', host: 'ecs-checkout-1' } };
}

/** Gives the absolute path too: the functions run in folders of their own. */
function checkPolicy(path: string): { policy: Policy; path: string } {
  try {
    return { policy: readPolicy(path, [SOURCE]), path: resolve(path) };
  } catch (error) {
    throw error instanceof PolicyError ? new StartError(error.message, { cause: error }) : error;
  }
}

/** Each secret's ARN is told to the functions that read it; here it gets the value that the stand-ins expect. */
function secretValues(
  { signingSecret, botToken, ltsCredentials }: Parts['secretArns'],
  { accessKey, secretKey }: LtsEmulator,
): ReadonlyMap<string, string> {
  return new Map([
    [signingSecret, SIGNING_SECRET],
    [botToken, BOT_TOKEN],
    [ltsCredentials, JSON.stringify({ [SOURCE]: { accessKey, secretKey } })],
  ]);
}

/** What the stack tells its functions under this name. */
function variable(stack: Stack, name: string): string {
  const values = [...stack.functions.values()].map(({ environment }) => environment[name]);
  const value = values.find((candidate) => candidate !== undefined);
  if (!value) throw new StartError(`The stack ${stack.name} tells no function ${name}`);
  return value;
}
