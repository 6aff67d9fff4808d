import { expect, test } from 'vitest';
import { serve } from '../../../lib/local/http.ts';
import { type BotReply, formOf, last, startWorkspace, type } from './harness.ts';

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

test('people, channels and links come with their ids, and the rest escaped, where the manifest wants that', async () => {
  const app = { command: '/lts', scopes: [], shortcuts: [], shouldEscape: true };
  const fixture = await startWorkspace({ app });
  const sent = async (text: string) => {
    await type(fixture, `/lts ${text}`);
    return formOf(last(fixture.heard)).text;
  };
  expect(await sent('audit who:@rita since:1h')).toBe('audit who:<@U0READER001|rita> since:1h');
  expect(await sent('@anwen, #ops.')).toBe('<@U0APPROVER1|anwen>, <#C0OPS000001|ops>.');
  expect(await sent('"https://a.example/?b=c&d=e#ops" x')).toBe('"<https://a.example/?b=c&amp;d=e#ops>" x');
  expect(await sent('a & b < c')).toBe('a &amp; b &lt; c');
  expect(await sent('<@U0READER001|rita> <@rita>')).toBe(
    '&lt;@U0READER001|rita&gt; &lt;<@U0READER001|rita>&gt;',
  );
  const nobodys = '@nobody #nowhere #security-review a@rita';
  expect(await sent(nobodys)).toBe(nobodys);
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
    files: [],
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
