import { expect, test } from 'vitest';
import {
  actions,
  button,
  confirm,
  list,
  mrkdwn,
  option,
  plain,
  post,
  preformatted,
  richText,
  select,
  x,
} from './block-builders.ts';
import { checkLimits, type LimitCase } from './limit-cases.ts';

const CASES: LimitCase[] = [
  ['blocks in a message', 50, '/blocks', (n) => list(n, () => ({ type: 'divider' }))],
  ['a block_id', 255, '/blocks/0/block_id', (n) => [{ type: 'divider', block_id: x(n) }]],
  ['the text of a section', 3000, '/blocks/0/text/text', (n) => [{ type: 'section', text: mrkdwn(x(n)) }]],
  [
    'the fields of a section',
    10,
    '/blocks/0/fields',
    (n) => [{ type: 'section', fields: list(n, () => plain('f')) }],
  ],
  [
    'a field of a section',
    2000,
    '/blocks/0/fields/0/text',
    (n) => [{ type: 'section', fields: [mrkdwn(x(n))] }],
  ],
  ['a header', 150, '/blocks/0/text/text', (n) => [{ type: 'header', text: plain(x(n)) }]],
  [
    'the elements of a context',
    10,
    '/blocks/0/elements',
    (n) => [{ type: 'context', elements: list(n, () => plain('c')) }],
  ],
  [
    'a text in a context',
    3000,
    '/blocks/0/elements/0/text',
    (n) => [{ type: 'context', elements: [plain(x(n))] }],
  ],
  ['the elements of actions', 25, '/blocks/0/elements', (n) => [actions(...list(n, () => button()))]],
  ['an action_id', 255, '/blocks/0/elements/0/action_id', (n) => [actions(button({ action_id: x(n) }))]],
  ["a button's text", 75, '/blocks/0/elements/0/text/text', (n) => [actions(button({ text: plain(x(n)) }))]],
  ["a button's value", 2000, '/blocks/0/elements/0/value', (n) => [actions(button({ value: x(n) }))]],
  ["a button's url", 3000, '/blocks/0/elements/0/url', (n) => [actions(button({ url: x(n) }))]],
  [
    "a button's label",
    75,
    '/blocks/0/elements/0/accessibility_label',
    (n) => [actions(button({ accessibility_label: x(n) }))],
  ],
  [
    'the options of a select',
    100,
    '/blocks/0/elements/0/options',
    (n) => [select({ options: list(n, (i) => option(`${i}`)) })],
  ],
  [
    "an option's text",
    75,
    '/blocks/0/elements/0/options/0/text/text',
    (n) => [select({ options: [option('v', { text: plain(x(n)) })] })],
  ],
  [
    "an option's value",
    150,
    '/blocks/0/elements/0/options/0/value',
    (n) => [select({ options: [option(x(n))] })],
  ],
  [
    "an option's description",
    75,
    '/blocks/0/elements/0/options/0/description/text',
    (n) => [select({ options: [option('v', { description: plain(x(n)) })] })],
  ],
  [
    'the groups of a select',
    100,
    '/blocks/0/elements/0/option_groups',
    (n) => [select({ option_groups: list(n, () => ({ label: plain('l'), options: [option('v')] })) })],
  ],
  [
    "a group's label",
    75,
    '/blocks/0/elements/0/option_groups/0/label/text',
    (n) => [select({ option_groups: [{ label: plain(x(n)), options: [option('v')] }] })],
  ],
  [
    "a select's placeholder",
    150,
    '/blocks/0/elements/0/placeholder/text',
    (n) => [select({ options: [option('v')], placeholder: plain(x(n)) })],
  ],
  [
    "a confirm dialog's title",
    100,
    '/blocks/0/elements/0/confirm/title/text',
    (n) => [confirm({ title: plain(x(n)) })],
  ],
  [
    "a confirm dialog's text",
    300,
    '/blocks/0/elements/0/confirm/text/text',
    (n) => [confirm({ text: mrkdwn(x(n)) })],
  ],
  [
    "a confirm dialog's button",
    30,
    '/blocks/0/elements/0/confirm/deny/text',
    (n) => [confirm({ deny: plain(x(n)) })],
  ],
];

checkLimits(CASES);

test('all texts together: 13,200 characters as Slack escapes them, ids and values not counted', async () => {
  const full = [
    richText(preformatted(`${'&'.repeat(1000)}${'<'.repeat(500)}${'>'.repeat(500)}`)), // 9,000
    { type: 'section', text: mrkdwn(`&amp;${x(2995)}`) }, // 3,000
    { type: 'section', text: mrkdwn(x(1180)) },
    actions(button({ text: plain(x(20)), value: x(2000), action_id: x(255) })),
  ];
  expect(await post(full)).toBeUndefined();
  const over = { type: 'context', elements: [plain('1')] };
  expect(await post([...full, over])).toEqual({ error: 'msg_blocks_too_long', messages: undefined });
});
