import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, it, onTestFinished } from 'vitest';

const SIGNING_SECRET = 'the secret of somebody else';
const TOKEN = 'xoxb-of-somebody-else';
const MANIFEST = {
  display_information: { name: 'hello' },
  features: {
    bot_user: { display_name: 'hello' },
    slash_commands: [
      { command: '/hello', description: 'Says hello', url: 'https://example.com/slack/events' },
    ],
  },
  oauth_config: { scopes: { bot: ['chat:write', 'commands', 'im:history'] } },
  settings: { interactivity: { is_enabled: true }, event_subscriptions: { bot_events: ['message.im'] } },
};

interface Shown {
  readonly ts: string;
  readonly from: string | null;
  readonly text: string;
}

/** `npm run slack-workspace` in a process group of its own. */
function npmRun(...args: string[]) {
  const program = spawn('npm', ['run', 'slack-workspace', '--', ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    if (program.pid !== undefined && program.exitCode === null) process.kill(-program.pid, 'SIGTERM');
  });
  return program;
}

function writeManifest(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(manifest));
  return path;
}

async function startWorkspace(eventsUrl: string): Promise<string> {
  const options = ['--events-url', eventsUrl, '--signing-secret', SIGNING_SECRET, '--token', TOKEN];
  const { stdout } = npmRun(...options, '--manifest', writeManifest(MANIFEST), '--port', '0');
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('it never was ready');
}

/** A bot must listen before the workspace can be told where, and the workspace be there before the bot can talk to it. */
async function startHello() {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: LogLevel.ERROR });
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  if (!(server instanceof Server)) throw new Error('not an HTTP server');
  onTestFinished(async () => {
    server.closeAllConnections();
    await receiver.stop();
  });
  const { port } = server.address() as AddressInfo;
  const url = await startWorkspace(`http://127.0.0.1:${port}/slack/events`);
  const clientOptions = { slackApiUrl: `${url}/api/` };
  const app = new App({ token: TOKEN, receiver, clientOptions, logLevel: LogLevel.ERROR });

  const greeting = (user: string) => ({
    text: `Hey there <@${user}>!`,
    blocks: [
      {
        type: 'section' as const,
        text: { type: 'mrkdwn' as const, text: `Hey there <@${user}>!` },
        accessory: {
          type: 'button' as const,
          text: { type: 'plain_text' as const, text: 'Click Me' },
          action_id: 'button_click',
        },
      },
    ],
  });
  app.message('hello', async ({ message, say }) => {
    if ('user' in message && message.user) await say(greeting(message.user));
  });
  app.command('/hello', async ({ command, ack, respond }) => {
    await ack();
    await respond(greeting(command.user_id));
  });
  app.action({ type: 'block_actions', action_id: 'button_click' }, async ({ body, ack, say }) => {
    await ack();
    await say(`<@${body.user.id}> clicked the button`);
  });
  return url;
}

async function drive(url: string) {
  const get = async (path: string) => (await fetch(`${url}${path}`)).json();
  const { slack, lts } = (await get('/local.json')) as {
    slack: {
      command: string;
      users: { id: string; name: string }[];
      channels: { id: string; name: string }[];
    };
    lts: { groups: unknown[] };
  };
  const user = slack.users.find(({ name }) => name === 'rita')?.id;
  const channelOf = (name: string) => slack.channels.find((each) => each.name === name)?.id;
  const act = async (path: string, channel: string, body: object): Promise<Shown[]> => {
    const response = await fetch(`${url}/local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, channel: channelOf(channel), ...body }),
    });
    expect(await response.json()).toMatchObject({ status: 200 });
    expect(await get('/local/idle')).toEqual({ idle: true });
    const shown = (await get(`/local/messages?channel=${channelOf(channel)}`)) as { messages: Shown[] };
    return shown.messages;
  };
  return { slack, lts, user, act };
}

it("Bolt's own example says hello in it, and takes a click", async () => {
  const url = await startHello();
  const { slack, lts, user, act } = await drive(url);
  expect([slack.command, lts.groups]).toEqual(['/hello', []]);
  expect(await (await fetch(url)).text()).toMatch(/^<!doctype html>/i);

  const [answer, ...others] = await act('type', 'ops', { text: '/hello' });
  expect([answer?.text, others]).toEqual([`Hey there <@${user}>!`, []]);
  const clicked = await act('click', 'ops', { messageTs: answer?.ts, actionId: 'button_click' });
  expect(clicked.at(-1)?.text).toBe(`<@${user}> clicked the button`);

  const direct = await act('type', 'rita', { text: 'hello' });
  expect(direct.map((each) => each.text)).toEqual(['hello', `Hey there <@${user}>!`]);
});

it.each([
  [[], /^--events-url is missing; "npm run slack-workspace -- --help" lists the options$/m],
  [['--events-url', 'here'], /^--events-url here is not a URL; /m],
  [['--events-url', 'http://127.0.0.1:1'], /^--signing-secret is missing; /m],
  [['--events-url', 'http://127.0.0.1:1', '--signing-secret', 's'], /^--manifest is missing; /m],
  [
    ['--events-url', 'http://127.0.0.1:1', '--signing-secret', 's', '--manifest', '/no/such.json'],
    /^\/no\/such\.json cannot be read$/m,
  ],
])('says in one line what is wrong with %j', async (args, expected) => {
  const program = npmRun(...args);
  const errors = await text(program.stderr);
  expect(errors).toMatch(expected);
  expect(errors).not.toMatch(/^\s+at /m);
});
