import type { IncomingMessage, ServerResponse } from 'node:http';
import { Trace } from '../trace.ts';
import { type Alert, postAlert } from './alert.ts';
import type { AppDefinition, Hint, Shortcut } from './app-definition.ts';
import { BotLine } from './bot-line.ts';
import { BotToken } from './bot-token.ts';
import type { Context } from './context.ts';
import { createDirectory } from './directory.ts';
import { Entries } from './entries.ts';
import { FileStore } from './files.ts';
import { MessageStore } from './messages.ts';
import type { Language } from './people.ts';
import { Rates } from './rates.ts';
import { ResponseUrls } from './response-urls.ts';
import { route } from './route.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';

export interface WorkspaceOptions {
  /** Of the server that carries the workspace, without a trailing slash: apiUrl and response_urls start with it. */
  readonly origin: string;
  /** Where the bot listens. */
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly app: AppDefinition;
  /** That of the reader and the operator. */
  readonly language: Language;
  /** What the monitoring says; absent: something general. */
  readonly alert?: Alert;
  /** Keeps what follows from what a person does; absent: one of its own. */
  readonly trace?: Trace;
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
  readonly app: {
    readonly shortcuts: readonly Shortcut[];
    readonly hints: Readonly<Record<string, readonly Hint[]>>;
  };
  readonly users: readonly { id: string; name: string; tz: string; locale: string; role: string }[];
  /** The other programs that post. */
  readonly apps: readonly { readonly userId: string; readonly name: string }[];
  readonly userGroups: readonly {
    readonly id: string;
    /** What stands behind the `@`. */
    readonly handle: string;
    readonly members: readonly string[];
  }[];
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
  postAlert(context, options.language, options.alert);
  return {
    handle: (request, response, url) => route(context, request, response, url),
    describe: () => describe(context, options),
    waiting: () => context.line.waiting(),
  };
}

function createContext(options: WorkspaceOptions): Context {
  const { origin, eventsUrl, signingSecret, botToken, app, language, now = Date.now } = options;
  const directory = createDirectory(language);
  const messages = new MessageStore(now);
  const rates = new Rates(now);
  const responseUrls = new ResponseUrls({
    base: origin,
    teamId: directory.team.id,
    botUserId: directory.bot.userId,
    messages,
    rates,
    now,
  });
  const trace = options.trace ?? new Trace(now);
  const line = new BotLine(eventsUrl, signingSecret, now, trace);
  const people = { triggers: new Triggers(now), views: new Views(now), entries: new Entries() };
  const posted = { messages, files: new FileStore(), rates, responseUrls };
  const token = { botToken: new BotToken(botToken) };
  return { directory, ...posted, ...people, ...token, line, app, trace, origin, now };
}

function describe({ directory }: Context, options: WorkspaceOptions): WorkspaceDescription {
  const { origin, eventsUrl, signingSecret, botToken, app } = options;
  return {
    eventsUrl,
    apiUrl: `${origin}/api`,
    signingSecret,
    botToken,
    botUserId: directory.bot.userId,
    teamId: directory.team.id,
    appId: directory.bot.appId,
    command: app.command,
    app: { shortcuts: app.shortcuts, hints: app.hints ?? {} },
    apps: [{ userId: directory.monitor.userId, name: 'Monitoring' }],
    userGroups: directory.userGroups,
    users: directory.people.map(({ id, name, tz, locale, role }) => ({ id, name, tz, locale, role })),
    channels: directory.channels
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name, isPrivate, isIm, botIsMember }) => ({ id, name, isPrivate, isIm, botIsMember })),
  };
}
