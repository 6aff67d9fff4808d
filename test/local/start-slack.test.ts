import { expect, onTestFinished, test } from 'vitest';
import { sendJson, serve } from '../../lib/local/http.ts';
import { startSlackWorkspace } from '../../lib/local/start-slack.ts';

const botToken = 'xoxb-of-the-tests';

test('what the bot was refused is told with the last interaction, and with its size', async () => {
  const bot = await serve(0, async (_request, response) => sendJson(response, 200, {}));
  const app = { command: '/lts', scopes: ['chat:write', 'commands'], shortcuts: [] };
  const { url, close } = await startSlackWorkspace({
    port: 0,
    eventsUrl: bot.url,
    signingSecret: 's',
    botToken,
    app,
  });
  onTestFinished(async () => {
    await Promise.all([bot.close(), close()]);
  });
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
      body: JSON.stringify(body),
    });
  await post('/local/type', { user: 'U0OPERATOR1', channel: 'C0OPS000001', text: '/lts help' });
  const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
  await post('/api/chat.postMessage', { channel: 'C0OPS000001', text: 'too many', blocks });
  const read = async () => (await fetch(`${url}/local/last`)).json();
  await expect.poll(read).toMatchObject({
    interaction: { request: { url: bot.url }, slack: [{ path: '/api/chat.postMessage' }] },
  });
  const { interaction } = (await read()) as { interaction: { slack: object[] } };
  expect(interaction.slack).toEqual([
    expect.objectContaining({
      status: 200,
      refusal: ['invalid_blocks', 'no more than 50 items allowed [json-pointer:/blocks]'],
      sizes: expect.arrayContaining([{ name: 'blocksInMessage', size: 51, limit: 50 }]),
    }),
  ]);
  expect(JSON.stringify(interaction)).not.toContain(botToken);
});
