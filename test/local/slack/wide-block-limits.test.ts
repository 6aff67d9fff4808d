import {
  type Block,
  cell,
  container,
  contextActions,
  feedback,
  icon,
  image,
  list,
  mrkdwn,
  plain,
  plainTable,
  table,
  x,
} from './block-builders.ts';
import { checkLimits, type LimitCase } from './limit-cases.ts';

const DIVIDER = { type: 'divider' };

function markdown(characters: number): Block {
  return { type: 'markdown', text: x(characters) };
}

/** Two tables whose cells hold this many characters together. */
function tables(characters: number): Block[] {
  const half = [[cell(x(2500))], [cell(x(2500))]];
  return [table(half), table([[cell(x(2500))], [cell(x(characters - 7500))]])];
}

/** Tables, images, markdown, and blocks that hold others. */
const CASES: LimitCase[] = [
  ["a table's rows with its header", 101, '/blocks/0/rows', (n) => [table(list(n, () => [cell()]))]],
  [
    "a table's columns",
    20,
    '/blocks/0/rows/1',
    (n) => [table([list(20, () => cell()), list(n, () => cell())])],
  ],
  ["a table's page size", 100, '/blocks/0/page_size', (n) => [table([[cell()], [cell()]], { page_size: n })]],
  ['the characters of all data tables', 10_000, '/blocks', (n) => tables(n)],
  ["a plain table's rows", 100, '/blocks/0/rows', (n) => [plainTable(list(n, () => [cell()]))]],
  ["a plain table's columns", 20, '/blocks/0/rows/0', (n) => [plainTable([list(n, () => cell())])]],
  [
    "a plain table's column settings",
    20,
    '/blocks/0/column_settings',
    (n) => [plainTable([[cell()]], { column_settings: list(n, () => ({})) })],
  ],
  [
    "a plain table's characters",
    10_000,
    '/blocks',
    (n) => [plainTable([[cell(x(5000))], [cell(x(n - 5000))]])],
  ],
  [
    'the characters of all tables, those in containers too',
    10_000,
    '/blocks',
    (n) => [container([plainTable([[cell(x(5000))]])]), table([[cell(x(2500))], [cell(x(n - 7500))]])],
  ],
  ['plain tables in a message', 1, '/blocks', (n) => list(n, () => plainTable([[cell()]]))],
  ["an image's URL", 3000, '/blocks/0/image_url', (n) => [image({ image_url: x(n) })]],
  ["an image's alternative", 2000, '/blocks/0/alt_text', (n) => [image({ alt_text: x(n) })]],
  ["an image's title", 2000, '/blocks/0/title/text', (n) => [image({ title: plain(x(n)) })]],
  [
    'the alternative of an image in a context',
    2000,
    '/blocks/0/elements/0/alt_text',
    (n) => [{ type: 'context', elements: [image({ alt_text: x(n) })] }],
  ],
  ['a markdown text', 12_000, '/blocks/0/text', (n) => [markdown(n)]],
  ['all markdown texts', 12_000, '/blocks/1/text', (n) => [markdown(8000), markdown(n - 8000)]],
  [
    "a container's blocks",
    10,
    '/blocks/0/child_blocks',
    (n) => [container(list(n, () => ({ type: 'divider' })))],
  ],
  ["a container's title", 150, '/blocks/0/title/text', (n) => [container([DIVIDER], { title: plain(x(n)) })]],
  [
    "a container's subtitle",
    150,
    '/blocks/0/subtitle/text',
    (n) => [container([DIVIDER], { subtitle: mrkdwn(x(n)) })],
  ],
  [
    'a text in a container',
    3000,
    '/blocks/0/child_blocks/0/text/text',
    (n) => [container([{ type: 'section', text: mrkdwn(x(n)) }])],
  ],
  [
    'the elements of context actions',
    5,
    '/blocks/0/elements',
    (n) => [contextActions(...list(n, () => icon()))],
  ],
  [
    "an icon button's text",
    75,
    '/blocks/0/elements/0/text/text',
    (n) => [contextActions(icon({ text: plain(x(n)) }))],
  ],
  [
    "an icon button's value",
    2000,
    '/blocks/0/elements/0/value',
    (n) => [contextActions(icon({ value: x(n) }))],
  ],
  [
    "a feedback button's text",
    75,
    '/blocks/0/elements/0/positive_button/text/text',
    (n) => [contextActions(feedback({ text: plain(x(n)) }))],
  ],
  [
    "a feedback button's value",
    2000,
    '/blocks/0/elements/0/positive_button/value',
    (n) => [contextActions(feedback({ value: x(n) }))],
  ],
  [
    "a feedback button's label",
    75,
    '/blocks/0/elements/0/positive_button/accessibility_label',
    (n) => [contextActions(feedback({ accessibility_label: x(n) }))],
  ],
];

checkLimits(CASES);
