import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http.ts';
import { withIds } from './blocks/interactive.ts';
import { BotLine } from './bot-line.ts';
import type { Context } from './context.ts';
import { ALERT_CHANNEL, createDirectory, type Language } from './directory.ts';
import { LOCAL_ROUTES } from './local-api.ts';
import { MessageStore } from './messages.ts';
import { SlackRefusal } from './refusal.ts';
import { ResponseUrls } from './response-urls.ts';
import { API_PATH, answerWebApi, refusalBody } from './web-api.ts';

export interface WorkspaceOptions {
  /** Of the server that carries the workspace, without a trailing slash: apiUrl and response_urls start with it. */
  readonly origin: string;
  /** Where the bot listens. */
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  /** With its slash. */
  readonly command: string;
  /** That of the reader and the operator. */
  readonly language: Language;
  /** Milliseconds; the clock of timestamps, signatures and expiry. */
  readonly now?: () => number;
}

export interface WorkspaceDescription {
  readonly eventsUrl: string;
  readonly apiUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly teamId: string;
  readonly appId: string;
  readonly command: string;
  readonly users: readonly { id: string; name: string; tz: string; locale: string; role: string }[];
  /** A direct message has the name of its person. */
  readonly channels: readonly {
    id: string;
    name: string;
    isPrivate: boolean;
    isIm: boolean;
    botIsMember: boolean;
  }[];
}

export interface Workspace {
  /** Answers a request, or answers nothing and says false when the path is not the workspace's. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  describe(): WorkspaceDescription;
  /** The requests to the bot that have not been answered, and the retries that are still to come. */
  waiting(): string[];
}

/** A Slack workspace with people, channels, and one app in development: the bot. It refuses what Slack refuses. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const context = createContext(options);
  postAlert(context, options.language);
  return {
    handle: (request, response, url) => route(context, request, response, url),
    describe: () => describe(context, options),
    waiting: () => context.line.waiting(),
  };
}

function createContext(options: WorkspaceOptions): Context {
  const { origin, eventsUrl, signingSecret, botToken, command, language, now = Date.now } = options;
  const directory = createDirectory(language);
  const messages = new MessageStore(now);
  const responseUrls = new ResponseUrls({
    base: origin,
    teamId: directory.team.id,
    botUserId: directory.bot.userId,
    messages,
    now,
  });
  const line = new BotLine(eventsUrl, signingSecret, now);
  return { directory, messages, line, responseUrls, command, botToken, now };
}

async function route(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const local = LOCAL_ROUTES[`${request.method} ${url.pathname}`];
  if (local !== undefined) await local(context, request, response, url);
  else if (url.pathname.startsWith(API_PATH)) await answerWebApi(context, request, response, url);
  else if (context.responseUrls.isPath(url.pathname)) {
    await answerResponseUrl(context, request, response, url);
  } else return false;
  return true;
}

/** Slack answers `ok`, or an error in JSON; a URL that is used up or too old is not found. */
async function answerResponseUrl(
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
    sendJson(response, isGone ? 404 : 200, refusalBody(error));
  }
}

function describe({ directory }: Context, options: WorkspaceOptions): WorkspaceDescription {
  const { origin, eventsUrl, signingSecret, botToken, command } = options;
  return {
    eventsUrl,
    apiUrl: `${origin}/api`,
    signingSecret,
    botToken,
    botUserId: directory.bot.userId,
    teamId: directory.team.id,
    appId: directory.bot.appId,
    command,
    users: directory.people.map(({ id, name, tz, locale, role }) => ({ id, name, tz, locale, role })),
    channels: directory.channels.map(({ id, name, isPrivate, isIm, botIsMember }) => ({
      id,
      name,
      isPrivate,
      isIm,
      botIsMember,
    })),
  };
}

const ALERTS = {
  en: 'checkout-api: 5xx answers above 5 % for 5 minutes',
  zh: 'checkout-api：5xx 响应超过 5 %，已持续 5 分钟',
} as const;

/** What a shift begins with: a monitoring bot's message, to start looking from. */
function postAlert({ directory, messages }: Context, language: Language): void {
  const text = ALERTS[language];
  const blocks = withIds([{ type: 'section', text: { type: 'mrkdwn', text: `:rotating_light: *${text}*` } }]);
  messages.post({ text, blocks, channel: ALERT_CHANNEL, from: directory.monitor.userId });
}
