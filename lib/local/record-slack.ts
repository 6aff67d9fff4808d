import type { ServerResponse } from 'node:http';
import { type RequestHandler, readBody } from './http.ts';
import { isObject } from './json.ts';
import type { Trace } from './trace.ts';

/** What the bot asks of Slack itself; people and the page ask for other paths. */
const BOT_PATHS = /^\/(?:api|commands|actions|upload)\//;

/** Keeps what the bot asked of Slack and how it was answered, whoever answers: the workspace, or a fault. */
export function recordSlack(trace: Trace, handle: RequestHandler): RequestHandler {
  return async (request, response, url) => {
    if (!BOT_PATHS.test(url.pathname)) return handle(request, response, url);
    const [at, start] = [Date.now(), performance.now()];
    const type = request.headers['content-type'] ?? '';
    // A file is no message, and may be long.
    const body = url.pathname.startsWith('/upload/') ? '' : (await readBody(request)).toString();
    const answer = keepAnswer(response);
    response.once('close', () => {
      const call = {
        at,
        method: request.method ?? '',
        path: url.pathname,
        body,
        status: response.headersSent ? response.statusCode : null,
        ms: Math.round(performance.now() - start),
      };
      trace.slack(call, type, refusalIn(answer()));
    });
    await handle(request, response, url);
  };
}

/** Gives the text of the answer, as soon as there is one. */
function keepAnswer(response: ServerResponse): () => string {
  const end = response.end.bind(response);
  let text = '';
  Object.assign(response, {
    end(body?: unknown) {
      if (typeof body === 'string' || body instanceof Uint8Array) text = Buffer.from(body).toString();
      return end(body);
    },
  });
  return () => text;
}

/** Slack says no in JSON, with status 200 as a rule. */
function refusalIn(text: string): string[] {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isObject(answer) || answer.ok !== false) return [];
  const problems = Array.isArray(answer.errors) ? answer.errors.map(String) : [];
  return [String(answer.error), ...problems];
}
