import { expect, test } from 'vitest';
import { actions, type Block, button, list, plain, x } from './block-builders.ts';
import { type BotReply, type Fixture, startWorkspace } from './harness.ts';
import { drive, form, input, modal, open, option, payloadOf, section, views } from './view-builders.ts';

const OPTIONS = [option('a'), option('b')];
const MENU = { options: OPTIONS };
const TROUBLE = { '': 'We had some trouble connecting. Try again?' };

async function startForm(blocks: Block[], extra: Block = {}): Promise<[Fixture, string]> {
  const fixture = await startWorkspace();
  const { id } = await open(fixture, form(blocks, extra));
  return [fixture, id];
}

const text = (id: string, extra: Block = {}) => input(id, { type: 'plain_text_input', ...extra });
const json = (body: unknown): BotReply => ({ body: JSON.stringify(body) });

test('a submission carries what was entered in every element', async () => {
  const [fixture, id] = await startForm([
    text('words'),
    input('count', { type: 'number_input', is_decimal_allowed: false }),
    input('one', { type: 'static_select', ...MENU }),
    input('many', { type: 'multi_static_select', ...MENU }),
    input('boxes', { type: 'checkboxes', ...MENU }),
    input('radio', { type: 'radio_buttons', ...MENU }),
    input('day', { type: 'datepicker' }),
    input('time', { type: 'timepicker', timezone: 'Asia/Shanghai' }),
    input('moment', { type: 'datetimepicker' }),
    { ...section(), block_id: 'aside', accessory: { type: 'static_select', action_id: 'aside', ...MENU } },
  ]);
  const values = {
    words: 'a b',
    count: '5',
    one: 'b',
    many: ['b', 'a'],
    boxes: ['b'],
    radio: 'a',
    day: '2026-02-28',
    time: '09:05',
    moment: '1700000000',
    aside: 'a',
  };
  expect((await drive(fixture, 'submit', id, { values })).body).toMatchObject({ status: 200, body: '' });
  expect(payloadOf(fixture).view.state.values).toEqual({
    words: { words: { type: 'plain_text_input', value: 'a b' } },
    count: { count: { type: 'number_input', value: '5' } },
    one: { one: { type: 'static_select', selected_option: OPTIONS[1] } },
    many: { many: { type: 'multi_static_select', selected_options: OPTIONS } },
    boxes: { boxes: { type: 'checkboxes', selected_options: [OPTIONS[1]] } },
    radio: { radio: { type: 'radio_buttons', selected_option: OPTIONS[0] } },
    day: { day: { type: 'datepicker', selected_date: '2026-02-28' } },
    time: { time: { type: 'timepicker', selected_time: '09:05', timezone: 'Asia/Shanghai' } },
    moment: { moment: { type: 'datetimepicker', selected_date_time: 1_700_000_000 } },
    aside: { aside: { type: 'static_select', selected_option: OPTIONS[0] } },
  });
});

test('blocks that are not named keep what they show, and null empties one', async () => {
  const optional = { optional: true };
  const initial = { initial_value: 'shown' };
  const [fixture, id] = await startForm([
    text('kept', initial),
    input('emptied', { type: 'plain_text_input', ...initial }, optional),
    input('none', { type: 'multi_static_select', ...MENU, initial_options: OPTIONS }, optional),
  ]);
  await drive(fixture, 'submit', id, { values: { emptied: null, none: null } });
  expect(payloadOf(fixture).view.state.values).toMatchObject({
    kept: { kept: { value: 'shown' } },
    emptied: { emptied: { value: null } },
    none: { none: { selected_options: [] } },
  });
});

test.each<[what: string, values: unknown]>([
  ['an unknown block', { nowhere: 'a' }],
  ['an unknown option', { one: 'z' }],
  ['two options of which one is unknown', { boxes: ['a', 'z'] }],
  ['a list for a text', { words: ['a'] }],
  ['a day that does not exist', { day: '2026-02-30' }],
  ['milliseconds', { moment: '1700000000000' }],
  ['a block of buttons', { row: 'a' }],
  ['no object', 'a'],
])('%s is answered with 400, and nothing is sent', async (_what, values) => {
  const [fixture, id] = await startForm([
    text('words'),
    input('one', { type: 'static_select', ...MENU }),
    input('boxes', { type: 'checkboxes', ...MENU }),
    input('day', { type: 'datepicker' }),
    input('moment', { type: 'datetimepicker' }),
    { ...actions(button({ action_id: 'b' })), block_id: 'row' },
  ]);
  const heard = fixture.heard.length;
  const answer = await drive(fixture, 'submit', id, { values });
  expect(answer).toEqual({ status: 400, body: { error: expect.any(String) } });
  expect(fixture.heard).toHaveLength(heard);
});

test.each<[what: string, block: Block, value: unknown]>([
  ['an empty text', text('i'), ''],
  ['nothing chosen', input('i', { type: 'static_select', ...MENU }), null],
  ['no box ticked', input('i', { type: 'checkboxes', ...MENU }), []],
  ['a text under min_length', text('i', { min_length: 3 }), 'ab'],
  ['a text over max_length', text('i', { max_length: 3 }), 'abcd'],
  ['a text over 3000 characters', text('i'), x(3001)],
  ['a word for a number', input('i', { type: 'number_input', is_decimal_allowed: true }), 'many'],
  ['a fraction for a whole number', input('i', { type: 'number_input', is_decimal_allowed: false }), '1.5'],
  [
    'a number under min_value',
    input('i', { type: 'number_input', is_decimal_allowed: true, min_value: '2' }),
    '1',
  ],
  [
    'a number over max_value',
    input('i', { type: 'number_input', is_decimal_allowed: true, max_value: '2' }),
    '3',
  ],
  [
    'more than max_selected_items',
    input('i', { type: 'multi_static_select', ...MENU, max_selected_items: 1 }),
    ['a', 'b'],
  ],
])('Slack does not send %s', async (_what, block, value) => {
  const [fixture, id] = await startForm([block]);
  const heard = fixture.heard.length;
  const { body } = await drive(fixture, 'submit', id, { values: { i: value } });
  expect(body).toEqual({ status: 0, body: expect.any(String), ms: 0 });
  expect(fixture.heard).toHaveLength(heard);
  expect(await views(fixture)).toMatchObject([{ id, errors: { i: expect.any(String) } }]);
});

