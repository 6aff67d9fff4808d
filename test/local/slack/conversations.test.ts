import type { ConversationsRepliesResponse } from '@slack/web-api';
import { expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { type Fixture, startWorkspace } from './harness.ts';

async function startThread(replies: number) {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const post = async (text: string, thread_ts?: string) =>
    (await client.chat.postMessage({ channel, text, ...(thread_ts === undefined ? {} : { thread_ts }) }))
      .ts ?? '';
  const ts = await post('parent');
  const all = [ts];
  for (let reply = 1; reply <= replies; reply += 1) all.push(await post(`${reply}`, ts));
  return { fixture, client, channel, ts, all };
}

const textsOf = (messages: readonly { text?: string }[] | undefined) => messages?.map((each) => each.text);

test('conversations.info knows a channel, and with whom it is shared', async () => {
  const fixture = await startWorkspace();
  const { channel } = await clientOf(fixture).conversations.info({
    channel: fixture.channel('ops'),
    include_num_members: true,
    include_locale: true,
  });
  expect(channel).toMatchObject({
    id: fixture.channel('ops'),
    name: 'ops',
    is_channel: true,
    is_private: false,
    is_archived: false,
    is_member: true,
    is_ext_shared: true,
    shared_team_ids: [fixture.slack.teamId, 'T0PARTNER01'],
    num_members: 5,
    locale: 'en-US',
  });
});

test('conversations.info knows public channels without the bot, and direct messages by their person', async () => {
  const fixture = await startWorkspace();
  const info = async (name: string) =>
    (await clientOf(fixture).conversations.info({ channel: fixture.channel(name) })).channel;
  expect(await info('random')).toMatchObject({ name: 'random', is_member: false });
  const direct = await info('rita');
  expect(direct).toMatchObject({ is_im: true, user: fixture.person('reader') });
  expect(direct).not.toHaveProperty('num_members');
});

test.each(['security-review', 'nowhere'])('conversations.info does not know %s', async (name) => {
  const fixture = await startWorkspace();
  const channel = name === 'nowhere' ? 'C0NOWHERE01' : fixture.channel(name);
  await expect(clientOf(fixture).conversations.info({ channel })).rejects.toEqual(
    refusal('channel_not_found'),
  );
});

test('conversations.open finds the direct message with a person', async () => {
  const fixture = await startWorkspace();
  const { conversations } = clientOf(fixture);
  const id = fixture.channel('rita');
  const users = fixture.person('reader');
  expect((await conversations.open({ users })).channel).toEqual({ id });
  const full = await conversations.open({ users, return_im: true });
  expect(full).toMatchObject({ already_open: true, channel: { id, user: users, is_im: true } });
  expect((await conversations.open({ channel: id })).channel).toEqual({ id });
});

test.each<[error: string, args: (fixture: Fixture) => Record<string, string>]>([
  ['users_list_not_supplied', () => ({})],
  ['user_not_found', () => ({ users: 'U0NOBODY' })],
  ['channel_not_found', () => ({ channel: 'D0NOBODY001' })],
  ['method_not_supported_for_channel_type', (fixture) => ({ channel: fixture.channel('ops') })],
])('conversations.open answers %s', async (error, args) => {
  const fixture = await startWorkspace();
  await expect(clientOf(fixture).apiCall('conversations.open', args(fixture))).rejects.toEqual(
    refusal(error),
  );
});

test('a thread is its parent, which sums it up, and its replies', async () => {
  const { fixture, client, channel, ts, all } = await startThread(2);
  const user = fixture.person('reader');
  await fixture.post('/local/type', { user, channel, threadTs: ts, text: 'mine' });
  await client.chat.postEphemeral({ channel, user, thread_ts: ts, text: 'psst' });
  const { messages, has_more } = await client.conversations.replies({ channel, ts });
  expect(textsOf(messages)).toEqual(['parent', '1', '2', 'mine']);
  expect(messages?.[0]).toMatchObject({
    ts,
    thread_ts: ts,
    reply_count: 3,
    reply_users: [fixture.slack.botUserId, user],
    reply_users_count: 2,
    latest_reply: messages?.[3]?.ts,
  });
  expect(messages?.[1]).toMatchObject({ thread_ts: ts, parent_user_id: fixture.slack.botUserId });
  expect(has_more).toBe(false);
  expect(textsOf((await client.conversations.replies({ channel, ts: all[2] ?? '' })).messages)).toEqual(
    textsOf(messages),
  );
});

test('a message without replies stands alone', async () => {
  const { client, channel, ts } = await startThread(0);
  const { messages } = await client.conversations.replies({ channel, ts });
  expect(textsOf(messages)).toEqual(['parent']);
  expect(messages?.[0]).not.toHaveProperty('thread_ts');
});

test('a long thread comes in pages', async () => {
  const { client, channel, ts } = await startThread(4);
  const pages: ReturnType<typeof textsOf>[] = [];
  for await (const page of client.paginate('conversations.replies', { channel, ts, limit: 2 })) {
    pages.push(textsOf((page as ConversationsRepliesResponse).messages));
  }
  expect(pages).toEqual([['parent', '1'], ['2', '3'], ['4']]);
});

test('oldest and latest cut a thread, and leave themselves out unless asked', async () => {
  const { client, channel, ts, all } = await startThread(4);
  const [, oldest = '', , , latest = ''] = all;
  const cut = async (inclusive: boolean) =>
    textsOf((await client.conversations.replies({ channel, ts, oldest, latest, inclusive })).messages);
  expect(await cut(false)).toEqual(['parent', '2', '3']);
  expect(await cut(true)).toEqual(['parent', '1', '2', '3', '4']);
});

test.each<[error: string, args: Record<string, string | number>]>([
  ['thread_not_found', { ts: '1.000000' }],
  ['invalid_cursor', { cursor: 'nonsense' }],
  ['invalid_limit', { limit: 0 }],
  ['invalid_limit', { limit: 1001 }],
  ['invalid_ts_oldest', { oldest: 'yesterday' }],
  ['invalid_ts_latest', { latest: 'today' }],
  ['channel_not_found', { channel: 'C0NOWHERE01' }],
  ['not_in_channel', { channel: 'C0RANDOM001' }],
])('conversations.replies answers %s to %j', async (error, extra) => {
  const { client, channel, ts } = await startThread(1);
  await expect(client.apiCall('conversations.replies', { channel, ts, ...extra })).rejects.toEqual(
    refusal(error),
  );
});
