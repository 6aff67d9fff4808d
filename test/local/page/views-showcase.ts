import { type Block, button, logBlock, mrkdwn, option, plain, section } from './workspace-data.ts';

/** An input block whose element bears its id as action_id. */
export const input = (id: string, label: string, element: Block, over: Block = {}): Block => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: id, ...element },
  ...over,
});

export const text = (id: string, over: Block = {}): Block =>
  input(id, id, { type: 'plain_text_input' }, over);

export const modal = (title: string, blocks: readonly Block[], over: Block = {}): Block => ({
  type: 'modal',
  callback_id: 'form',
  title: plain(title),
  blocks,
  ...over,
});

export const form = (blocks: readonly Block[], over: Block = {}): Block =>
  modal('Search logs', blocks, { submit: plain('Search'), close: plain('Not now'), ...over });

const streams = [option('api', 'checkout/api'), option('worker', 'checkout/worker'), option('audit', 'a')];

/** Everything that a modal may hold, filled as little as may be. */
export const everything: readonly Block[] = [
  { type: 'alert', level: 'warning', text: mrkdwn('*Slow today*: pages take a while.') },
  section('Looks through the lines of a stream. Asked by <@U0READER001>.'),
  input(
    'words',
    'Words',
    { type: 'plain_text_input', placeholder: plain('error AND timeout') },
    {
      optional: true,
      hint: plain('As the console takes them.'),
    },
  ),
  input('stream', 'Stream', {
    type: 'static_select',
    placeholder: plain('Choose a stream'),
    options: streams,
  }),
  input('labels', 'Labels', { type: 'multi_static_select', options: streams }, { optional: true }),
  input('from', 'From', { type: 'datetimepicker', initial_date_time: 1_795_424_400 }),
  input('day', 'Day', { type: 'datepicker', initial_date: '2026-11-23' }),
  input('time', 'Time', { type: 'timepicker', initial_time: '09:05' }),
  input('limit', 'Lines', { type: 'number_input', is_decimal_allowed: false, initial_value: '20' }),
  input('visibility', 'Who sees the answer', {
    type: 'radio_buttons',
    options: [
      { ...option('Only me', 'me'), description: plain('Here, in this view') },
      option('Everybody', 'all'),
    ],
    initial_option: { ...option('Only me', 'me'), description: plain('Here, in this view') },
  }),
  input(
    'order',
    'Options',
    { type: 'checkboxes', options: [{ text: mrkdwn('*Oldest* first'), value: 'oldest' }] },
    {
      optional: true,
    },
  ),
  input('note', 'Note', { type: 'plain_text_input', multiline: true }, { optional: true }),
  logBlock('2026-11-23 09:00:00.000  ERROR <b>payment</b> declined'),
  { type: 'actions', block_id: 'more', elements: [button('Look again', 'look')] },
  { type: 'context', elements: [mrkdwn('Times are yours.')] },
];
