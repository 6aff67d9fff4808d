import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http.ts';
import { click } from './clicking.ts';
import type { Context } from './context.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import type { Message } from './messages.ts';
import { typeLine } from './typing.ts';

/** What people and programs do with the workspace, which at Slack they do in its apps. */
export const LOCAL_ROUTES: Readonly<Record<string, LocalRoute>> = {
  'POST /local/type': typeRoute,
  'POST /local/click': clickRoute,
  'GET /local/messages': messagesRoute,
};

type LocalRoute = (
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void;

async function typeRoute(context: Context, request: IncomingMessage, response: ServerResponse) {
  const fields = await readFields(request);
  if (fields === undefined) return sendJson(response, 400, { error: 'The body must be a JSON object.' });
  sendJson(response, 200, await typeLine(context, fields));
}

async function clickRoute(context: Context, request: IncomingMessage, response: ServerResponse) {
  const fields = await readFields(request);
  if (fields === undefined) return sendJson(response, 400, { error: 'The body must be a JSON object.' });
  const clicked = await click(context, fields);
  if (clicked.kind === 'refused') return sendJson(response, clicked.status, { error: clicked.error });
  const { status, body, ms } = clicked;
  sendJson(response, 200, { status, body, ms });
}

function messagesRoute(context: Context, _request: IncomingMessage, response: ServerResponse, url: URL) {
  const channel = context.directory.channel(url.searchParams.get('channel') ?? '');
  const threadTs = url.searchParams.get('threadTs');
  const user = url.searchParams.get('user');
  if (channel === undefined) return sendJson(response, 404, { error: 'There is no such channel.' });
  const isOutsider = user !== null && !channel.members.includes(user);
  const messages = isOutsider ? [] : context.messages.list(channel.id, threadTs, user);
  sendJson(response, 200, { messages: messages.map(describeMessage) });
}

function describeMessage({ channel: _channel, ...message }: Message) {
  return message;
}

async function readFields(request: IncomingMessage): Promise<JsonObject | undefined> {
  const fields = parseJson((await readBody(request)).toString());
  return isObject(fields) ? fields : undefined;
}
