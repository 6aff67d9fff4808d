import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { openPage } from './open-page.ts';
import { useSetting } from './with-page.ts';
import {
  type Block,
  button,
  general,
  logBlock,
  message,
  mrkdwn,
  option,
  people,
  plain,
} from './workspace-data.ts';

const setting = useSetting();
const shown = message(0, { visibleTo: people.operator.id });

async function openWith(...elements: Block[]): Promise<Page> {
  setting().workspace.messages[general] = [{ ...shown, blocks: [{ type: 'actions', elements }] }];
  const page = await openPage(setting(), { user: people.operator.id });
  await page.locator('.block-actions').waitFor();
  return page;
}

const clicked = (actionId: string, value: string) => ({
  path: '/local/click',
  value: { user: people.operator.id, channel: general, messageTs: shown.ts, actionId, value },
});

test('A button sends its click in the name of the person', async () => {
  const page = await openWith(button('Older', 'older', { style: 'primary' }));
  await page.getByRole('button', { name: 'Older' }).click();
  await eventually(() => setting().workspace.posts).toEqual([clicked('older', 'v1:older')]);
});

test('A button is busy until it is answered, and takes no second click', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setting().workspace.answer = async () => {
    await promise;
    return { status: 200, value: { status: 200, body: '', ms: 5 } };
  };
  const page = await openWith(button('Older', 'older'));
  const older = page.getByRole('button', { name: 'Older' });
  await older.click();
  await eventually(() => older.getAttribute('aria-busy')).toBe('true');
  await older.click({ force: true });
  resolve();
  await eventually(() => older.getAttribute('aria-busy')).toBe(null);
  expect(setting().workspace.posts).toHaveLength(1);
});

const question = {
  title: plain('Delete audit?'),
  text: mrkdwn('*12 lines* are lost.'),
  confirm: plain('Delete'),
  deny: plain('Keep'),
};

test('A question is asked first, and a denied one sends nothing', async () => {
  const page = await openWith(button('Delete it', 'delete', { style: 'danger', confirm: question }));
  await page.getByRole('button', { name: 'Delete it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete audit?' });
  expect(await dialog.textContent()).toContain('12 lines are lost.');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(setting().workspace.posts).toEqual([]);
});

test('A confirmed question sends the click', async () => {
  const page = await openWith(button('Delete it', 'delete', { confirm: question }));
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await eventually(() => setting().workspace.posts).toEqual([clicked('delete', 'v1:delete')]);
});

test('A select opens with the keyboard and sends the chosen option', async () => {
  const options = [option('api', 'checkout/api'), option('worker', 'checkout/worker')];
  const select = { type: 'static_select', action_id: 'logs', placeholder: plain('Open a stream'), options };
  const page = await openWith(select);
  await page.getByRole('button', { name: 'Open a stream' }).press('Enter');
  await page.getByRole('menuitem', { name: 'api' }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(() => setting().workspace.posts).toEqual([clicked('logs', 'checkout/worker')]);
  expect(await page.getByRole('menu').count()).toBe(0);
});

test('What is picked or ticked in a message is a click, and one that is denied is taken back', async () => {
  const boxes = { type: 'checkboxes', action_id: 'boxes', options: [option('one', '1')], confirm: question };
  const page = await openWith({ type: 'datepicker', action_id: 'day', placeholder: plain('Day') }, boxes);
  await page.getByLabel('Day').fill('2026-11-22');
  await eventually(() => setting().workspace.posts).toEqual([clicked('day', '2026-11-22')]);
  const box = page.getByRole('checkbox', { name: 'one' });
  await box.click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await eventually(() => box.isChecked()).toBe(false);
  await box.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await eventually(() => setting().workspace.posts.slice(1)).toEqual([clicked('boxes', '1')]);
  expect(await box.isChecked()).toBe(true);
});

test('An overflow menu closes with Escape and gives the focus back', async () => {
  const page = await openWith({ type: 'overflow', action_id: 'around', options: [option('Around', 'a1')] });
  const more = page.getByRole('button', { name: 'More actions' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Around' }).waitFor();
  await page.keyboard.press('Escape');
  await eventually(() =>
    more.evaluate((e: { matches(selector: string): boolean }) => e.matches(':focus')),
  ).toBe(true);
  await more.click();
  await page.getByRole('menuitem', { name: 'Around' }).click();
  await eventually(() => setting().workspace.posts).toEqual([clicked('around', 'a1')]);
});

test('A click that the workspace refuses is explained', async () => {
  setting().workspace.answer = () => ({ status: 404, value: { error: 'That person sees no such message.' } });
  const page = await openWith(button('Older', 'older'));
  await page.getByRole('button', { name: 'Older' }).click();
  await eventually(() => page.getByRole('alert').allTextContents()).toContain(
    'The workspace answered with HTTP 404: That person sees no such message.',
  );
});

test('A page that is replaced under the focus keeps the focus and the place of its button', async () => {
  const paging = (lines: number): Block[] => [
    logBlock(Array.from({ length: lines }, (_, at) => `line ${at}`).join('\n')),
    { type: 'actions', elements: [button('Older', 'older', { value: String(lines) })] },
  ];
  const after = Array.from({ length: 40 }, (_, at) => message(at + 1, { text: `later ${at}` }));
  setting().workspace.messages[general] = [message(0, { blocks: paging(60) }), ...after];
  const page = await openPage(setting(), { user: people.operator.id });
  const older = page.getByRole('button', { name: 'Older' });
  // As in a browser that does not hold the scroll position by itself.
  await page.evaluate("document.querySelector('#scroller').style.overflowAnchor = 'none'");
  await older.focus();
  const before = await older.boundingBox();
  setting().workspace.messages[general] = [message(0, { blocks: paging(20), edited: true }), ...after];
  await page.getByText('(edited)').waitFor();
  expect(await older.evaluate((e: { matches(selector: string): boolean }) => e.matches(':focus'))).toBe(true);
  expect((await older.boundingBox())?.y).toBeCloseTo(before?.y ?? -1, 0);
});
