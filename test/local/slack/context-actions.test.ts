import { expect, test } from 'vitest';
import { container, contextActions, feedback, icon, plain, post } from './block-builders.ts';
import { type Fixture, startWorkspace } from './harness.ts';
import { payloadOf, postMessage } from './view-builders.ts';

const VOTES = {
  ...feedback({ text: plain('Good'), value: 'good' }),
  action_id: 'vote',
  negative_button: { text: plain('Bad'), value: 'bad' },
};

function clickIn(fixture: Fixture, messageTs: string, role = 'operator') {
  const where = { channel: fixture.channel('ops'), messageTs, user: fixture.person(role) };
  return (fields: object) => fixture.post('/local/click', { ...where, ...fields });
}

test.each([
  [undefined, 'good', 'Good'],
  ['good', 'good', 'Good'],
  ['bad', 'bad', 'Bad'],
])('of two feedback buttons, the value %s means %s', async (value, told, text) => {
  const fixture = await startWorkspace();
  const click = clickIn(fixture, await postMessage(fixture, [contextActions(VOTES)]));
  expect(await click({ actionId: 'vote', value })).toMatchObject({ status: 200, body: { status: 200 } });
  const { actions, state } = payloadOf(fixture);
  const action = { type: 'feedback_buttons', action_id: 'vote', value: told, text: plain(text) };
  expect(actions).toEqual([{ ...action, block_id: expect.any(String), action_ts: expect.any(String) }]);
  expect(state.values).toEqual({});
  expect((await click({ actionId: 'vote', value: 'neither' })).status).toBe(404);
});

test('an icon button tells its icon, and is there only for those who may see it', async () => {
  const fixture = await startWorkspace();
  const visible_to_user_ids = [fixture.person('operator')];
  const button = icon({ action_id: 'remove', value: 'it', visible_to_user_ids });
  const messageTs = await postMessage(fixture, [contextActions(button)]);
  const use = { actionId: 'remove' };
  expect((await clickIn(fixture, messageTs, 'reader')(use)).status).toBe(404);
  expect(fixture.heard).toEqual([]);
  expect((await clickIn(fixture, messageTs)(use)).status).toBe(200);
  const action = { type: 'icon_button', icon: 'trash', value: 'it', text: plain('i'), action_id: 'remove' };
  expect(payloadOf(fixture).actions).toEqual([
    { ...action, block_id: expect.any(String), action_ts: expect.any(String) },
  ]);
});

test('context actions without ids get some', async () => {
  const fixture = await startWorkspace();
  await postMessage(fixture, [contextActions(feedback(), icon())]);
  const [message] = await fixture.messages({ channel: fixture.channel('ops') });
  const id = expect.stringMatching(/^[\w-]{5}$/);
  expect(message?.blocks).toMatchObject([{ block_id: id, elements: [{ action_id: id }, { action_id: id }] }]);
});

test('their ids must differ, as those of blocks in a container', async () => {
  const twice = { action_id: 'a' };
  expect(await post([contextActions(icon(twice), icon(twice))])).toMatchObject({
    messages: ['[ERROR] `action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'],
  });
  const divider = { type: 'divider', block_id: 'b' };
  expect(await post([container([divider, divider])])).toMatchObject({
    messages: ['[ERROR] `block_id` "b" already exists [json-pointer:/blocks/0/child_blocks/1/block_id]'],
  });
});
