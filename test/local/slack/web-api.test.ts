import { expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { BOT_TOKEN, last, startWorkspace } from './harness.ts';

test('the official client learns who it is', async () => {
  const fixture = await startWorkspace();
  expect(await clientOf(fixture).auth.test()).toMatchObject({
    ok: true,
    user_id: fixture.slack.botUserId,
    team_id: fixture.slack.teamId,
    bot_id: expect.stringMatching(/^B/),
  });
});

test('users.info tells time zone and, when asked, locale', async () => {
  const winter = Date.parse('2026-01-15T12:00:00Z');
  const fixture = await startWorkspace({ now: () => winter });
  const client = clientOf(fixture);
  const user = fixture.person('reader');
  expect((await client.users.info({ user })).user).toMatchObject({
    id: user,
    name: 'rita',
    team_id: fixture.slack.teamId,
    tz: 'Europe/Berlin',
    tz_label: 'Central European Standard Time',
    tz_offset: 3600,
  });
  expect((await client.users.info({ user })).user).not.toHaveProperty('locale');
  expect((await client.users.info({ user, include_locale: true })).user).toMatchObject({ locale: 'en-US' });
  const operator = await client.users.info({ user: fixture.person('operator') });
  expect(operator.user?.tz_offset).toBe(-5 * 3600);
});

test('the bot is a user too', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const { user = '', user_id } = await client.auth.test();
  expect(user_id).toBe(fixture.slack.botUserId);
  const shown = await client.users.info({ user: fixture.slack.botUserId });
  expect(shown.user).toMatchObject({ id: user_id, name: user, is_bot: true, is_stranger: false });
  const person = await client.users.info({ user: fixture.person('guest') });
  expect(person.user).toMatchObject({ is_bot: false, is_stranger: true });
});

test('the time zone offset follows summer time', async () => {
  const summer = Date.parse('2026-07-15T12:00:00Z');
  const fixture = await startWorkspace({ now: () => summer });
  const { user } = await clientOf(fixture).users.info({ user: fixture.person('reader') });
  expect(user).toMatchObject({ tz_offset: 7200, tz_label: 'Central European Summer Time' });
});

test('a guest belongs to another team, and the approver reads Chinese', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const guest = await client.users.info({ user: fixture.person('guest') });
  expect(guest.user?.team_id).not.toBe(fixture.slack.teamId);
  const approver = await client.users.info({ user: fixture.person('approver'), include_locale: true });
  expect(approver.user).toMatchObject({ locale: 'zh-CN', tz: 'Asia/Shanghai', tz_offset: 28_800 });
});

test('in a Chinese workspace the reader and the operator read Chinese', async () => {
  const fixture = await startWorkspace({ language: 'zh' });
  const locales = Object.fromEntries(fixture.slack.users.map((user) => [user.role, user.locale]));
  expect(locales).toEqual({ reader: 'zh-CN', operator: 'zh-CN', approver: 'zh-CN', guest: 'en-US' });
});

test('chat.postMessage posts as the bot, in a channel, a thread and a direct message', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const parent = await client.chat.postMessage({ channel, text: 'parent', blocks: [{ type: 'divider' }] });
  const reply = await client.chat.postMessage({ channel, text: 'reply', thread_ts: parent.ts ?? '' });
  expect(reply).toMatchObject({ ok: true, channel, message: { text: 'reply', thread_ts: parent.ts } });
  expect(await fixture.messages({ channel, threadTs: parent.ts ?? '' })).toMatchObject([
    { ts: parent.ts, text: 'parent', from: fixture.slack.botUserId, blocks: [{ type: 'divider' }] },
    { ts: reply.ts, text: 'reply', threadTs: parent.ts },
  ]);
  const direct = await client.chat.postMessage({ channel: fixture.person('reader'), text: 'hi' });
  expect(direct.channel).toBe(fixture.channel('rita'));
});

test('a timestamp is never used twice in a channel', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const user = fixture.person('reader');
  const first = await client.chat.postMessage({ channel, text: 'a' });
  const second = await client.chat.postEphemeral({ channel, text: 'b', user });
  const third = await client.chat.postMessage({ channel, text: 'c' });
  const all = [first.ts, second.message_ts, third.ts];
  expect(new Set(all).size).toBe(3);
  expect([...all].sort()).toEqual(all);
});

test('chat.update changes the text; text alone removes the blocks', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'a', blocks: [{ type: 'divider' }] });
  expect(await client.chat.update({ channel, ts, text: 'b' })).toMatchObject({ ok: true, ts, text: 'b' });
  expect(await fixture.messages({ channel })).toMatchObject([{ ts, text: 'b', blocks: [], edited: true }]);
  await client.chat.update({ channel, ts, text: 'x'.repeat(4000) });
  await expect(client.chat.update({ channel, ts, text: 'x'.repeat(4001) })).rejects.toEqual(
    refusal('msg_too_long'),
  );
});

