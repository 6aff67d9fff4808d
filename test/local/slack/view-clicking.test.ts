import { expect, test } from 'vitest';
import { actions, type Block, button, plain } from './block-builders.ts';
import { startWorkspace } from './harness.ts';
import { drive, form, input, modal, open, option, payloadOf, postMessage, section } from './view-builders.ts';

const OPTIONS = [option('a'), option('b')];
const accessory = (extra: Block) => ({
  ...section(),
  block_id: 'row',
  accessory: { action_id: 'it', ...extra },
});

test('a click in a view names the view, brings its state, and has no response_url', async () => {
  const fixture = await startWorkspace();
  const text = input('words', { type: 'plain_text_input', initial_value: 'w' });
  const view = await open(fixture, form([actions(button({ action_id: 'more', value: 'v' })), text]));
  const { body } = await drive(fixture, 'click', view.id, { actionId: 'more' });
  expect(body).toMatchObject({ status: 200, body: '' });
  const payload = payloadOf(fixture);
  expect(payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: { values: { words: { words: { type: 'plain_text_input', value: 'w' } } } } },
    actions: [{ type: 'button', action_id: 'more', value: 'v', text: plain('Older') }],
  });
  for (const absent of ['response_url', 'channel', 'message', 'state'])
    expect(payload).not.toHaveProperty(absent);
});

test.each<[type: string, element: Block, value: string, chosen: Block]>([
  ['overflow', { options: OPTIONS }, 'b', { selected_option: OPTIONS[1] }],
  ['radio_buttons', { options: OPTIONS }, 'b', { selected_option: OPTIONS[1] }],
  ['checkboxes', { options: OPTIONS, initial_options: [OPTIONS[0]] }, 'b', { selected_options: OPTIONS }],
  ['checkboxes', { options: OPTIONS, initial_options: [OPTIONS[0]] }, 'a', { selected_options: [] }],
  ['multi_static_select', { options: OPTIONS }, 'a', { selected_options: [OPTIONS[0]] }],
  ['datepicker', {}, '2026-02-28', { selected_date: '2026-02-28' }],
  ['timepicker', {}, '09:05', { selected_time: '09:05' }],
])('%s tells what was chosen, in a view and in a message', async (type, element, value, chosen) => {
  const fixture = await startWorkspace();
  const blocks = [accessory({ type, ...element })];
  const view = await open(fixture, modal({ blocks }));
  const messageTs = await postMessage(fixture, blocks);
  const use = { actionId: 'it', value };
  expect((await drive(fixture, 'click', view.id, { actionId: 'it' })).status).toBe(400);
  await drive(fixture, 'click', view.id, use);
  const inView = payloadOf(fixture);
  const channel = fixture.channel('ops');
  await fixture.post('/local/click', { user: fixture.person('operator'), channel, messageTs, ...use });
  const inMessage = payloadOf(fixture);
  for (const payload of [inView, inMessage]) {
    expect(payload.actions).toEqual([
      expect.objectContaining({ type, action_id: 'it', block_id: 'row', ...chosen }),
    ]);
    expect(payload.actions[0]).not.toHaveProperty('options');
  }
  const state = type === 'overflow' ? {} : { row: { it: { type, ...chosen } } };
  expect(inView.view.state.values).toEqual(state);
  expect(inMessage.state.values).toEqual(state);
});

test('a click tells what was entered in the other elements, and refuses what cannot be', async () => {
  const fixture = await startWorkspace();
  const [text, choice] = [{ type: 'plain_text_input' }, { type: 'static_select', options: OPTIONS }];
  const more = actions(button({ action_id: 'more' }));
  const view = await open(fixture, form([input('words', text), input('one', choice), more]));
  const clickWith = (values: Block) => drive(fixture, 'click', view.id, { actionId: 'more', values });
  await clickWith({ words: 'typed', one: 'b' });
  expect(payloadOf(fixture).view.state.values).toEqual({
    words: { words: { type: 'plain_text_input', value: 'typed' } },
    one: { one: { type: 'static_select', selected_option: OPTIONS[1] } },
  });
  expect((await clickWith({ one: 'c' })).status).toBe(400);
});

