import { expect, test } from 'vitest';
import { BOT_TOKEN, type Fixture, formOf, last, postJson, startWorkspace } from './harness.ts';

const BUTTON = { type: 'button', action_id: 'older', text: { type: 'plain_text', text: 'Older' } };
const BLOCKS = [{ type: 'actions', elements: [BUTTON] }];

async function typeCommand(fixture: Fixture, channel = 'ops'): Promise<string> {
  const user = fixture.person('reader');
  await fixture.post('/local/type', { user, channel: fixture.channel(channel), text: '/lts help' });
  return formOf(last(fixture.heard)).response_url ?? '';
}

async function clickIn(fixture: Fixture, messageTs: string, channel = 'ops'): Promise<string> {
  const user = fixture.person('reader');
  await fixture.post('/local/click', {
    user,
    channel: fixture.channel(channel),
    messageTs,
    actionId: 'older',
  });
  return JSON.parse(formOf(last(fixture.heard)).payload ?? '').response_url;
}

async function postPublic(fixture: Fixture, extra: Record<string, unknown> = {}): Promise<string> {
  const body = { channel: fixture.channel('ops'), text: 'a page', blocks: BLOCKS, ...extra };
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  return String((await postJson(`${fixture.origin}/api/chat.postMessage`, body, headers)).body.ts);
}

const OK = { status: 200, body: { text: 'ok' } };

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

test('a click can replace its own message, which keeps its ts and its audience', async () => {
  const fixture = await startWorkspace();
  const first = await postPublic(fixture);
  const second = await postPublic(fixture);
  const url = await clickIn(fixture, first);
  const body = { replace_original: true, text: 'new', response_type: 'ephemeral' };
  expect(await postJson(url, body)).toEqual(OK);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { ts: first, text: 'new', blocks: [], visibleTo: null, edited: true },
    { ts: second, text: 'a page', edited: false },
  ]);
});

test('replacing an ephemeral message does not make it public', async () => {
  const fixture = await startWorkspace();
  await postJson(await typeCommand(fixture), { text: 'mine', blocks: BLOCKS });
  const [mine] = await fixture.messages({ channel: fixture.channel('ops') });
  const url = await clickIn(fixture, mine?.ts ?? '');
  await postJson(url, { replace_original: true, response_type: 'in_channel', text: 'still mine' });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { ts: mine?.ts, text: 'still mine', visibleTo: fixture.person('reader') },
  ]);
});

test('without replace_original a click adds a message', async () => {
  const fixture = await startWorkspace();
  const url = await clickIn(fixture, await postPublic(fixture));
  await postJson(url, { text: 'beside it' });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { text: 'a page' },
    { text: 'beside it', visibleTo: fixture.person('reader') },
  ]);
});

test('delete_original deletes; the message stays listed as deleted and cannot be replaced or clicked', async () => {
  const fixture = await startWorkspace();
  const ts = await postPublic(fixture);
  const url = await clickIn(fixture, ts);
  expect(await postJson(url, { delete_original: true })).toEqual(OK);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([{ ts, deleted: true }]);
  expect((await postJson(url, { replace_original: true, text: 'b' })).body).toMatchObject({
    ok: false,
    error: 'message_not_found',
  });
  const click = { user: fixture.person('reader'), channel: fixture.channel('ops'), messageTs: ts };
  expect((await fixture.post('/local/click', { ...click, actionId: 'older' })).status).toBe(404);
});

test('a public answer goes to a thread; an ephemeral one does not', async () => {
  const fixture = await startWorkspace();
  const parent = await postPublic(fixture);
  const url = await clickIn(fixture, parent);
  await postJson(url, {
    text: 'all',
    response_type: 'in_channel',
    thread_ts: parent,
    replace_original: false,
  });
  await postJson(url, { text: 'me', thread_ts: parent });
  const channel = fixture.channel('ops');
  expect(await fixture.messages({ channel, threadTs: parent })).toMatchObject([
    { ts: parent, threadTs: null },
    { text: 'all', threadTs: parent },
  ]);
  expect(last(await fixture.messages({ channel }))).toMatchObject({ text: 'me', threadTs: null });
});

test.each([
  ['no_text', {}],
  ['no_text', { text: '', blocks: [] }],
  ['invalid_blocks', { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: 'no' } }] }],
  ['invalid_blocks_format', { blocks: 'nonsense' }],
  ['thread_not_found', { text: 'a', response_type: 'in_channel', thread_ts: '1.000000' }],
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
