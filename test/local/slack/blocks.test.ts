import { expect, test } from 'vitest';
import {
  actions,
  type Block,
  button,
  cell,
  mrkdwn,
  option,
  plain,
  post,
  preformatted,
  richText,
  select,
  table,
} from './block-builders.ts';
import { BOT_TOKEN, postJson, startWorkspace } from './harness.ts';

test.each<[name: string, message: string, block: Block]>([
  ['an unknown block', 'unsupported type: video [json-pointer:/blocks/0/type]', { type: 'video' }],
  [
    'a name of every object',
    'unsupported type: toString [json-pointer:/blocks/0/type]',
    { type: 'toString' },
  ],
  ['no type', 'missing required field: type [json-pointer:/blocks/0]', {}],
  ['a header without text', 'missing required field: text [json-pointer:/blocks/0]', { type: 'header' }],
  [
    'mrkdwn in a header',
    'must be a valid enum value [json-pointer:/blocks/0/text/type]',
    { type: 'header', text: mrkdwn('a') },
  ],
  [
    'an empty text',
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    { type: 'section', text: mrkdwn('') },
  ],
  ['an empty section', 'must define either `text` or `fields` [json-pointer:/blocks/0]', { type: 'section' }],
  [
    'a string for a text object',
    'must provide an object [json-pointer:/blocks/0/text]',
    { type: 'section', text: 'a' },
  ],
  [
    'a field that Slack does not know',
    'invalid additional property: disabled [json-pointer:/blocks/0/elements/0]',
    actions(button({ disabled: true })),
  ],
  ['actions without elements', 'no less than 1 items allowed [json-pointer:/blocks/0/elements]', actions()],
  [
    'a style that does not exist',
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    actions(button({ style: 'default' })),
  ],
  [
    'an action_id twice in a block',
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
  ],
  [
    'a select without options',
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
    select({}),
  ],
  [
    'an initial option that is not offered',
    '`initial_option` must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
    select({ options: [option('a')], initial_option: option('b') }),
  ],
  [
    'a confirm dialog without a button',
    'missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]',
    actions(button({ confirm: { title: plain('t'), text: plain('t'), confirm: plain('y') } })),
  ],
  [
    'a table without a row under the header',
    'no less than 2 items allowed [json-pointer:/blocks/0/rows]',
    table([[cell()]]),
  ],
  [
    'a table without a caption',
    'missing required field: caption [json-pointer:/blocks/0]',
    { type: 'data_table', rows: [[cell()], [cell()]] },
  ],
  [
    'an empty cell',
    'must be more than 0 characters [json-pointer:/blocks/0/rows/1/0/text]',
    table([[cell()], [cell('')]]),
  ],
  [
    'a number cell without its number',
    'missing required field: value [json-pointer:/blocks/0/rows/1/0]',
    table([[cell()], [{ type: 'raw_number', text: '1' }]]),
  ],
  [
    'a page of no rows',
    'must be greater than or equal to 1 [json-pointer:/blocks/0/page_size]',
    table([[cell()], [cell()]], { page_size: 0 }),
  ],
  [
    'a mention in preformatted text',
    'unsupported type: user [json-pointer:/blocks/0/elements/0/elements/0/type]',
    richText({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U0' }] }),
  ],
  [
    'empty preformatted text',
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    richText(preformatted('')),
  ],
])('%s is refused with a pointer', async (_name, message, block) => {
  expect(await post([block])).toEqual({ error: 'invalid_blocks', messages: [`[ERROR] ${message}`] });
});

test('a block_id twice in a message is refused; an action_id in two blocks is not', async () => {
  const divider = { type: 'divider', block_id: 'same' };
  expect(await post([divider, divider])).toEqual({
    error: 'invalid_blocks',
    messages: ['[ERROR] `block_id` "same" already exists [json-pointer:/blocks/1/block_id]'],
  });
  const row = actions(button({ action_id: 'older' }));
  expect(await post([row, row])).toBeUndefined();
});

test('every block in use is taken in its full form', async () => {
  const style = { bold: true, italic: false, strike: false, code: true };
  const section = {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: 'a', style },
      { type: 'link', url: 'https://example.com', text: 'b', unsafe: false, style },
      { type: 'user', user_id: 'U0' },
      { type: 'channel', channel_id: 'C0' },
      { type: 'emoji', name: 'wave' },
      { type: 'date', timestamp: 1, format: '{time_secs}', fallback: 'then' },
      { type: 'broadcast', range: 'here' },
    ],
  };
  const options = [option('a', { description: plain('d') }), option('b')];
  const accessory = { type: 'static_select', action_id: 's', options, initial_option: option('b') };
  expect(
    await post([
      { type: 'header', text: { ...plain('h'), emoji: false } },
      {
        type: 'section',
        text: { ...mrkdwn('t'), verbatim: true },
        fields: [plain('f')],
        accessory,
        expand: true,
      },
      richText(section, { ...preformatted('line\nline'), border: 1, language: 'log' }),
      table([[cell()], [{ type: 'raw_number', value: 1, text: '1' }]], { row_header_column_index: 0 }),
      table([[cell()], [richText(section)]]),
      { type: 'context', elements: [mrkdwn('c')] },
      actions(button({ style: 'danger', url: 'https://example.com' })),
    ]),
  ).toBeUndefined();
});

test('blocks that are no list are refused', async () => {
  const fixture = await startWorkspace();
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const body = { channel: fixture.channel('ops'), text: 'a', blocks: { type: 'divider' } };
  const answer = await postJson(`${fixture.slack.apiUrl}/chat.postMessage`, body, headers);
  expect(answer.body).toEqual({ ok: false, error: 'invalid_blocks_format' });
});
