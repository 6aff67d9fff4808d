import { expect, test } from 'vitest';
import { type Block, list, mrkdwn, plain, table, x } from './block-builders.ts';
import { refusal } from './client.ts';
import { startWorkspace } from './harness.ts';
import { call, form, input, modal, newTrigger, option, section } from './view-builders.ts';

/** What Slack says to a modal: undefined when it takes it. */
async function openAs(view: Block): Promise<unknown> {
  const fixture = await startWorkspace();
  const trigger_id = await newTrigger(fixture);
  return problemOf(call(fixture, 'views.open', { trigger_id, view }));
}

async function publishAs(view: Block): Promise<unknown> {
  const fixture = await startWorkspace();
  return problemOf(call(fixture, 'views.publish', { user_id: fixture.person('operator'), view }));
}

async function problemOf(called: Promise<unknown>): Promise<unknown> {
  return called.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function pointedAt(pointer: string) {
  return refusal('invalid_arguments', [
    expect.stringMatching(new RegExp(`^\\[ERROR\\] .+ \\[json-pointer:${pointer}\\]$`)),
  ]);
}

const element = (type: string, extra: Block) => form([input('i', { type, ...extra })]);
const AT = '/view/blocks/0/element';

const CASES: [name: string, limit: number, pointer: string, make: (n: number) => Block][] = [
  ['a title', 24, '/view/title/text', (n) => modal({ title: plain(x(n)) })],
  ['a submit button', 24, '/view/submit/text', (n) => modal({ submit: plain(x(n)) })],
  ['a close button', 24, '/view/close/text', (n) => modal({ close: plain(x(n)) })],
  ['private_metadata', 3000, '/view/private_metadata', (n) => modal({ private_metadata: x(n) })],
  ['a callback_id', 255, '/view/callback_id', (n) => modal({ callback_id: x(n) })],
  ['an external_id', 255, '/view/external_id', (n) => modal({ external_id: x(n) })],
  ['the blocks of a modal', 100, '/view/blocks', (n) => modal({ blocks: list(n, () => section()) })],
  [
    'the text of an alert',
    200,
    '/view/blocks/0/text/text',
    (n) => modal({ blocks: [{ type: 'alert', text: mrkdwn(x(n)) }] }),
  ],
  [
    'the label of an input',
    2000,
    '/view/blocks/0/label/text',
    (n) => form([input('i', { type: 'plain_text_input' }, { label: plain(x(n)) })]),
  ],
  [
    'the hint of an input',
    2000,
    '/view/blocks/0/hint/text',
    (n) => form([input('i', { type: 'plain_text_input' }, { hint: plain(x(n)) })]),
  ],
  ['a min_length', 3000, `${AT}/min_length`, (n) => element('plain_text_input', { min_length: n })],
  ['a max_length', 3000, `${AT}/max_length`, (n) => element('plain_text_input', { max_length: n })],
  [
    'an initial text',
    3000,
    `${AT}/initial_value`,
    (n) => element('plain_text_input', { initial_value: x(n) }),
  ],
  [
    'the placeholder of a text',
    150,
    `${AT}/placeholder/text`,
    (n) => element('plain_text_input', { placeholder: plain(x(n)) }),
  ],
  [
    'the placeholder of a date',
    150,
    `${AT}/placeholder/text`,
    (n) => element('datepicker', { placeholder: plain(x(n)) }),
  ],
  [
    'the options of checkboxes',
    10,
    `${AT}/options`,
    (n) => element('checkboxes', { options: list(n, (i) => option(`${i}`)) }),
  ],
  [
    'the options of radio buttons',
    10,
    `${AT}/options`,
    (n) => element('radio_buttons', { options: list(n, (i) => option(`${i}`)) }),
  ],
  [
    'the options of a multi-select',
    100,
    `${AT}/options`,
    (n) => element('multi_static_select', { options: list(n, (i) => option(`${i}`)) }),
  ],
  [
    'the options of an overflow menu',
    5,
    '/view/blocks/0/accessory/options',
    (n) =>
      modal({
        blocks: [{ ...section(), accessory: { type: 'overflow', options: list(n, (i) => option(`${i}`)) } }],
      }),
  ],
  [
    'the url of an overflow option',
    3000,
    '/view/blocks/0/accessory/options/0/url',
    (n) =>
      modal({
        blocks: [{ ...section(), accessory: { type: 'overflow', options: [{ ...option('v'), url: x(n) }] } }],
      }),
  ],
];

test.each(CASES)('%s: at the limit taken, one more refused', async (_name, limit, pointer, make) => {
  expect(await openAs(make(limit))).toBeUndefined();
  expect(await openAs(make(limit + 1))).toEqual(pointedAt(pointer));
});

test('the blocks of Home: at the limit taken, one more refused', async () => {
  const home = (n: number) => ({ type: 'home', blocks: list(n, () => section()) });
  expect(await publishAs(home(100))).toBeUndefined();
  expect(await publishAs(home(101))).toEqual(pointedAt('/view/blocks'));
});

test('a view of more than 250 kB is too large', async () => {
  const blocks = list(100, () => section(x(2600)));
  expect(await openAs(modal({ blocks }))).toEqual(refusal('view_too_large'));
});

const TABLE = table([[{ type: 'raw_text', text: 'h' }], [{ type: 'raw_text', text: 'c' }]]);
const ALERT = { type: 'alert', text: mrkdwn('careful'), level: 'warning' };

test('an alert is for modals, a data table for Home', async () => {
  expect(await openAs(modal({ blocks: [ALERT] }))).toBeUndefined();
  expect(await publishAs({ type: 'home', blocks: [ALERT] })).toEqual(pointedAt('/view/blocks/0/type'));
  expect(await publishAs({ type: 'home', blocks: [TABLE] })).toBeUndefined();
  expect(await openAs(modal({ blocks: [TABLE] }))).toEqual(pointedAt('/view/blocks/0/type'));
});

test('input blocks need a submit button', async () => {
  const text = input('i', { type: 'plain_text_input' });
  expect(await openAs(form([text]))).toBeUndefined();
  expect(await openAs(modal({ blocks: [section(), text] }))).toEqual(
    refusal('invalid_arguments', [
      'must define `submit` to use `input` block [json-pointer:/view/blocks/1/input]',
    ]),
  );
});

const OPTIONS = [option('a'), option('b')];

test.each<[name: string, pointer: string, view: Block]>([
  ['a button in an input block', `${AT}/type`, element('button', { text: plain('b') })],
  ['an overflow menu in an input block', `${AT}/type`, element('overflow', { options: OPTIONS })],
  [
    'a date and time picker beside a section',
    '/view/blocks/0/accessory/type',
    modal({ blocks: [{ ...section(), accessory: { type: 'datetimepicker' } }] }),
  ],
  [
    'a text input among actions',
    '/view/blocks/0/elements/0/type',
    modal({ blocks: [{ type: 'actions', elements: [{ type: 'plain_text_input' }] }] }),
  ],
  ['a date that is none', `${AT}/initial_date`, element('datepicker', { initial_date: '2026-02-30' })],
  ['a time that is none', `${AT}/initial_time`, element('timepicker', { initial_time: '24:00' })],
  [
    'milliseconds for seconds',
    `${AT}/initial_date_time`,
    element('datetimepicker', { initial_date_time: 1_700_000_000_000 }),
  ],
  [
    'an initial box that is not offered',
    `${AT}/initial_options`,
    element('checkboxes', { options: OPTIONS, initial_options: [option('c')] }),
  ],
  ['a number input without is_decimal_allowed', AT, element('number_input', {})],
  [
    'an unknown trigger of actions',
    `${AT}/dispatch_action_config/trigger_actions_on/0`,
    element('plain_text_input', { dispatch_action_config: { trigger_actions_on: ['on_sleep'] } }),
  ],
  ['bounds that exclude each other', AT, element('plain_text_input', { min_length: 3, max_length: 2 })],
  [
    'two blocks of one id',
    '/view/blocks/1/block_id',
    modal({ blocks: list(2, () => ({ type: 'divider', block_id: 'b' })) }),
  ],
  ['an unknown field', '/view', modal({ colour: 'red' })],
])('%s is refused', async (_name, pointer, view) => {
  expect(await openAs(view)).toEqual(pointedAt(pointer));
});

test('every element of forms is taken', async () => {
  const menu = { options: OPTIONS };
  const elements: Block[] = [
    { type: 'plain_text_input', multiline: true, initial_value: '', min_length: 0, max_length: 3000 },
    { type: 'number_input', is_decimal_allowed: false, initial_value: '5', min_value: '1', max_value: '10' },
    { type: 'static_select', ...menu, initial_option: OPTIONS[0] },
    { type: 'multi_static_select', ...menu, initial_options: OPTIONS, max_selected_items: 2 },
    { type: 'checkboxes', ...menu, initial_options: [OPTIONS[1]] },
    { type: 'radio_buttons', options: [{ text: mrkdwn('*bold*'), value: 'v', description: mrkdwn('d') }] },
    { type: 'datepicker', initial_date: '2026-02-28' },
    { type: 'timepicker', initial_time: '23:59', timezone: 'Asia/Shanghai' },
    { type: 'datetimepicker', initial_date_time: 1_700_000_000 },
  ];
  expect(await openAs(form(elements.map((each, index) => input(`i${index}`, each))))).toBeUndefined();
});