test('a date and time picker among actions sends seconds', async () => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal({ blocks: [actions({ type: 'datetimepicker', action_id: 'it' })] }));
  const pick = (value: string) => drive(fixture, 'click', view.id, { actionId: 'it', value });
  expect((await pick('yesterday')).status).toBe(400);
  await pick('1700000000');
  expect(payloadOf(fixture).actions).toMatchObject([{ selected_date_time: 1_700_000_000 }]);
});

test('what was chosen stays chosen, for that person alone', async () => {
  const fixture = await startWorkspace();
  const select = { type: 'static_select', action_id: 'it', options: OPTIONS };
  const messageTs = await postMessage(fixture, [actions(select, button({ action_id: 'go' }))]);
  const click = (role: string, fields: object) => {
    const where = { user: fixture.person(role), channel: fixture.channel('ops'), messageTs };
    return fixture.post('/local/click', { ...where, ...fields });
  };
  const chosen = async (role: string) => {
    await click(role, { actionId: 'go' });
    return Object.values<Block>(payloadOf(fixture).state.values)[0]?.it;
  };
  await click('operator', { actionId: 'it', value: 'b' });
  expect(await chosen('operator')).toMatchObject({ selected_option: OPTIONS[1] });
  expect(await chosen('reader')).toMatchObject({ selected_option: null });
});

test('an input block tells of itself only with dispatch_action', async () => {
  const fixture = await startWorkspace();
  const type = 'plain_text_input';
  const view = await open(
    fixture,
    form([input('a', { type }), input('b', { type }, { dispatch_action: true })]),
  );
  expect((await drive(fixture, 'click', view.id, { actionId: 'a', value: 'x' })).status).toBe(404);
  await drive(fixture, 'click', view.id, { actionId: 'b', value: 'x' });
  expect(payloadOf(fixture).actions).toEqual([
    { type, block_id: 'b', action_id: 'b', value: 'x', action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/) },
  ]);
});

test.each([
  ['an unknown action', 'operator', { actionId: 'nothing' }],
  ['an unknown view', 'operator', { viewId: 'V0NOTHING' }],
  ["another person's view", 'reader', {}],
])('%s cannot be clicked', async (_what, role, fields) => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal({ blocks: [actions(button({ action_id: 'more' }))] }));
  const heard = fixture.heard.length;
  const user = fixture.person(role);
  const answer = await drive(fixture, 'click', view.id, { user, actionId: 'more', ...fields });
  expect(answer).toEqual({ status: 404, body: { error: expect.any(String) } });
  expect(fixture.heard).toHaveLength(heard);
});

test('elements in a container are used like others', async () => {
  const fixture = await startWorkspace();
  const inside = actions(button({ action_id: 'more' }));
  const container = { type: 'container', title: plain('Lines'), child_blocks: [inside] };
  const messageTs = await postMessage(fixture, [container]);
  const where = { user: fixture.person('operator'), channel: fixture.channel('ops'), messageTs };
  expect((await fixture.post('/local/click', { ...where, actionId: 'more' })).status).toBe(200);
  expect(payloadOf(fixture).actions).toMatchObject([{ action_id: 'more', block_id: expect.any(String) }]);
});

test('an image beside a section is kept as it came', async () => {
  const fixture = await startWorkspace();
  const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' };
  const view = await open(fixture, modal({ blocks: [{ ...section(), accessory: image }] }));
  expect(view.blocks).toEqual([{ ...section(), accessory: image, block_id: expect.any(String) }]);
});

test('an empty value picks nothing', async () => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal({ blocks: [accessory({ type: 'overflow', options: OPTIONS })] }));
  expect((await drive(fixture, 'click', view.id, { actionId: 'it', value: '' })).status).toBe(404);
});