test.each([text('i', { min_length: 3, max_length: 3 }), text('i', { max_length: 3 })])(
  'a text at its bounds is sent',
  async (block) => {
    const [fixture, id] = await startForm([block]);
    expect((await drive(fixture, 'submit', id, { values: { i: 'abc' } })).body).toMatchObject({
      status: 200,
    });
    expect(await views(fixture)).toEqual([]);
  },
);

test('an empty answer closes the view and shows the one under it', async () => {
  const [fixture, id] = await startForm([section()]);
  fixture.reply(json({ response_action: 'push', view: form([section()], { callback_id: 'second' }) }), {});
  await drive(fixture, 'submit', id);
  const [second] = await views(fixture);
  expect(await views(fixture)).toMatchObject([{ callbackId: 'second' }, { id }]);
  await drive(fixture, 'submit', second?.id ?? '');
  expect(await views(fixture)).toMatchObject([{ id }]);
});

test('update replaces the view, push stacks one, clear closes all', async () => {
  const [fixture, id] = await startForm([section()]);
  fixture.reply(
    json({ response_action: 'update', view: form([section()], { title: plain('Changed') }) }),
    json({ response_action: 'push', view: form([section()]) }),
    json({ response_action: 'clear' }),
  );
  await drive(fixture, 'submit', id);
  expect(await views(fixture)).toMatchObject([{ id, title: 'Changed' }]);
  await drive(fixture, 'submit', id);
  const [top, root] = await views(fixture);
  expect(root?.id).toBe(id);
  await drive(fixture, 'submit', top?.id ?? '');
  expect(await views(fixture)).toEqual([]);
});

test('errors stand beside their fields until the next submission', async () => {
  const [fixture, id] = await startForm([text('i'), section()]);
  fixture.reply(json({ response_action: 'errors', errors: { i: 'Too vague' } }), {});
  await drive(fixture, 'submit', id, { values: { i: 'something' } });
  expect(await views(fixture)).toMatchObject([{ id, errors: { i: 'Too vague' } }]);
  await drive(fixture, 'submit', id);
  expect(payloadOf(fixture).view.state.values).toMatchObject({ i: { i: { value: 'something' } } });
  expect(await views(fixture)).toEqual([]);
});

const FOUR_DEEP = { response_action: 'push', view: form([section()]) };

test.each<[what: string, reply: BotReply]>([
  ['an error status', { status: 500 }],
  ['a text that is no JSON', { body: 'ok' }],
  ['an unknown response_action', json({ response_action: 'dance' })],
  ['errors for a block that is not there', json({ response_action: 'errors', errors: { z: 'no' } })],
  ['errors for a block that is no input', json({ response_action: 'errors', errors: { s: 'no' } })],
  ['no errors at all', json({ response_action: 'errors', errors: {} })],
  ['an update with a bad view', json({ response_action: 'update', view: modal({ title: plain(x(25)) }) })],
  ['an update without a view', json({ response_action: 'update' })],
])('%s leaves the view open and says that there was trouble', async (_what, reply) => {
  const [fixture, id] = await startForm([text('i'), { ...section(), block_id: 's' }]);
  fixture.reply(reply);
  const { body } = await drive(fixture, 'submit', id, { values: { i: 'a' } });
  expect(body).toMatchObject({ status: reply.status ?? 200, body: reply.body ?? '' });
  expect(await views(fixture)).toMatchObject([{ id, errors: TROUBLE }]);
});

test('a fourth view is trouble too', async () => {
  const [fixture, id] = await startForm([section()]);
  fixture.reply(json(FOUR_DEEP));
  const stacked = [id];
  for (const _ of list(3, () => 0)) {
    await drive(fixture, 'submit', stacked[0] ?? '');
    stacked.splice(0, stacked.length, ...(await views(fixture)).map((view) => view.id));
  }
  expect(await views(fixture)).toMatchObject([{ errors: TROUBLE }, { errors: {} }, { id, errors: {} }]);
});

test('after three seconds without an answer there is trouble', async () => {
  const [fixture, id] = await startForm([section()]);
  fixture.reply({ hang: true });
  expect((await drive(fixture, 'submit', id)).body).toMatchObject({ status: 0, body: 'timeout' });
  expect(await views(fixture)).toMatchObject([{ id, errors: TROUBLE }]);
});

test('only the person who sees it on top can submit a modal that has the button', async () => {
  const [fixture, id] = await startForm([section()]);
  const other = { user: fixture.person('reader') };
  expect((await drive(fixture, 'submit', id, other)).status).toBe(404);
  fixture.reply(json({ response_action: 'push', view: modal() }));
  await drive(fixture, 'submit', id);
  const [top] = await views(fixture);
  expect((await drive(fixture, 'submit', id)).status).toBe(404);
  expect((await drive(fixture, 'submit', top?.id ?? '')).status).toBe(400);
});
