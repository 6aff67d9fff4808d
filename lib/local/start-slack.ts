import { type LocalServer, type RequestHandler, sendJson } from './http.ts';
import { answerIdle, isWork } from './idle.ts';
import { listen } from './listen.ts';
import { recordSlack } from './record-slack.ts';
import { buildPage } from './serve-page.ts';
import type { AppDefinition } from './slack/app-definition.ts';
import { createWorkspace, type Workspace } from './slack/workspace.ts';
import { Trace } from './trace.ts';

export interface SlackOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where the bot listens. */
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly app: AppDefinition;
}

/**
 * The Slack workspace and its page alone, for any bot. There are no logs in it, and nothing of AWS.
 *
 * @throws StartError with one line for the person who started it
 */
export async function startSlackWorkspace(options: SlackOptions): Promise<LocalServer> {
  const { port, ...others } = options;
  const { html } = await buildPage();
  // The workspace must know its own address before it can answer.
  let handle: RequestHandler = async (_request, response) => sendJson(response, 503, { error: 'starting' });
  const server = await listen(port, 'npm run slack-workspace --', (...call) => handle(...call));
  const trace = new Trace(Date.now);
  const workspace = createWorkspace({ ...others, origin: server.url, language: 'en', trace });
  const waiting = () => [...server.waiting().filter(isWork), ...workspace.waiting()];
  handle = recordSlack(trace, route(workspace, html, waiting));
  return server;
}

function route(workspace: Workspace, page: string, waiting: () => string[]): RequestHandler {
  return async (request, response, url) => {
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
        return;
      case 'GET /local.json':
        return sendJson(response, 200, { slack: workspace.describe(), lts: { groups: [] } });
      case 'GET /local/idle':
        return answerIdle(waiting, response, url.searchParams.get('timeoutMs'));
      default:
        if (!(await workspace.handle(request, response, url)))
          sendJson(response, 404, { error: 'no such path' });
    }
  };
}
