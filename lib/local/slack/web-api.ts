import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http.ts';
import { postEphemeral, postMessage, updateMessage } from './chat-methods.ts';
import type { Context } from './context.ts';
import { isObject, type JsonObject, parseJson, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import { showUser, testAuth } from './user-methods.ts';

type Method = (context: Context, args: JsonObject) => JsonObject;

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': testAuth,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'users.info': showUser,
};

export const API_PATH = '/api/';

/** Slack's Web API: errors are answered with status 200 too. https://docs.slack.dev/apis/web-api/#responses */
export async function answerWebApi(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readBody(request);
  try {
    const name = url.pathname.slice(API_PATH.length);
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    if (method === undefined) throw new SlackRefusal('unknown_method');
    const args = readArguments(request, url, body.toString());
    authorize(context, request, args);
    sendJson(response, 200, { ok: true, ...method(context, args) });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    sendJson(response, 200, refusalBody(error));
  }
}

export function refusalBody({ reason, problems }: SlackRefusal): JsonObject {
  if (problems.length === 0) return { ok: false, error: reason };
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  return { ok: false, error: reason, errors: [...problems], response_metadata: { messages } };
}

/** A JSON body's token does not count: such a call names it in the Authorization header. */
function authorize({ botToken }: Context, request: IncomingMessage, args: JsonObject): void {
  const bearer = /^Bearer (?<token>.+)$/i.exec(request.headers.authorization ?? '')?.groups?.token;
  const token = bearer ?? (isJson(request) ? undefined : stringField(args, 'token'));
  if (token === undefined) throw new SlackRefusal('not_authed');
  if (token !== botToken) throw new SlackRefusal('invalid_auth');
}

function readArguments(request: IncomingMessage, url: URL, body: string): JsonObject {
  const type = request.headers['content-type'] ?? '';
  if (isJson(request)) {
    const args = parseJson(body);
    if (args === undefined) throw new SlackRefusal('invalid_json');
    if (!isObject(args)) throw new SlackRefusal('json_not_object');
    return args;
  }
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded')) {
    throw new SlackRefusal('invalid_post_type');
  }
  return { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(new URLSearchParams(body)) };
}

function isJson(request: IncomingMessage): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}
