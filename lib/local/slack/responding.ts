import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http.ts';
import type { Context } from './context.ts';
import { SlackRefusal, sendRefusal } from './refusal.ts';

/** Slack answers `ok`, or an error in JSON; a URL that is used up or too old is not found. */
export async function answerResponseUrl(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readBody(request);
  try {
    context.responseUrls.use(url.pathname, request.headers['content-type'] ?? '', body.toString());
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok');
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const isGone = error.reason === 'used_url' || error.reason === 'expired_url';
    sendRefusal(response, error, isGone ? 404 : 200);
  }
}
