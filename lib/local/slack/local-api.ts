import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http.ts';
import { readPerson } from './acting.ts';
import type { Channel } from './channels.ts';
import { click } from './clicking.ts';
import { closeView } from './closing.ts';
import type { Context } from './context.ts';
import { openHome } from './home.ts';
import { Impossible } from './impossible.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import { listViews } from './listed-views.ts';
import type { Message } from './messages.ts';
import { runShortcut } from './shortcuts.ts';
import { submitView } from './submitting.ts';
import { typeLine } from './typing.ts';
import { verifyUrl } from './verifying.ts';

/** What people do, each with the fields of its body. */
const ACTIONS: Readonly<Record<string, (context: Context, fields: JsonObject) => unknown>> = {
  '/local/type': typeLine,
  '/local/click': click,
  '/local/shortcut': runShortcut,
  '/local/home': openHome,
  '/local/submit': submitView,
  '/local/close': closeView,
  '/local/rates': enforceRates,
  '/local/verify': verifyUrl,
};

/** What there is to see. */
const SIGHTS: Readonly<Record<string, (context: Context, query: URLSearchParams) => unknown>> = {
  '/local/views': showViews,
  '/local/messages': showMessages,
  '/local/files': showFiles,
  '/local/rates': ({ rates }) => rates.describe(),
  '/local/last': ({ trace }) => ({ interaction: trace.describe() }),
  '/local/newest': showNewest,
};

/**
 * What people and programs do with the workspace, which at Slack they do in its apps. False for a path that is not
 * among it; nothing is answered then.
 */
export async function answerLocal(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const action = request.method === 'POST' ? ACTIONS[url.pathname] : undefined;
  const sight = request.method === 'GET' ? SIGHTS[url.pathname] : undefined;
  if (action === undefined && sight === undefined) return false;
  try {
    const answer = action?.(context, await readFields(request)) ?? sight?.(context, url.searchParams);
    sendJson(response, 200, await answer);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    sendJson(response, error.status, { error: error.message });
  }
  return true;
}

async function readFields(request: IncomingMessage): Promise<JsonObject> {
  const fields = parseJson((await readBody(request)).toString());
  if (!isObject(fields)) throw new Impossible(400, 'The body must be a JSON object.');
  return fields;
}

function showViews(context: Context, query: URLSearchParams) {
  return listViews(context, readPerson(context, { user: query.get('user') }));
}

/** An empty threadTs or user is none. */
function showMessages(context: Context, query: URLSearchParams) {
  const channel = readChannel(context, query);
  const user = query.get('user') || null;
  const isOutsider = user !== null && !channel.members.includes(readPerson(context, { user }).id);
  const messages = isOutsider ? [] : context.messages.list(channel.id, query.get('threadTs') || null, user);
  return { messages: messages.map(describeMessage) };
}

/** When somebody else last wrote, by channel of the person's: what they have not read is newer than what they have. */
function showNewest(context: Context, query: URLSearchParams) {
  const person = readPerson(context, { user: query.get('user') });
  const channels = context.directory.channels.filter(({ members }) => members.includes(person.id));
  const newest = channels.map(({ id }) => [id, context.messages.newest(id, person.id)] as const);
  return { channels: Object.fromEntries(newest) };
}

function describeMessage(message: Message) {
  const { ts, threadTs, from, visibleTo, text, blocks, editedTs, deleted, shown } = message;
  const files = message.files.map(({ id, name, size }) => ({ id, name, size }));
  return { ts, threadTs, from, visibleTo, text, blocks, files, edited: editedTs !== null, deleted, shown };
}

function showFiles(context: Context, query: URLSearchParams) {
  const files = context.files.list(readChannel(context, query).id);
  return {
    files: files.map(({ id, name, title, size, threadTs, content }) => {
      return { id, name, title, size, threadTs, content: content.toString() };
    }),
  };
}

function readChannel({ directory }: Context, query: URLSearchParams): Channel {
  const channel = directory.channel(query.get('channel') ?? '');
  if (channel === undefined) throw new Impossible(404, 'There is no such channel.');
  return channel;
}

/** `{enforced}`: whether a second message within a second is refused. */
function enforceRates({ rates }: Context, { enforced }: JsonObject) {
  if (typeof enforced !== 'boolean') throw new Impossible(400, '`enforced` must be true or false.');
  rates.enforce(enforced);
  return rates.describe();
}