test('chat.update takes only messages of the bot that everybody sees', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('incident-checkout');
  const [alert] = await fixture.messages({ channel });
  const update = (ts: string) => client.chat.update({ channel, ts, text: 'b' });
  await expect(update(alert?.ts ?? '')).rejects.toEqual(refusal('cant_update_message'));
  await expect(update('1.000000')).rejects.toEqual(refusal('message_not_found'));
  const user = fixture.person('reader');
  const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel, text: 'a', user });
  await expect(update(ts)).rejects.toEqual(refusal('message_not_found'));
});

test('an ephemeral reply is shown only in a thread that has replies', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const user = fixture.person('reader');
  const { ts: threadTs = '' } = await client.chat.postMessage({ channel, text: 'parent' });
  const whisper = () => client.chat.postEphemeral({ channel, user, text: 'psst', thread_ts: threadTs });
  await whisper();
  expect(last(await fixture.messages({ channel, threadTs }))).toMatchObject({ text: 'psst', shown: false });
  expect(await fixture.messages({ channel, threadTs, user })).toHaveLength(1);
  await client.chat.postMessage({ channel, text: 'reply', thread_ts: threadTs });
  await whisper();
  expect(last(await fixture.messages({ channel, threadTs, user }))).toMatchObject({ shown: true });
  const others = await fixture.messages({ channel, threadTs, user: fixture.person('operator') });
  expect(others.map((each) => each.text)).toEqual(['parent', 'reply']);
});

test('channels are refused as Slack does', async () => {
  const fixture = await startWorkspace();
  const post = (channel: string) => clientOf(fixture).chat.postMessage({ channel, text: 'a' });
  await expect(post('C0NOWHERE')).rejects.toEqual(refusal('channel_not_found'));
  await expect(post(fixture.channel('security-review'))).rejects.toEqual(refusal('channel_not_found'));
  await expect(post(fixture.channel('random'))).rejects.toEqual(refusal('not_in_channel'));
});

test('threads and people are refused as Slack does', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const channel = fixture.channel('ops');
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'parent' });
  const reply = (thread_ts: string) => client.chat.postMessage({ channel, text: 'a', thread_ts });
  await expect(reply('1.000000')).rejects.toEqual(refusal('thread_not_found'));
  const { ts: replyTs = '' } = await reply(ts);
  await expect(reply(replyTs)).rejects.toEqual(refusal('cannot_reply_to_message'));
  const whisper = (user: string, to = channel) => client.chat.postEphemeral({ channel: to, text: 'a', user });
  await expect(whisper('U0NOBODY')).rejects.toEqual(refusal('user_not_in_channel'));
  await expect(whisper(fixture.person('reader'), fixture.channel('omar'))).rejects.toEqual(
    refusal('user_not_in_channel'),
  );
  await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toEqual(refusal('user_not_found'));
});

test('a text of more than 40,000 characters is cut off', async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  await clientOf(fixture).chat.postMessage({ channel, text: 'x'.repeat(40_001) });
  expect((await fixture.messages({ channel }))[0]?.text).toHaveLength(40_000);
});

test('a message needs text or blocks', async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  await expect(clientOf(fixture).chat.postMessage({ channel, text: '' })).rejects.toEqual(refusal('no_text'));
});

test('who is on call is told by the group; another group is not known', async () => {
  const fixture = await startWorkspace();
  const list = (usergroup: string) => clientOf(fixture).usergroups.users.list({ usergroup });
  expect((await list('S0ONCALL001')).users).toEqual([fixture.person('operator'), fixture.person('approver')]);
  await expect(list('S0NOBODY001')).rejects.toEqual(refusal('no_such_subteam'));
});

test('a channel may be posted to by its name', async () => {
  const fixture = await startWorkspace();
  const { chat } = clientOf(fixture);
  for (const channel of ['#ops', 'ops']) {
    expect((await chat.postMessage({ channel, text: 'a' })).channel).toBe(fixture.channel('ops'));
  }
  const { ts = '' } = await chat.postMessage({ channel: 'ops', text: 'a' });
  await expect(chat.update({ channel: 'ops', ts, text: 'b' })).rejects.toEqual(refusal('channel_not_found'));
});

test('a refusal repeats its word in a header', async () => {
  const { slack } = await startWorkspace();
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const response = await fetch(`${slack.apiUrl}/chat.postMessage?channel=C0NOWHERE01&text=hi`, {
    method: 'POST',
    headers,
  });
  expect([response.status, response.headers.get('x-slack-failure')]).toEqual([200, 'channel_not_found']);
  const good = await fetch(`${slack.apiUrl}/auth.test`, { method: 'POST', headers });
  expect(good.headers.get('x-slack-failure')).toBeNull();
});
