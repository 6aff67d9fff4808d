import { expect, test } from 'vitest';
import {
  actions,
  type Block,
  button,
  cell,
  container,
  contextActions,
  feedback,
  icon,
  image,
  mrkdwn,
  option,
  plain,
  plainTable,
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
    'rich text in the header of a data table',
    'unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]',
    table([[richText(preformatted('h'))], [cell()]]),
  ],
  [
    'a data table with a short row',
    'all rows must have the same number of cells [json-pointer:/blocks/0/rows]',
    table([[cell(), cell()], [cell()]]),
  ],
  [
    'a plain table with a setting of nothing',
    'must provide an object [json-pointer:/blocks/0/column_settings/0]',
    plainTable([[cell()]], { column_settings: [null] }),
  ],
  [
    'an image from nowhere',
    'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
    { type: 'image', alt_text: 'a' },
  ],
  [
    'an image from two places',
    'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
    image({ slack_file: { id: 'F0' } }),
  ],
  [
    'a container without a title',
    'must define either `title` or `rich_text_title` [json-pointer:/blocks/0]',
    { type: 'container', child_blocks: [{ type: 'divider' }] },
  ],
  [
    'a container in a container',
    'unsupported type: container [json-pointer:/blocks/0/child_blocks/0/type]',
    container([container([{ type: 'divider' }])]),
  ],
  [
    'a container that is folded and cannot be unfolded',
    'requires `is_collapsible` to be true [json-pointer:/blocks/0/default_collapsed]',
    container([{ type: 'divider' }], { default_collapsed: true }),
  ],
  [
    'an icon that does not exist',
    'must be a valid enum value [json-pointer:/blocks/0/elements/0/icon]',
    contextActions(icon({ icon: 'star' })),
  ],
  [
    'an alert, which is for modals',
    'unsupported type: alert [json-pointer:/blocks/0/type]',
    { type: 'alert', text: plain('a') },
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
      { type: 'context', elements: [mrkdwn('c'), image()] },
      image({ title: plain('t') }),
      { type: 'image', alt_text: 'a', slack_file: { id: 'F0' } },
      { type: 'section', text: mrkdwn('t'), accessory: image() },
      { type: 'markdown', text: '**bold**' },
      container(
        [
          { type: 'section', text: mrkdwn('t') },
          plainTable([[cell()]], { column_settings: [{ align: 'right', is_wrapped: true }] }),
        ],
        {
          subtitle: mrkdwn('s'),
          icon: image(),
          width: 'wide',
          is_collapsible: true,
          default_collapsed: true,
        },
      ),
      contextActions(feedback(), icon({ visible_to_user_ids: ['U0'] })),
      richText({ type: 'rich_text_quote', elements: [{ type: 'usergroup', usergroup_id: 'S0' }] }),
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
