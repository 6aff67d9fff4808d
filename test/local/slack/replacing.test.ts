import { expect, test } from 'vitest';
import { last, postJson, startWorkspace } from './harness.ts';
import { BLOCKS, clickIn, OK, postPublic, typeCommand } from './response-urls.ts';

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

test('a reply to a thread overwrites the message that was clicked, unless it is told not to', async () => {
  const fixture = await startWorkspace();
  const parent = await postPublic(fixture);
  const url = await clickIn(fixture, parent);
  await postJson(url, { text: 'over it', response_type: 'in_channel', thread_ts: parent });
  const channel = fixture.channel('ops');
  expect(await fixture.messages({ channel, threadTs: parent })).toMatchObject([
    { ts: parent, text: 'over it', edited: true },
  ]);
});

test('a message in a thread is replaced in its thread', async () => {
  const fixture = await startWorkspace();
  const parent = await postPublic(fixture);
  const reply = await postPublic(fixture, { thread_ts: parent });
  await postJson(await clickIn(fixture, reply), { replace_original: 'true', text: 'new' });
  expect(await fixture.messages({ channel: fixture.channel('ops'), threadTs: parent })).toMatchObject([
    { ts: parent, text: 'a page' },
    { ts: reply, threadTs: parent, text: 'new', blocks: [] },
  ]);
});

test('an ephemeral message is deleted by its click alone', async () => {
  const fixture = await startWorkspace();
  await postJson(await typeCommand(fixture), { text: 'mine', blocks: BLOCKS });
  const [mine] = await fixture.messages({ channel: fixture.channel('ops') });
  expect(await postJson(await clickIn(fixture, mine?.ts ?? ''), { delete_original: 'true' })).toEqual(OK);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([{ deleted: true }]);
});

test('each click brings a URL of its own, which works on its own message', async () => {
  const fixture = await startWorkspace();
  const ts = await postPublic(fixture);
  const [first, second] = [await clickIn(fixture, ts), await clickIn(fixture, ts)];
  expect(first).not.toBe(second);
  for (let use = 1; use <= 6; use += 1) await postJson(first, { text: `${use}` });
  expect(await postJson(second, { replace_original: true, text: 'still there' })).toEqual(OK);
});
