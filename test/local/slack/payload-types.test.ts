import type {
  BlockAction,
  ButtonAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewClosedAction,
  ViewOutput,
  ViewSubmitAction,
} from '@slack/bolt';
import { expect, test } from 'vitest';
import { actions, button, plain } from './block-builders.ts';
import { anyText, startBolt, timestamp, triggerId } from './bolt.ts';
import type { Fixture } from './harness.ts';
import { call, drive, form, input, postMessage } from './view-builders.ts';

/** What Slack sends beside what Bolt's types know: a name in two fields, and that there is no enterprise. */
type Sent<T extends { user: object }> = Omit<T, 'enterprise' | 'user'> & {
  user: T['user'] & { username: string; name: string };
  enterprise: null;
};

/** What interactions of the operator share. */
function common({ slack, person }: Fixture) {
  const id = person('operator');
  return {
    token: anyText,
    team: { id: slack.teamId, domain: anyText },
    user: { id, username: 'omar', name: 'omar', team_id: slack.teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

const WORDS = input('words', { type: 'plain_text_input' }, { optional: true });
const MORE = { ...actions(button({ action_id: 'more', value: 'v' })), block_id: 'row' };
const FORM = form([WORDS, MORE], { notify_on_close: true, private_metadata: 'm', external_id: 'e' });

async function openForm({ fixture, heard }: Awaited<ReturnType<typeof startBolt>>): Promise<string> {
  const user = fixture.person('operator');
  await fixture.post('/local/shortcut', { user, callbackId: 'global' });
  const { trigger_id } = heard.at(-1) as GlobalShortcut;
  return (await call(fixture, 'views.open', { trigger_id, view: FORM })).view.id;
}

function viewOutput({ slack }: Fixture, id: string, values: ViewOutput['state']['values']): ViewOutput {
  return {
    id,
    team_id: slack.teamId,
    app_installed_team_id: slack.teamId,
    app_id: slack.appId,
    bot_id: expect.stringMatching(/^B/),
    type: 'modal',
    callback_id: 'form',
    title: { type: 'plain_text', text: 'Form' },
    submit: { type: 'plain_text', text: 'Send' },
    close: null,
    blocks: [WORDS, MORE],
    state: { values },
    hash: anyText,
    private_metadata: 'm',
    external_id: 'e',
    root_view_id: id,
    previous_view_id: null,
    clear_on_close: false,
    notify_on_close: true,
  };
}

test('a slash command is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const { slack, person, channel } = fixture;
  const where = { user: person('operator'), channel: channel('ops') };
  await fixture.post('/local/type', { ...where, text: '/lts help' });
  const expected: SlashCommand = {
    token: anyText,
    command: '/lts',
    text: 'help',
    response_url: anyText,
    trigger_id: triggerId,
    user_id: person('operator'),
    user_name: 'omar',
    team_id: slack.teamId,
    team_domain: anyText,
    channel_id: channel('ops'),
    channel_name: 'ops',
    api_app_id: slack.appId,
    is_enterprise_install: 'false',
  };
  expect(heard).toEqual([expected]);
});

test('a global shortcut is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const user = fixture.person('operator');
  await fixture.post('/local/shortcut', { user, callbackId: 'global' });
  const { name: _name, ...nameless } = common(fixture).user;
  const expected: Omit<GlobalShortcut, 'enterprise'> & { enterprise: null } = {
    ...common(fixture),
    user: nameless,
    type: 'shortcut',
    callback_id: 'global',
    trigger_id: triggerId,
    action_ts: timestamp,
  };
  expect(heard).toEqual([expected]);
});

test('a message shortcut is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const channel = fixture.channel('ops');
  const ts = await postMessage(fixture, []);
  const user = fixture.person('operator');
  await fixture.post('/local/shortcut', { user, callbackId: 'message', channel, messageTs: ts });
  const expected: Sent<MessageShortcut> = {
    ...common(fixture),
    type: 'message_action',
    callback_id: 'message',
    trigger_id: triggerId,
    response_url: anyText,
    action_ts: timestamp,
    message_ts: ts,
    channel: { id: channel, name: 'ops' },
    message: expect.objectContaining({ type: 'message', user: fixture.slack.botUserId, ts, text: 'a' }),
  };
  expect(heard).toEqual([expected]);
});

test('a click in a message is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const channel = fixture.channel('ops');
  const ts = await postMessage(fixture, [MORE]);
  const user = fixture.person('operator');
  await fixture.post('/local/click', { user, channel, messageTs: ts, actionId: 'more' });
  const expected: Sent<BlockAction<ButtonAction>> = {
    ...common(fixture),
    type: 'block_actions',
    api_app_id: fixture.slack.appId,
    trigger_id: triggerId,
    response_url: anyText,
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'ops' },
    message: expect.objectContaining({ type: 'message', ts, text: 'a' }),
    state: { values: {} },
    actions: [
      {
        type: 'button',
        block_id: 'row',
        action_id: 'more',
        text: plain('Older') as ButtonAction['text'],
        value: 'v',
        action_ts: timestamp,
      },
    ],
  };
  expect(heard).toEqual([expected]);
});

/** Bolt's type wants a response_url here, which Slack sends with messages only. */
test('a click in a view is what Bolt says it is, without a response_url', async () => {
  const bolt = await startBolt();
  const { fixture, heard } = bolt;
  const id = await openForm(bolt);
  await drive(fixture, 'click', id, { actionId: 'more' });
  const values = { words: { words: { type: 'plain_text_input', value: null } } };
  const expected: Omit<Sent<BlockAction<ButtonAction>>, 'response_url'> = {
    ...common(fixture),
    type: 'block_actions',
    api_app_id: fixture.slack.appId,
    trigger_id: triggerId,
    container: { type: 'view', view_id: id },
    view: viewOutput(fixture, id, values),
    actions: [expect.objectContaining({ type: 'button', block_id: 'row', action_id: 'more', value: 'v' })],
  };
  expect(heard.at(-1)).toEqual(expected);
});

test('a submission is what Bolt says it is', async () => {
  const bolt = await startBolt();
  const { fixture, heard } = bolt;
  const id = await openForm(bolt);
  await drive(fixture, 'submit', id, { values: { words: 'a b' } });
  const values = { words: { words: { type: 'plain_text_input', value: 'a b' } } };
  const expected: Sent<ViewSubmitAction> = {
    ...common(fixture),
    type: 'view_submission',
    api_app_id: fixture.slack.appId,
    trigger_id: triggerId,
    view: viewOutput(fixture, id, values),
    response_urls: [],
  };
  expect(heard.at(-1)).toEqual(expected);
});

test('a closing is what Bolt says it is', async () => {
  const bolt = await startBolt();
  const { fixture, heard } = bolt;
  const id = await openForm(bolt);
  await drive(fixture, 'close', id);
  const expected: Sent<ViewClosedAction> = {
    ...common(fixture),
    type: 'view_closed',
    api_app_id: fixture.slack.appId,
    view: viewOutput(fixture, id, {}),
    is_cleared: false,
  };
  expect(heard.at(-1)).toEqual(expected);
});
