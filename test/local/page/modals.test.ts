import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { everything, form, input, modal, text } from './views-showcase.ts';
import { isFocused, useBot } from './with-bot.ts';
import { type Block, button, logBlock, mrkdwn, option, people, plain, section } from './workspace-data.ts';

const bot = useBot();

test('A modal is a dialog with a name and a description, and the focus is in its first field', async () => {
  await bot().open(form([section('About *logs*'), text('words'), section('More')]));
  const page = await bot().page();
  const dialog = page.getByRole('dialog', { name: 'Search logs', description: 'About logs' });
  await dialog.waitFor();
  expect(await dialog.getAttribute('aria-modal')).toBe('true');
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['', 'Not now', 'Search']);
  expect(await isFocused(dialog.getByRole('textbox', { name: 'words' }))).toBe(true);
});

test('The focus stays inside while Tab is pressed, and goes back to where it was', async () => {
  const page = await bot().page();
  await page.locator('#text').focus();
  await bot().open(form([text('a'), text('b')]));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const seen = new Set<string>();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    const where = '(document.activeElement.closest("dialog") ?? document.activeElement).tagName';
    seen.add(await page.evaluate(where));
  }
  // Past the last control the browser itself has its turn, and no element has the focus.
  expect([...seen].filter((tag) => tag !== 'BODY')).toEqual(['DIALOG']);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await isFocused(page.locator('#text'))).toBe(true);
});

const ways: readonly [string, (page: Page) => Promise<void>][] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['the cross', (page) => page.getByRole('button', { name: 'Close', exact: true }).click()],
  ['its button', (page) => page.getByRole('button', { name: 'Not now' }).click()],
];

