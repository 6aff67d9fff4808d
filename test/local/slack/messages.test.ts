import { expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { type Fixture, last, startWorkspace } from './harness.ts';

const ARCHIVED = 'C0ARCHIVED1';

async function startThread() {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'parent' });
  const reply = async (text: string, extra: object = {}) =>
    (await client.chat.postMessage({ channel, text, thread_ts: ts, ...extra })).ts ?? '';
  return { fixture, client, channel, ts, reply };
}

function type(fixture: Fixture, role: string, text: string, channel: string) {
  return fixture.post('/local/type', { user: fixture.person(role), channel, text });
}

test('chat.delete deletes what the bot has posted', async () => {
  const { fixture, client, channel, ts } = await startThread();
  expect(await client.chat.delete({ channel, ts })).toMatchObject({ ok: true, channel, ts });
  expect(await fixture.messages({ channel })).toMatchObject([{ ts, deleted: true }]);
  await expect(client.chat.delete({ channel, ts })).rejects.toEqual(refusal('message_not_found'));
  await expect(client.chat.update({ channel, ts, text: 'b' })).rejects.toEqual(refusal('message_not_found'));
});

test("chat.delete leaves other people's messages and ephemeral ones alone", async () => {
  const { fixture, client, channel } = await startThread();
  const { body } = await type(fixture, 'reader', 'mine', channel);
  const remove = (ts: string) => client.chat.delete({ channel, ts });
  await expect(remove(String(body.messageTs))).rejects.toEqual(refusal('cant_delete_message'));
  const user = fixture.person('reader');
  const { message_ts = '' } = await client.chat.postEphemeral({ channel, user, text: 'psst' });
  await expect(remove(message_ts)).rejects.toEqual(refusal('message_not_found'));
});

test('changing and deleting take the id of a direct message, not of a person', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const user = fixture.person('reader');
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: user, text: 'hi' });
  expect(channel).toBe(fixture.channel('rita'));
  await expect(client.chat.update({ channel: user, ts, text: 'b' })).rejects.toEqual(
    refusal('channel_not_found'),
  );
  await expect(client.chat.delete({ channel: user, ts })).rejects.toEqual(refusal('channel_not_found'));
  expect(await client.chat.update({ channel, ts, text: 'b' })).toMatchObject({ ok: true });
});

test('a deleted parent with replies is a tombstone, and its thread goes on', async () => {
  const { fixture, client, channel, ts, reply } = await startThread();
  const first = await reply('first');
  await client.chat.delete({ channel, ts });
  const second = await reply('second');
  const thread = await client.conversations.replies({ channel, ts });
  expect(thread.messages).toMatchObject([
    { subtype: 'tombstone', ts, user: 'USLACKBOT', text: 'This message was deleted.', reply_count: 2 },
    { ts: first, parent_user_id: 'USLACKBOT' },
    { ts: second },
  ]);
  await client.chat.delete({ channel, ts: first });
  await client.chat.delete({ channel, ts: second });
  await expect(reply('third')).rejects.toEqual(refusal('thread_not_found'));
  expect((await fixture.messages({ channel })).filter((each) => !each.deleted)).toEqual([]);
});

test('a reply that is broadcast stands in the channel too', async () => {
  const { fixture, client, channel, ts, reply } = await startThread();
  const quiet = await reply('quiet');
  const loud = await reply('loud', { reply_broadcast: true });
  expect((await fixture.messages({ channel })).map((each) => each.ts)).toEqual([ts, loud]);
  expect((await fixture.messages({ channel, threadTs: ts })).map((each) => each.ts)).toEqual([
    ts,
    quiet,
    loud,
  ]);
  const { messages } = await client.conversations.replies({ channel, ts });
  expect(messages?.[2]).toMatchObject({ ts: loud, subtype: 'thread_broadcast', thread_ts: ts });
  const top = await client.chat.postMessage({ channel, text: 'a', reply_broadcast: true } as never);
  expect(top.message).not.toHaveProperty('subtype');
});

test.each(['0', 'yesterday', '1795424400.1'])('the thread_ts %s is none', async (thread_ts) => {
  const { client, channel } = await startThread();
  await expect(client.chat.postMessage({ channel, text: 'a', thread_ts })).rejects.toEqual(
    refusal('invalid_thread_ts', [`${thread_ts} is not a valid thread_ts`]),
  );
});

test('an edit says when it was made', async () => {
  const { fixture, client, channel, ts } = await startThread();
  fixture.advance(60_000);
  await client.chat.update({ channel, ts, text: 'b' });
  const { messages } = await client.conversations.replies({ channel, ts });
  const edited = Number(messages?.[0]?.edited?.ts);
  expect(edited - Number(ts)).toBeCloseTo(60, 1);
  expect(last(await fixture.messages({ channel }))).toMatchObject({ ts, text: 'b', edited: true });
});

test('an archived channel takes nothing more, and is in no list', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  expect(fixture.slack.channels.map((each) => each.id)).not.toContain(ARCHIVED);
  const post = { channel: ARCHIVED, text: 'a' };
  await expect(client.chat.postMessage(post)).rejects.toEqual(refusal('is_archived'));
  await expect(client.chat.postEphemeral({ ...post, user: fixture.person('reader') })).rejects.toEqual(
    refusal('is_archived'),
  );
  await expect(client.chat.update({ ...post, ts: '1.000000' })).rejects.toEqual(refusal('is_inactive'));
  const { channel } = await client.conversations.info({ channel: ARCHIVED });
  expect(channel).toMatchObject({ is_archived: true, is_member: false });
});

test('a permalink leads to a message, and into its thread', async () => {
  const { fixture, client, channel, ts, reply } = await startThread();
  const answer = await reply('answer');
  const link = async (message_ts: string) =>
    (await client.chat.getPermalink({ channel, message_ts })).permalink;
  const base = `https://local-workspace.slack.com/archives/${channel}/p`;
  expect(await link(ts)).toBe(`${base}${ts.replace('.', '')}`);
  expect(await link(answer)).toBe(`${base}${answer.replace('.', '')}?thread_ts=${ts}&cid=${channel}`);
  await expect(link('1.000000')).rejects.toEqual(refusal('message_not_found'));
  const hidden = { channel: fixture.channel('security-review'), message_ts: ts };
  await expect(client.chat.getPermalink(hidden)).rejects.toEqual(refusal('channel_not_found'));
});
