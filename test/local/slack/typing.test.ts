import { expect, test } from 'vitest';
import { serve } from '../../../lib/local/http.ts';
import { type BotReply, type Fixture, formOf, last, startWorkspace } from './harness.ts';

function type(fixture: Fixture, text: string, where: Record<string, string> = {}) {
  return fixture.post('/local/type', {
    user: fixture.person('reader'),
    channel: fixture.channel('ops'),
    text,
    ...where,
  });
}

test('a command reaches the bot signed, with the fields that Slack sends', async () => {
  const fixture = await startWorkspace();
  const answer = await type(fixture, '/lts search  "a & b" 错误 ');
  expect(answer).toMatchObject({ status: 200, body: { status: 200, body: '', ms: expect.any(Number) } });
  expect(fixture.heard).toHaveLength(1);
  expect(fixture.heard[0]?.headers).toMatchObject({
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
  });
  expect(formOf(fixture.heard[0])).toEqual({
    token: expect.any(String),
    team_id: fixture.slack.teamId,
    team_domain: expect.any(String),
    channel_id: fixture.channel('ops'),
    channel_name: 'ops',
    user_id: fixture.person('reader'),
    user_name: 'rita',
    command: '/lts',
    text: 'search  "a & b" 错误',
    api_app_id: fixture.slack.appId,
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\/T\w+\/[\w-]{20,}$/),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
  });
});

test('a private channel and a direct message are not named in a command', async () => {
  const fixture = await startWorkspace();
  await type(fixture, '/lts help', { channel: fixture.channel('security-review') });
  await type(fixture, '/lts help', { channel: fixture.channel('rita') });
  expect(fixture.heard.map((each) => formOf(each).channel_name)).toEqual(['privategroup', 'directmessage']);
});

test("a guest's command carries their own team", async () => {
  const fixture = await startWorkspace();
  await type(fixture, '/lts help', { user: fixture.person('guest') });
  expect(formOf(fixture.heard[0]).team_id).not.toBe(fixture.slack.teamId);
});

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

test("a command's answer in text is shown to the person alone", async () => {
  const fixture = await startWorkspace();
  fixture.reply({ body: 'Working on it', headers: { 'content-type': 'text/plain' } });
  expect((await type(fixture, '/lts help')).body).toMatchObject({ status: 200, body: 'Working on it' });
  const [message] = await fixture.messages({ channel: fixture.channel('ops') });
  expect(message).toEqual({
    ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    threadTs: null,
    from: fixture.slack.botUserId,
    visibleTo: fixture.person('reader'),
    text: 'Working on it',
    blocks: [],
    edited: false,
    deleted: false,
    shown: true,
  });
});

test("a command's answer in JSON is a message, public if it says so", async () => {
  const fixture = await startWorkspace();
  const body = JSON.stringify({ response_type: 'in_channel', blocks: [{ type: 'divider' }] });
  fixture.reply({ body, headers: { 'content-type': 'application/json' } });
  await type(fixture, '/lts help');
  const [message] = await fixture.messages({ channel: fixture.channel('ops') });
  expect(message).toMatchObject({
    visibleTo: null,
    blocks: [{ type: 'divider', block_id: expect.any(String) }],
  });
});

test.each<[word: string, reply: BotReply]>([
  ['http_service_error', { status: 502 }],
  ['http_client_error', { status: 404 }],
  ['invalid_command_response', { body: '{}', headers: { 'content-type': 'application/json' } }],
])('%s is what the person reads for a bad answer', async (word, reply) => {
  const fixture = await startWorkspace();
  fixture.reply(reply);
  expect((await type(fixture, '/lts help')).body).toMatchObject({ status: reply.status ?? 200 });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toMatchObject([
    { from: null, visibleTo: fixture.person('reader'), text: `/lts failed with the error "${word}"` },
  ]);
});

test('dispatch_failed is what the person reads when the bot is not there', async () => {
  const gone = await serve(0, async () => {});
  await gone.close();
  const fixture = await startWorkspace({ eventsUrl: `${gone.url}/slack/events` });
  expect((await type(fixture, '/lts help')).body).toMatchObject({ status: 0, body: 'dispatch_failed' });
});

test('after three seconds without an answer the person reads operation_timeout', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ hang: true });
  const typed = type(fixture, '/lts help');
  await expect.poll(() => fixture.workspace.waiting()).toEqual(['the answer to /lts help']);
  const { body } = await typed;
  expect(body).toMatchObject({ status: 0, body: 'operation_timeout' });
  expect(body.ms).toBeGreaterThanOrEqual(2990);
  expect(body.ms).toBeLessThan(4000);
  expect(last(await fixture.messages({ channel: fixture.channel('ops') }))).toMatchObject({
    from: null,
    visibleTo: fixture.person('reader'),
    text: '/lts failed with the error "operation_timeout"',
  });
  expect(fixture.workspace.waiting()).toEqual([]);
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
