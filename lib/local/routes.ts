import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendAnswer } from './answer.ts';
import type { DynamoDb } from './dynamodb.ts';
import { withFaults } from './fault-answer.ts';
import { answerFaults, type TargetFaults } from './fault-targets.ts';
import { type HttpServer, type RequestHandler, readBody, sendJson } from './http.ts';
import { answerIdle, isWork } from './idle.ts';
import type { LambdaHost } from './lambda/host.ts';
import type { LtsEmulator } from './lts/emulator.ts';
import { recordSlack } from './record-slack.ts';
import type { Workspace } from './slack/workspace.ts';
import type { Trace } from './trace.ts';

/** All that runs in the local workspace. */
export interface Parts {
  /** Carries API Gateway, Slack and the page. */
  readonly server: HttpServer;
  readonly lts: LtsEmulator;
  readonly dynamodb: DynamoDb;
  readonly secrets: HttpServer;
  /** The ARNs of the three, by what they are. */
  readonly secretArns: Readonly<Record<'signingSecret' | 'botToken' | 'ltsCredentials', string>>;
  readonly host: LambdaHost;
  readonly workspace: Workspace;
  readonly faults: TargetFaults;
  /** The names of the two tables, by what they are. */
  readonly tables: Readonly<Record<'state' | 'audit', string>>;
  /** The path of the file that says who may do what. */
  readonly policy: string;
  readonly trace: Trace;
  /** What the policy lets a person do somewhere. */
  readonly may: (userId: string) => readonly string[];
  /** As HTML. */
  readonly page: string;
}

/** Answers what comes in at the address that all of it has for people, and for Slack. */
export async function route(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /slack/events':
      return parts.host.handleHttp(request, response, url);
    case 'GET /':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(parts.page);
      return;
    case 'GET /local.json':
      return sendJson(response, 200, describe(parts));
    case 'GET /local/idle':
      return answerIdle(() => waiting(parts), response, url.searchParams.get('timeoutMs'));
    case 'POST /local/logs':
      return sendJson(response, 200, { lines: parts.lts.tellMinute() });
    case 'GET /local/lts-faults':
    case 'POST /local/lts-faults':
    case 'DELETE /local/lts-faults':
      return controlLts(parts.lts, request, response);
    case 'GET /local/faults':
    case 'POST /local/faults':
    case 'DELETE /local/faults':
      return answerFaults(parts.faults, request, response);
    default:
      return slackHandler(parts, url)(request, response, url);
  }
}

/** The emulator's own faults, which the page cannot ask it for itself: that is another origin. */
async function controlLts(
  lts: LtsEmulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  const body = await readBody(request);
  sendAnswer(response, lts.control({ method, path: '/__emulator/faults', headers, body }));
}

function describe(parts: Parts): unknown {
  const { lts, dynamodb, tables, secrets, secretArns, workspace, policy, may } = parts;
  const { url: endpoint, projectId, accessKey, secretKey } = lts;
  const slack = workspace.describe();
  return {
    slack: { ...slack, users: slack.users.map((user) => ({ ...user, may: may(user.id) })) },
    lts: { endpoint, iamEndpoint: endpoint, projectId, accessKey, secretKey, groups: lts.groups() },
    dynamodb: { endpoint: dynamodb.url, tables: dynamodb.tables, ...tables },
    secretsManager: { endpoint: secrets.url, ...secretArns },
    policy,
  };
}

/** What people do is not Slack's API, and never fails on request. */
function slackHandler({ workspace, faults, trace }: Parts, { pathname }: URL): RequestHandler {
  const handle: RequestHandler = async (request, response, url) => {
    if (!(await workspace.handle(request, response, url))) sendJson(response, 404, { error: 'no such path' });
  };
  return pathname.startsWith('/local/') ? handle : recordSlack(trace, withFaults(faults.http.slack, handle));
}

function waiting({ server, lts, dynamodb, secrets, host, workspace }: Parts): string[] {
  const others = [workspace, host, lts, dynamodb, secrets].flatMap((part) => part.waiting());
  return [...server.waiting().filter(isWork), ...others];
}
