import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { readBody, sendJson, serve } from '../../../lib/local/http.ts';
import { METHOD_RULES } from '../../../lib/local/slack/method-rules.ts';
import {
  createWorkspace,
  type Workspace,
  type WorkspaceDescription,
  type WorkspaceOptions,
} from '../../../lib/local/slack/workspace.ts';
import { APP } from '../../../lib/slack/manifest.ts';

const SIGNING_SECRET = 'a signing secret of the tests';
export const BOT_TOKEN = 'xoxb-of-the-tests';
/** An app may ask for more than ours does. */
const EVERY_SCOPE = [
  ...new Set(['commands', ...Object.values(METHOD_RULES).flatMap(({ scopes }) => scopes)]),
];

export interface BotReply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Never answers; with a body, never ends its answer. */
  readonly hang?: boolean;
  /** Drops the connection instead of answering; with a body, in the middle of the answer. */
  readonly reset?: boolean;
}

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

interface ListedMessage {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly from: string | null;
  readonly visibleTo: string | null;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly shown: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A workspace on a real server, and a bot on another that checks signatures in its own way. */
export interface Fixture {
  readonly origin: string;
  readonly workspace: Workspace;
  readonly slack: WorkspaceDescription;
  /** What the bot heard, in order; only well-signed requests are in it. */
  readonly heard: Heard[];
  /** How the bot answers, the last reply again and again. Starts with an empty 200. */
  reply(...replies: BotReply[]): void;
  /** Moves the workspace's clock. */
  advance(ms: number): void;
  post(path: string, body: unknown): Promise<Answer>;
  messages(query: Record<string, string>): Promise<ListedMessage[]>;
  person(role: string): string;
  channel(name: string): string;
}

export async function startWorkspace(overrides: Partial<WorkspaceOptions> = {}): Promise<Fixture> {
  const heard: Heard[] = [];
  let replies: BotReply[] = [{}];
  const bot = await serve(0, async (request, response) => {
    const raw = await readBody(request);
    if (!isWellSigned(request.headers, raw)) return sendJson(response, 401, {});
    heard.push({ headers: request.headers, raw: raw.toString() });
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {};
    send(reply, response);
  });
  const clock = { ms: Date.now() };
  let workspace: Workspace | undefined;
  const server = await serve(0, async (request, response, url) => {
    const isTaken = await workspace?.handle(request, response, url);
    if (!isTaken) sendJson(response, 418, { error: 'not of the workspace' });
  });
  workspace = createWorkspace({
    origin: server.url,
    eventsUrl: `${bot.url}/slack/events`,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    app: { command: '/lts', scopes: EVERY_SCOPE, shortcuts: APP.shortcuts },
    language: 'en',
    now: () => clock.ms,
    ...overrides,
  });
  onTestFinished(async () => {
    await Promise.all([server.close(), bot.close()]);
  });
  const slack = workspace.describe();
  return {
    origin: server.url,
    workspace,
    slack,
    heard,
    reply: (...next) => {
      replies = next;
    },
    advance: (ms) => {
      clock.ms += ms;
    },
    post: (path, body) => postJson(`${server.url}${path}`, body),
    messages: async (query) => {
      const response = await fetch(`${server.url}/local/messages?${new URLSearchParams(query)}`);
      const { messages } = (await response.json()) as { messages: ListedMessage[] };
      return messages;
    },
    person: (role) => idOf(slack.users.find((user) => user.role === role)),
    channel: (name) => idOf(slack.channels.find((channel) => channel.name === name)),
  };
}

function send({ status = 200, headers, body, hang, reset }: BotReply, response: ServerResponse): void {
  const isCut = hang === true || reset === true;
  if (!isCut) response.writeHead(status, headers).end(body ?? '');
  else if (body !== undefined) response.writeHead(status, { 'content-length': 1000 }).write(body);
  if (reset === true) response.destroy();
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
}

/** The reader types in #ops, unless `where` says otherwise. */
export function type(fixture: Fixture, text: string, where: Record<string, string> = {}) {
  return fixture.post('/local/type', {
    user: fixture.person('reader'),
    channel: fixture.channel('ops'),
    text,
    ...where,
  });
}

/** The fields of a heard form. */
export function formOf(heard: Heard | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(heard?.raw));
}

/** The last element, which must be there. */
export function last<T>(list: readonly T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

/** What `printf 'v0:%s:%s' "$time" "$body" | openssl dgst -sha256 -hmac "$secret"` prints. */
function isWellSigned(headers: IncomingHttpHeaders, raw: Buffer): boolean {
  const base = Buffer.concat([Buffer.from(`v0:${headers['x-slack-request-timestamp']}:`), raw]);
  const expected = createHmac('sha256', SIGNING_SECRET).update(base).digest('hex');
  return headers['x-slack-signature'] === `v0=${expected}`;
}

function idOf(item: { id: string } | undefined): string {
  if (item === undefined) throw new Error('there is no such person or channel');
  return item.id;
}
