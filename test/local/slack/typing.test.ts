import { expect, test } from 'vitest';
import { startWorkspace, type } from './harness.ts';

test.each([
  ['an unknown command', '/ltsx help', {}],
  ['a command in a thread', '/lts help', { threadTs: '1.000000' }],
  ['no text', '', {}],
  ['an unknown person', '/lts help', { user: 'U0NOBODY' }],
  ['an unknown channel', '/lts help', { channel: 'C0NOWHERE' }],
])('%s is refused, and nothing is sent', async (_name, text, where) => {
  const fixture = await startWorkspace();
  expect(await type(fixture, text, where)).toMatchObject({
    status: 200,
    body: { status: 0, refused: expect.any(String) },
  });
  expect(fixture.heard).toEqual([]);
});

test("nobody can write in another person's direct message", async () => {
  const fixture = await startWorkspace();
  const answer = await type(fixture, 'hello', { channel: fixture.channel('omar') });
  expect(answer.body).toMatchObject({ status: 0 });
  expect(await fixture.messages({ channel: fixture.channel('omar') })).toEqual([]);
});

test('a plain message is posted, escaped as Slack does, and nobody is told', async () => {
  const fixture = await startWorkspace();
  const { body } = await type(fixture, 'is a < b & c?');
  expect(body).toEqual({ status: 200, body: '', ms: 0, messageTs: expect.any(String) });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { ts: body.messageTs, from: fixture.person('reader'), visibleTo: null, text: 'is a &lt; b &amp; c?' },
  ]);
  expect(fixture.heard).toEqual([]);
});

test.each(['@lts', '<@BOT>'])('a message with %s is an app_mention event', async (handle) => {
  const fixture = await startWorkspace();
  const mention = `<@${fixture.slack.botUserId}>`;
  const { body } = await type(fixture, `${handle.replace('<@BOT>', mention)} search a>b`);
  expect(body).toMatchObject({ status: 200, messageTs: expect.any(String) });
  const event = JSON.parse(fixture.heard[0]?.raw ?? '');
  expect(event).toMatchObject({
    type: 'event_callback',
    team_id: fixture.slack.teamId,
    api_app_id: fixture.slack.appId,
    event_id: expect.stringMatching(/^Ev[A-Z0-9]{9}$/),
    event_time: expect.any(Number),
    authorizations: [{ user_id: fixture.slack.botUserId, is_bot: true }],
    event: {
      type: 'app_mention',
      user: fixture.person('reader'),
      text: `${mention} search a&gt;b`,
      ts: body.messageTs,
      event_ts: body.messageTs,
      channel: fixture.channel('ops'),
      team: fixture.slack.teamId,
    },
  });
  expect(event.event).not.toHaveProperty('thread_ts');
});

test('a mention in a thread names the thread', async () => {
  const fixture = await startWorkspace();
  const { body: parent } = await type(fixture, 'what is this?');
  const threadTs = String(parent.messageTs);
  const { body } = await type(fixture, '@lts streams', { threadTs });
  const { event } = JSON.parse(fixture.heard[0]?.raw ?? '');
  expect(event).toMatchObject({ ts: body.messageTs, thread_ts: threadTs });
  expect(await fixture.messages({ channel: fixture.channel('ops'), threadTs })).toHaveLength(2);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toHaveLength(1);
});

test('a mention where the bot is no member is only a message', async () => {
  const fixture = await startWorkspace();
  await type(fixture, '@lts help', { channel: fixture.channel('random') });
  expect(fixture.heard).toEqual([]);
});

test("every message in the bot's direct message is a message.im event, a mention too", async () => {
  const fixture = await startWorkspace();
  await type(fixture, '@lts help', { channel: fixture.channel('rita') });
  expect(fixture.heard).toHaveLength(1);
  expect(JSON.parse(fixture.heard[0]?.raw ?? '').event).toMatchObject({
    type: 'message',
    channel_type: 'im',
  });
});

test('a failed event is repeated with the same id, a number and a reason, until it is taken', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ status: 500 }, { status: 503 }, {});
  expect((await type(fixture, '@lts help')).body).toMatchObject({ status: 500 });
  await expect.poll(() => fixture.workspace.waiting(), { timeout: 5000 }).toEqual([]);
  expect(fixture.heard.map((each) => each.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2']);
  expect(fixture.heard.map((each) => each.headers['x-slack-retry-reason']).slice(1)).toEqual([
    'http_error',
    'http_error',
  ]);
  expect(new Set(fixture.heard.map((each) => JSON.parse(each.raw).event_id)).size).toBe(1);
});

test('an event without an answer in three seconds is repeated at once', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ hang: true }, {});
  expect((await type(fixture, '@lts help')).body).toMatchObject({ status: 0, body: 'http_timeout' });
  await expect.poll(() => fixture.workspace.waiting()).toEqual([]);
  expect(fixture.heard[1]?.headers).toMatchObject({
    'x-slack-retry-num': '1',
    'x-slack-retry-reason': 'http_timeout',
  });
});

test('nobody can answer a message in a thread that only one person sees', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ body: 'yours alone', headers: { 'content-type': 'text/plain' } });
  await type(fixture, '/lts help');
  const [message] = await fixture.messages({ channel: fixture.channel('ops') });
  expect((await type(fixture, 'thanks', { threadTs: message?.ts ?? '' })).body).toMatchObject({ status: 0 });
});

test('a failed event is not repeated when the answer asks for that', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ status: 500, headers: { 'x-slack-no-retry': '1' } });
  await type(fixture, '@lts help');
  expect(fixture.workspace.waiting()).toEqual([]);
  expect(fixture.heard).toHaveLength(1);
});
