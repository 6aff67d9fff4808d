import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type LocalServer, readBody, serve } from '../../../lib/local/http.ts';
import { startSlackWorkspace } from '../../../lib/local/start-slack.ts';
import { launchBrowser } from '../../browser.ts';
import { type Block, general, people } from './workspace-data.ts';

const BOT_TOKEN = 'xoxb-of-the-tests';

/** What the bot hears: the payload of an interaction, the fields of a command, or an event. */
interface Heard {
  readonly event?: Block;
  readonly type?: string;
  readonly trigger_id?: string;
  readonly actions?: readonly Block[];
  readonly view?: { readonly state: { readonly values: Readonly<Record<string, Block>> } };
}

interface Reply {
  readonly status?: number;
  readonly json?: unknown;
}

interface Look {
  readonly user?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A bot in the real workspace, and the page of it. */
export interface Bot {
  readonly heard: Heard[];
  /** Answers what the bot hears; an empty 200 unless a test wants another. */
  answer: (heard: Heard) => Reply | Promise<Reply>;
  /** Opens a view, as after a command of the person. */
  open(view: Block, user?: string): Promise<string>;
  update(viewId: string, view: Block): Promise<void>;
  /** Opens a view over the one in which the last click was. */
  push(view: Block): Promise<string>;
  publish(view: Block, user?: string): Promise<string>;
  page(look?: Look): Promise<Page>;
}

interface Parts {
  readonly bot: Bot;
  readonly url: string;
  readonly browser: Browser;
  readonly servers: readonly LocalServer[];
  /** What pages wrote to the console, and what broke in them. */
  readonly complaints: string[];
}

/** One browser and one workspace for a test file. No modal is open when a test begins, and no page may complain. */
export function useBot(): () => Bot {
  let parts: Parts | undefined;
  beforeAll(async () => {
    parts = await startParts();
  });
  afterEach(async () => {
    if (parts) await reset(parts);
    expect(parts?.complaints).toEqual([]);
  });
  afterAll(async () => {
    await parts?.browser.close();
    await Promise.all(parts?.servers.map((server) => server.close()) ?? []);
  });
  return () => {
    if (!parts) throw new Error('The workspace runs only while tests do');
    return parts.bot;
  };
}

export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}

async function startParts(): Promise<Parts> {
  const heard: Heard[] = [];
  const complaints: string[] = [];
  const server = await serve(0, async (request, response) => {
    const payload = payloadIn((await readBody(request)).toString());
    heard.push(payload);
    const { status = 200, json } = await bot.answer(payload);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(json === undefined ? '' : JSON.stringify(json));
  });
  const app = { command: '/lts', scopes: ['chat:write', 'commands'], shortcuts: [] };
  const options = { port: 0, eventsUrl: server.url, signingSecret: 'a secret', botToken: BOT_TOKEN, app };
  const [workspace, browser] = await Promise.all([startSlackWorkspace(options), launchBrowser()]);
  const { url } = workspace;
  const openPage = (look: Look = {}) => watchedPage(browser, url, look, complaints);
  const bot: Bot = { heard, answer: () => ({}), page: openPage, ...viewCalls(url, heard) };
  return { bot, url, browser, servers: [workspace, server], complaints };
}

function viewCalls(url: string, heard: readonly Heard[]): Pick<Bot, 'open' | 'update' | 'push' | 'publish'> {
  const call = async (method: string, args: Block): Promise<string> => {
    const answer = await post(`${url}/api/${method}`, args);
    if (!answer.view) throw new Error(`${method}: ${JSON.stringify(answer)}`);
    return answer.view.id;
  };
  const trigger_id = () => heard.at(-1)?.trigger_id;
  return {
    async open(view, user = people.operator.id): Promise<string> {
      await post(`${url}/local/type`, { user, channel: general, text: '/lts help' });
      return call('views.open', { trigger_id: trigger_id(), view });
    },
    async update(view_id, view): Promise<void> {
      await call('views.update', { view_id, view });
    },
    publish: (view, user_id = people.operator.id) => call('views.publish', { user_id, view }),
    push: (view) => call('views.push', { trigger_id: trigger_id(), view }),
  };
}

async function watchedPage(browser: Browser, url: string, look: Look, complaints: string[]): Promise<Page> {
  const { user = people.operator.id, width = 1280, height = 800 } = look;
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(10_000);
  page.on('console', (line) => complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/#${general}/${user}`);
  await page.locator('.messages').waitFor({ state: 'attached' });
  return page;
}

async function reset({ bot, url, browser }: Parts): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
  bot.answer = () => ({});
  bot.heard.length = 0;
  for (const { id: user } of Object.values(people)) {
    const response = await fetch(`${url}/local/views?user=${user}`);
    const views = (await response.json()) as readonly { id: string }[];
    for (const { id } of views) await post(`${url}/local/close`, { user, viewId: id });
  }
}

function payloadIn(body: string): Heard {
  if (body.startsWith('{')) return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}

async function post(url: string, body: unknown): Promise<{ readonly view?: { readonly id: string } }> {
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${BOT_TOKEN}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json() as Promise<{ view?: { id: string } }>;
}
