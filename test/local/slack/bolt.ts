import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, onTestFinished } from 'vitest';
import { BOT_TOKEN, type Fixture, startWorkspace } from './harness.ts';
import { APP } from './view-builders.ts';

const signingSecret = 'shared by the workspace and Bolt';

/** Bolt's App, in which each listener notes the body that it was given. */
export async function startBolt(): Promise<{ fixture: Fixture; heard: unknown[] }> {
  const heard: unknown[] = [];
  const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: BOT_TOKEN, botId: 'B0', botUserId: 'U0' }),
  });
  const note = async ({ ack, body }: { ack: () => Promise<void>; body: unknown }) => {
    heard.push(body);
    await ack();
  };
  app.command('/lts', note);
  app.action('more', note);
  app.shortcut({ type: 'shortcut', callback_id: 'global' }, note);
  app.shortcut({ type: 'message_action', callback_id: 'message' }, note);
  app.view({ type: 'view_submission', callback_id: 'form' }, note);
  app.view({ type: 'view_closed', callback_id: 'form' }, note);
  app.event('app_home_opened', async ({ body }) => void heard.push(body));
  app.event('app_mention', async ({ body }) => void heard.push(body));
  app.message(async ({ body }) => void heard.push(body));
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => void (await receiver.stop()));
  const { port } = server.address() as AddressInfo;
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  return { fixture: await startWorkspace({ app: APP, eventsUrl, signingSecret }), heard };
}

export const triggerId = expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/);
export const timestamp = expect.stringMatching(/^\d{10}\.\d{6}$/);
export const anyText = expect.any(String);
