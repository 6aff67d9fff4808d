import { expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { BOT_TOKEN, type Fixture, formOf, last, postJson, startWorkspace } from './harness.ts';

/** The clock of the workspace stands still until a test moves it. */
async function start(enforced: boolean) {
  const fixture = await startWorkspace();
  const answer = await fixture.post('/local/rates', { enforced });
  expect(answer).toEqual({ status: 200, body: { enforced, perChannel: {} } });
  return fixture;
}

async function post(fixture: Fixture, channel = 'ops') {
  const response = await fetch(`${fixture.slack.apiUrl}/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: fixture.channel(channel), text: 'a' }),
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, body: await response.json() };
}

async function responseUrl(fixture: Fixture): Promise<string> {
  const typed = { user: fixture.person('reader'), channel: fixture.channel('ops'), text: '/lts help' };
  await fixture.post('/local/type', typed);
  return formOf(last(fixture.heard)).response_url ?? '';
}

async function counted(fixture: Fixture, channel = 'ops') {
  const response = await fetch(`${fixture.origin}/local/rates`);
  const { perChannel } = (await response.json()) as { perChannel: Record<string, unknown> };
  return perChannel[fixture.channel(channel)];
}

const POSTED = { status: 200, retryAfter: null, body: { ok: true } };
const LIMITED = { status: 429, retryAfter: '1', body: { ok: false, error: 'ratelimited' } };

test('messages are counted, and the most within a second, but not held back', async () => {
  const fixture = await start(false);
  for (const pause of [0, 999, 1, 1000]) {
    fixture.advance(pause);
    expect(await post(fixture)).toMatchObject(POSTED);
  }
  expect(await counted(fixture)).toEqual({ posted: 4, peakPerSecond: 2 });
  expect(await counted(fixture, 'general')).toBeUndefined();
});

test('on request one message a second goes to a channel', async () => {
  const fixture = await start(true);
  expect(await post(fixture)).toMatchObject(POSTED);
  fixture.advance(999);
  expect(await post(fixture)).toEqual(LIMITED);
  expect(await post(fixture, 'general')).toMatchObject(POSTED);
  fixture.advance(1);
  expect(await post(fixture)).toMatchObject(POSTED);
  expect(await counted(fixture)).toEqual({ posted: 2, peakPerSecond: 1 });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toHaveLength(2);
});

test("Slack's own client sees the limit and its seconds", async () => {
  const fixture = await start(true);
  const client = clientOf(fixture, BOT_TOKEN, { rejectRateLimitedCalls: true });
  const message = { channel: fixture.channel('ops'), text: 'a' };
  await client.chat.postMessage(message);
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({ retryAfter: 1 });
});

test('a public answer through a response_url is held back too, and may be tried again', async () => {
  const fixture = await start(true);
  const url = await responseUrl(fixture);
  await post(fixture);
  const body = { text: 'all', response_type: 'in_channel' };
  // Six times, which would use the URL up.
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    expect(await postJson(url, body)).toEqual({ status: 429, body: LIMITED.body });
  }
  fixture.advance(1000);
  expect((await postJson(url, body)).status).toBe(200);
  expect(await counted(fixture)).toEqual({ posted: 2, peakPerSecond: 1 });
});

test('what one person sees, and what is changed or refused, is not counted', async () => {
  const fixture = await start(true);
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
  await client.chat.postEphemeral({ channel, user: fixture.person('reader'), text: 'psst' });
  await client.chat.update({ channel, ts, text: 'b' });
  expect((await postJson(await responseUrl(fixture), { text: 'mine' })).status).toBe(200);
  fixture.advance(1000);
  await expect(client.chat.postMessage({ channel, text: '' })).rejects.toThrow('no_text');
  expect(await counted(fixture)).toEqual({ posted: 1, peakPerSecond: 1 });
});

test('files and the HTTP answer to a command count as messages', async () => {
  const fixture = await start(false);
  await clientOf(fixture).filesUploadV2({ channel_id: fixture.channel('ops'), filename: 'a', content: 'a' });
  const body = JSON.stringify({ response_type: 'in_channel', text: 'all' });
  fixture.reply({ headers: { 'content-type': 'application/json' }, body });
  await responseUrl(fixture);
  expect(await counted(fixture)).toEqual({ posted: 2, peakPerSecond: 2 });
});

test('whether the limit is enforced must be said', async () => {
  const fixture = await startWorkspace();
  expect((await fixture.post('/local/rates', { enforced: 'yes' })).status).toBe(400);
  expect((await fixture.post('/local/rates', [])).status).toBe(400);
});
