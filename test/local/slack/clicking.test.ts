import { expect, test } from 'vitest';
import { type Answer, BOT_TOKEN, type Fixture, formOf, postJson, startWorkspace } from './harness.ts';
import { payloadOf } from './view-builders.ts';

const OLDER = { type: 'button', action_id: 'older', text: { type: 'plain_text', text: 'Older' }, value: 'a' };
const OPTIONS = ['1h', '1d'].map((value) => ({ text: { type: 'plain_text', text: value }, value }));
const BLOCKS = [
  { type: 'section', text: { type: 'mrkdwn', text: 'A page' }, accessory: { ...OLDER, value: 'first' } },
  { type: 'actions', block_id: 'pages', elements: [OLDER, { ...OLDER, action_id: 'newer' }] },
  {
    type: 'actions',
    block_id: 'window',
    elements: [
      { type: 'static_select', action_id: 'from', options: OPTIONS, initial_option: OPTIONS[0] },
      { type: 'static_select', action_id: 'to', options: OPTIONS },
    ],
  },
];

async function post(fixture: Fixture, extra: Record<string, unknown> = {}, method = 'chat.postMessage') {
  const body = { channel: fixture.channel('ops'), text: 'a', blocks: BLOCKS, ...extra };
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const answer = await postJson(`${fixture.origin}/api/${method}`, body, headers);
  return String(answer.body.ts ?? answer.body.message_ts);
}

function click(fixture: Fixture, messageTs: string, fields: Record<string, string>): Promise<Answer> {
  return fixture.post('/local/click', {
    user: fixture.person('operator'),
    channel: fixture.channel('ops'),
    messageTs,
    ...fields,
  });
}

test('a click on a button sends the payload that Slack sends', async () => {
  const fixture = await startWorkspace();
  const ts = await post(fixture);
  const answer = await click(fixture, ts, { actionId: 'older', value: 'a' });
  expect(answer).toEqual({ status: 200, body: { status: 200, body: '', ms: expect.any(Number) } });
  expect(payloadOf(fixture)).toEqual({
    type: 'block_actions',
    user: {
      id: fixture.person('operator'),
      username: 'omar',
      name: 'omar',
      team_id: fixture.slack.teamId,
    },
    api_app_id: fixture.slack.appId,
    token: expect.any(String),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: fixture.channel('ops'),
      is_ephemeral: false,
    },
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
    team: { id: fixture.slack.teamId, domain: expect.any(String) },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: fixture.channel('ops'), name: 'ops' },
    message: expect.objectContaining({
      type: 'message',
      user: fixture.slack.botUserId,
      ts,
      text: 'a',
      blocks: BLOCKS.map((block) => expect.objectContaining({ type: block.type })),
    }),
    state: {
      values: {
        window: {
          from: { type: 'static_select', selected_option: OPTIONS[0] },
          to: { type: 'static_select', selected_option: null },
        },
      },
    },
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/actions\/T\w+\/[\w-]{20,}$/),
    actions: [{ ...OLDER, block_id: 'pages', action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/) }],
  });
});

test('without a value the first element with the action_id is meant', async () => {
  const fixture = await startWorkspace();
  await click(fixture, await post(fixture), { actionId: 'older' });
  expect(payloadOf(fixture).actions).toMatchObject([{ value: 'first', block_id: expect.any(String) }]);
});

test('two clicks have two trigger_ids and two response_urls', async () => {
  const fixture = await startWorkspace();
  const ts = await post(fixture);
  await click(fixture, ts, { actionId: 'older' });
  await click(fixture, ts, { actionId: 'older' });
  const [first, second] = fixture.heard.map((each) => JSON.parse(formOf(each).payload ?? ''));
  expect(first.trigger_id).not.toBe(second.trigger_id);
  expect(first.response_url).not.toBe(second.response_url);
});

test('a select sends its option, in the action and in the state', async () => {
  const fixture = await startWorkspace();
  await click(fixture, await post(fixture), { actionId: 'from', value: '1d' });
  const { actions, state } = payloadOf(fixture);
  expect(actions).toEqual([
    {
      type: 'static_select',
      action_id: 'from',
      block_id: 'window',
      initial_option: OPTIONS[0],
      selected_option: OPTIONS[1],
      action_ts: expect.any(String),
    },
  ]);
  expect(state.values.window.from.selected_option).toEqual(OPTIONS[1]);
});

test('an ephemeral message is not sent along, and only its person can click it', async () => {
  const fixture = await startWorkspace();
  const ts = await post(fixture, { user: fixture.person('operator') }, 'chat.postEphemeral');
  expect((await click(fixture, ts, { actionId: 'older', user: fixture.person('reader') })).status).toBe(404);
  expect(fixture.heard).toEqual([]);
  await click(fixture, ts, { actionId: 'older' });
  expect(payloadOf(fixture)).not.toHaveProperty('message');
  expect(payloadOf(fixture).container).toMatchObject({ is_ephemeral: true, message_ts: ts });
});

test('a click in a thread names the thread', async () => {
  const fixture = await startWorkspace();
  const parent = await post(fixture);
  const reply = await post(fixture, { thread_ts: parent });
  await click(fixture, reply, { actionId: 'older' });
  expect(payloadOf(fixture).container).toMatchObject({ message_ts: reply, thread_ts: parent });
  expect(payloadOf(fixture).message).toMatchObject({ thread_ts: parent, parent_user_id: expect.any(String) });
});

test("a guest's click carries their own team beside the workspace's", async () => {
  const fixture = await startWorkspace();
  await click(fixture, await post(fixture), { actionId: 'older', user: fixture.person('guest') });
  const { user, team } = payloadOf(fixture);
  expect(team.id).toBe(fixture.slack.teamId);
  expect(user.team_id).not.toBe(fixture.slack.teamId);
});

test.each([
  ['an unknown action', 404, { actionId: 'nothing' }],
  ['a value that no button has', 404, { actionId: 'older', value: 'z' }],
  ['an option that the select does not offer', 404, { actionId: 'from', value: '2d' }],
  ['a select without a value', 400, { actionId: 'from' }],
  ['an unknown message', 404, { actionId: 'older', messageTs: '1.000000' }],
  ['an unknown person', 404, { actionId: 'older', user: 'U0NOBODY' }],
  ['an unknown channel', 404, { actionId: 'older', channel: 'C0NOWHERE' }],
])('%s is refused, and nothing is sent', async (_name, status, fields) => {
  const fixture = await startWorkspace();
  const answer = await click(fixture, await post(fixture), fields);
  expect(answer).toEqual({ status, body: { error: expect.any(String) } });
  expect(fixture.heard).toEqual([]);
});

test('a click that the bot fails tells its status, and shows nobody a message', async () => {
  const fixture = await startWorkspace();
  const ts = await post(fixture);
  fixture.reply({ status: 500, body: 'broken' });
  expect((await click(fixture, ts, { actionId: 'older' })).body).toMatchObject({
    status: 500,
    body: 'broken',
  });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toHaveLength(1);
});
