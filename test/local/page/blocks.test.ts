import fc from 'fast-check';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { streamTable } from './showcase.ts';
import { isFocused } from './with-bot.ts';
import { useSetting } from './with-page.ts';
import {
  type Block,
  button,
  general,
  logBlock,
  message,
  mrkdwn,
  people,
  plain,
  section,
} from './workspace-data.ts';

const setting = useSetting();

/** Shows one message with these blocks and returns its element. */
async function draw(...blocks: Block[]): Promise<Locator> {
  setting().workspace.messages[general] = [message(0, { blocks })];
  const page = await openPage(setting(), { user: people.operator.id });
  return page.locator('article.message');
}

test('A section shows mrkdwn, fields and the button beside it', async () => {
  const shown = await draw({
    ...section('*two* lines'),
    fields: [mrkdwn('_one_'), plain('*plain*')],
    accessory: button('Open', 'logs'),
  });
  expect(await shown.locator('strong').textContent()).toBe('two');
  expect(await shown.locator('.fields .prose').allTextContents()).toEqual(['one', '*plain*']);
  expect(await shown.getByRole('button', { name: 'Open' }).isVisible()).toBe(true);
});

test('Header, divider and context are drawn', async () => {
  const shown = await draw(
    { type: 'header', text: plain('Groups :warning:') },
    { type: 'divider' },
    { type: 'context', elements: [mrkdwn('a `b`'), plain('c')] },
  );
  expect(await shown.getByRole('heading').textContent()).toBe('Groups ⚠️');
  expect(await shown.locator('hr').count()).toBe(1);
  expect(await shown.locator('.block-context .prose').allTextContents()).toEqual(['a b', 'c']);
});

test('Log lines stand as they are, one box a line', async () => {
  const text =
    '<script>alert(1)</script> *b* <!channel> &amp; :tada: <https://a.b|c>\n\n  indented\ttab\nlast';
  const shown = await draw(logBlock(text));
  expect(await shown.locator('pre').textContent()).toBe(text);
  expect(await shown.locator('.log-line').count()).toBe(4);
  expect(await shown.locator('pre *:not(.log-line)').count()).toBe(0);
});

test('Whatever a log line holds is shown unchanged', async () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), {
    numRuns: 100,
    seed: 7,
  });
  const shown = await draw(...texts.map(logBlock));
  const drawn = await shown.locator('pre').allTextContents();
  expect(drawn).toEqual(texts.map((text) => text.replace(/\n$/, '')));
});

test('Log lines are copied as they stand', async () => {
  const text = '2026-11-23 09:00:00.000  one\n\n2026-11-23 08:59:00.000  two';
  const shown = await draw(logBlock(text));
  const copied = await shown.page().evaluate(`(() => {
    getSelection().selectAllChildren(document.querySelector('pre.log'));
    return getSelection().toString();
  })()`);
  expect(copied).toBe(text);
});

test('Rich text shows styles, lists, quotes, links, mentions, emoji and dates in the zone of the reader', async () => {
  const run = (text: string, style: Block): Block => ({ type: 'text', text, style });
  const shown = await draw({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          run('bold', { bold: true }),
          run('both', { italic: true, strike: true }),
          run('code', { code: true }),
          { type: 'user', user_id: people.reader.id },
          { type: 'usergroup', usergroup_id: 'S0ONCALL001' },
          { type: 'usergroup', usergroup_id: 'S0STRANGERS' },
          { type: 'channel', channel_id: general },
          { type: 'emoji', name: 'tada' },
          { type: 'link', url: 'https://example.com/a', text: 'docs' },
          { type: 'link', url: 'javascript:alert(1)', text: 'trap' },
          { type: 'date', timestamp: 1_795_424_405, format: 'at {date_num} {time_secs}', fallback: 'x' },
          { type: 'date', timestamp: 1_795_424_405, format: '{date_num}', url: 'https://example.com/b' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
    ],
  });
  expect(await shown.locator('strong').textContent()).toBe('bold');
  expect(await shown.locator('s > em, em > s').textContent()).toBe('both');
  expect(await shown.locator('code').textContent()).toBe('code');
  expect(await shown.locator('.mention').allTextContents()).toEqual([
    '@rita',
    '@oncall',
    '@S0STRANGERS',
    '#general',
  ]);
  expect(await shown.locator('.rich-section').textContent()).toContain('🎉docstrapat 2026-11-23 04:00:05');
  expect(await shown.getByRole('link').allTextContents()).toEqual(['docs', '2026-11-23']);
  expect(await shown.locator('ol > li').textContent()).toBe('item');
  expect(await shown.locator('blockquote').textContent()).toBe('quoted');
});

test('A data table shows its caption and its first page, and turns the pages', async () => {
  const shown = await draw(streamTable);
  const names = () => shown.locator('tbody th').allTextContents();
  expect(await shown.locator('caption').textContent()).toBe('Streams of checkout');
  expect(await shown.getByRole('columnheader').allTextContents()).toEqual(['Stream', 'Lines', 'Kept for']);
  expect(await names()).toEqual(['api', 'worker', 'audit']);
  const next = shown.getByRole('button', { name: 'Next rows' });
  for (let presses = 0; presses < 2; presses++) await next.press('Enter');
  expect(await names()).toEqual(['nginx']);
  expect(await shown.locator('.pager').textContent()).toBe('4–4 of 4');
  expect(await next.isDisabled()).toBe(true);
  expect(await isFocused(next)).toBe(true);
});

test('A data table is sorted by a column, numbers as numbers, and says so', async () => {
  const shown = await draw({ ...streamTable, page_size: 10 });
  const lines = () => shown.locator('tbody td:nth-child(2)').allTextContents();
  const head = shown.getByRole('columnheader', { name: 'Lines' });
  await head.getByRole('button').click();
  expect(await lines()).toEqual(['12', '988', '5,321', '20,114']);
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  await head.getByRole('button').click();
  expect(await lines()).toEqual(['20,114', '5,321', '988', '12']);
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await shown.locator('.pager').isVisible()).toBe(false);
});

const refused: readonly [string, Block, string][] = [
  ['an unknown block', { type: 'carousel', cards: [] }, 'carousel'],
  ['a section without words', { type: 'section' }, 'text or fields'],
  ['a header in mrkdwn', { type: 'header', text: mrkdwn('*a*') }, 'plain_text'],
  ['an unknown element', { type: 'actions', elements: [{ type: 'file_input' }] }, 'file_input'],
  ['an input in a message', { type: 'input', label: plain('Name'), element: {} }, 'input'],
  ['a table without rows', { ...streamTable, rows: streamTable.rows.slice(0, 1) }, 'one row'],
];

test.each(refused)(
  '%s is a red box with the reason and its JSON, and the rest is still drawn',
  async (_, block, why) => {
    const shown = await draw(block, section('after'));
    const box = shown.locator('.unknown-block');
    expect(await box.locator('p').textContent()).toContain(why);
    expect(JSON.parse((await box.locator('pre').textContent()) ?? '')).toEqual(block);
    expect(await shown.locator('.block-section').textContent()).toBe('after');
  },
);
