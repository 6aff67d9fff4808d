import { expect, test } from 'vitest';
import { postJson, startWorkspace } from './harness.ts';
import { OK, typeCommand } from './response-urls.ts';

test("a command's response_url adds a message for the person alone, even with replace_original", async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  expect(await postJson(url, { text: 'one' })).toEqual(OK);
  expect(await postJson(url, { text: 'two', replace_original: true })).toEqual(OK);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { text: 'one', visibleTo: fixture.person('reader'), from: fixture.slack.botUserId },
    { text: 'two', visibleTo: fixture.person('reader'), edited: false },
  ]);
});

test('in_channel is for everybody, also where the bot is no member', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture, 'security-review');
  expect(await postJson(url, { text: 'all', response_type: 'in_channel' })).toEqual(OK);
  const channel = fixture.channel('security-review');
  expect(await fixture.messages({ channel })).toMatchObject([{ text: 'all', visibleTo: null }]);
});

test('a form with a payload is taken too', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  const body = new URLSearchParams({ payload: JSON.stringify({ text: 'by form' }) });
  expect(await (await fetch(url, { method: 'POST', body })).text()).toBe('ok');
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([{ text: 'by form' }]);
});

test('five uses are allowed and the sixth is refused', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  for (let use = 1; use <= 5; use += 1) expect(await postJson(url, { text: `${use}` })).toEqual(OK);
  expect(await postJson(url, { text: '6' })).toEqual({ status: 404, body: { ok: false, error: 'used_url' } });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toHaveLength(5);
});

test('it works until 30 minutes have passed', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  fixture.advance(30 * 60_000 - 1);
  expect(await postJson(url, { text: 'in time' })).toEqual(OK);
  fixture.advance(1);
  expect(await postJson(url, { text: 'late' })).toEqual({
    status: 404,
    body: { ok: false, error: 'expired_url' },
  });
});

test("a command's response_url has nothing to delete", async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  expect((await postJson(url, { delete_original: true })).body).toMatchObject({ error: 'no_text' });
});

test('a refused body counts as a use', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  for (let use = 1; use <= 5; use += 1) await postJson(url, {});
  expect(await postJson(url, { text: 'a' })).toMatchObject({ status: 404, body: { error: 'used_url' } });
});

test.each([
  ['no_text', {}],
  ['no_text', { text: '', blocks: [] }],
  ['invalid_blocks', { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'no' } }] }],
  ['invalid_blocks_format', { blocks: 'nonsense' }],
  ['thread_not_found', { text: 'a', response_type: 'in_channel', thread_ts: '1.000000' }],
  ['invalid_thread_ts', { text: 'a', response_type: 'in_channel', thread_ts: 'none' }],
  ['invalid_payload', ['not an object']],
])('%s is the answer to a bad body, and nothing is posted', async (error, body) => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  expect(await postJson(url, body)).toMatchObject({ status: 200, body: { ok: false, error } });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toEqual([]);
});

test('an URL that was never given out is refused', async () => {
  const fixture = await startWorkspace();
  expect((await fixture.post('/commands/T0/guess', { text: 'a' })).status).toBe(404);
});

test('looking at an URL is no use of it', async () => {
  const fixture = await startWorkspace();
  const url = await typeCommand(fixture);
  for (let look = 1; look <= 6; look += 1) await fetch(url);
  expect(await postJson(url, { text: 'a' })).toEqual(OK);
});
