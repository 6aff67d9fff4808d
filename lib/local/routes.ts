import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamoDb } from './dynamodb.ts';
import { withFaults } from './fault-answer.ts';
import { answerFaults, type TargetFaults } from './fault-targets.ts';
import { type HttpServer, type RequestHandler, sendJson } from './http.ts';
import { answerIdle, isWork } from './idle.ts';
import type { LambdaHost } from './lambda/host.ts';
import type { LtsEmulator } from './lts/emulator.ts';
import type { Workspace } from './slack/workspace.ts';

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
    case 'POST /local/faults':
    case 'DELETE /local/faults':
      return answerFaults(parts.faults, request, response);
    default:
      return slackHandler(parts, url)(request, response, url);
  }
}

function describe({ lts, dynamodb, tables, secrets, secretArns, workspace, policy }: Parts): unknown {
  const { url: endpoint, projectId, accessKey, secretKey } = lts;
  return {
    slack: workspace.describe(),
    lts: { endpoint, iamEndpoint: endpoint, projectId, accessKey, secretKey, groups: lts.groups() },
    dynamodb: { endpoint: dynamodb.url, tables: dynamodb.tables, ...tables },
    secretsManager: { endpoint: secrets.url, ...secretArns },
    policy,
  };
}

/** What people do is not Slack's API, and never fails on request. */
function slackHandler({ workspace, faults }: Parts, { pathname }: URL): RequestHandler {
  const handle: RequestHandler = async (request, response, url) => {
    if (!(await workspace.handle(request, response, url))) sendJson(response, 404, { error: 'no such path' });
  };
  return pathname.startsWith('/local/') ? handle : withFaults(faults.http.slack, handle);
}

function waiting({ server, lts, dynamodb, secrets, host, workspace }: Parts): string[] {
  const others = [workspace, host, lts, dynamodb, secrets].flatMap((part) => part.waiting());
  return [...server.waiting().filter(isWork), ...others];
}