test.each(ways)('%s closes a modal for the workspace too', async (_, close) => {
  await bot().open(form([text('a')], { notify_on_close: true }));
  const page = await bot().page();
  await page.getByRole('dialog').waitFor();
  await close(page);
  await eventually(() => bot().heard.at(-1)?.type).toBe('view_closed');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('The buttons wait for the answer, and what failed is said on top', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await bot().open(form([text('a')]));
  bot().answer = () => promise.then(() => ({ status: 500 }));
  const page = await bot().page();
  await page.getByLabel('a', { exact: true }).fill('x');
  const send = page.getByRole('button', { name: 'Search' });
  await send.click();
  await eventually(() => send.isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Not now' }).isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  resolve();
  await page.getByRole('alert').getByText('We had some trouble connecting. Try again?').waitFor();
  await eventually(() => send.isDisabled()).toBe(false);
  expect(bot().heard.filter(({ type }) => type === 'view_submission')).toHaveLength(1);
  expect(await page.getByLabel('a', { exact: true }).inputValue()).toBe('x');
});

test('A loading view is filled where it stands, and the focus goes to what there is to fill', async () => {
  const id = await bot().open(modal('Delete a stream', [section('Looking…')]));
  const page = await bot().page();
  const dialog = page.getByRole('dialog', { name: 'Delete a stream' });
  await dialog.waitFor();
  expect(await isFocused(dialog)).toBe(true);
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['', 'Close']);
  await bot().update(id, form([section('12 lines are lost.'), text('confirm')], { submit: plain('Delete') }));
  await dialog.waitFor({ state: 'detached' });
  await eventually(() => isFocused(page.getByRole('textbox', { name: 'confirm' }))).toBe(true);
  expect(await page.getByRole('button', { name: 'Delete' }).isVisible()).toBe(true);
});

test('The focus stays in a modal when the button that was pressed goes', async () => {
  const id = await bot().open(form([text('a')]));
  const page = await bot().page();
  await page.getByRole('button', { name: 'Search' }).focus();
  await bot().update(id, modal('Found', [section('12 lines')]));
  const dialog = page.getByRole('dialog', { name: 'Found' });
  await dialog.waitFor();
  expect(await isFocused(dialog)).toBe(true);
});

test('An update leaves the focus and what was typed where the block stays', async () => {
  const select = (...values: string[]): Block => {
    const options = values.map((value) => option(value, value));
    return input('pick', 'pick', { type: 'static_select', options });
  };
  const id = await bot().open(form([section('old words'), text('a'), text('b'), select('one', 'two')]));
  const page = await bot().page();
  await page.getByLabel('pick').selectOption('two');
  const field = page.getByRole('textbox', { name: 'a', exact: true });
  await field.fill('typed');
  await page.keyboard.press('ArrowLeft');
  await bot().update(id, form([section('new words'), text('c'), text('a'), select('two', 'three')]));
  await page.getByText('new words').waitFor();
  await page.keyboard.type('-');
  expect(await field.inputValue()).toBe('type-d');
  expect(await page.getByRole('textbox', { name: 'b', exact: true }).count()).toBe(0);
  expect(await page.getByLabel('pick').inputValue()).toBe('two');
});

test('A modal that does not change is not written again, so that nothing is read twice', async () => {
  bot().answer = ({ type }) => (type === 'view_submission' ? { status: 500 } : {});
  await bot().open(form([text('a', { optional: true })]));
  const page = await bot().page();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('alert').getByText('We had some trouble').waitFor();
  await eventually(() => page.getByRole('button', { name: 'Search' }).isDisabled()).toBe(false);
  await page.evaluate(`new MutationObserver(() => { document.title = 'written'; })
    .observe(document.querySelector('.view'), { subtree: true, childList: true, attributes: true, characterData: true })`);
  for (let looks = 0; looks < 2; looks++) {
    await page.waitForResponse((response) => response.url().includes('/local/views'));
  }
  expect(await page.title()).not.toBe('written');
});

test('A click in a modal tells what is entered, and what the bot opens then stands on top', async () => {
  const more = { type: 'actions', elements: [button('More', 'more')] };
  await bot().open(form([text('a'), more]));
  const page = await bot().page();
  await page.getByRole('textbox', { name: 'a', exact: true }).fill('kept');
  await page.getByRole('button', { name: 'More' }).click();
  await eventually(() => bot().heard.at(-1)?.view?.state.values.a).toMatchObject({ a: { value: 'kept' } });
  await bot().push(modal('On top', [section('second')]));
  const top = page.getByRole('dialog', { name: 'On top' });
  await top.waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Search logs' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'a', exact: true }).inputValue()).toBe('kept');
  expect(await isFocused(page.getByRole('button', { name: 'More' }))).toBe(true);
});

test('A question and a menu stand over the modal, and Escape closes only them', async () => {
  const confirm = {
    title: plain('Sure?'),
    text: plain('All is lost.'),
    confirm: plain('Yes'),
    deny: plain('No'),
  };
  const elements = [
    button('Delete', 'delete', { style: 'danger', confirm }),
    { type: 'overflow', action_id: 'menu', options: [option('Around', 'a')] },
  ];
  await bot().open(modal('Stream', [{ type: 'actions', elements }]));
  const page = await bot().page();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Sure?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Around' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog', { name: 'Stream' }).isVisible()).toBe(true);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Around' }).click();
  await eventually(() => bot().heard.at(-1)?.actions).toMatchObject([{ action_id: 'menu' }]);
});

test('At 360 px a modal fills the window, and nothing in it is wider', async () => {
  await bot().open(form([...everything, logBlock('x'.repeat(400))]));
  const page = await bot().page({ width: 360, height: 740 });
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  const overflow = await page.evaluate(`[...document.querySelectorAll('.view *')]
    .filter((each) => each.getBoundingClientRect().right > 360).map((each) => each.className)`);
  expect(overflow).toEqual([]);
  expect(await dialog.getByRole('button', { name: 'Search' }).isVisible()).toBe(true);
});

test('The words of the page itself are in the language of the person', async () => {
  const blocks = [text('确认', { optional: true }), section('说明')];
  await bot().open(modal('删除日志流', blocks, { submit: plain('删除') }), people.approver.id);
  const page = await bot().page({ user: people.approver.id });
  const dialog = page.getByRole('dialog', { name: '删除日志流' });
  await dialog.getByRole('button', { name: '关闭' }).waitFor();
  expect(await dialog.getByRole('button').allTextContents()).toEqual(['', '取消', '删除']);
  expect(await dialog.locator('label').textContent()).toBe('确认（可选）');
});

test('Each alert is drawn with its level', async () => {
  const levels = ['default', 'info', 'warning', 'error', 'success'];
  await bot().open(
    modal(
      'Alerts',
      levels.map((level) => ({ type: 'alert', level, text: mrkdwn(`*${level}*`) })),
    ),
  );
  const page = await bot().page();
  await page.getByRole('dialog').waitFor();
  expect(await page.locator('.block-alert strong').allTextContents()).toEqual(levels);
});
