import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { openPage } from './open-page.ts';
import { showcase } from './showcase.ts';
import { useSetting } from './with-page.ts';
import { general, message, people } from './workspace-data.ts';

const setting = useSetting();
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => message(at, { text: `number ${at}` }));

interface Scrolled {
  scrollTop: number;
  scrollHeight: number;
  clientHeight: number;
}

function fromEnd(page: Page): Promise<number> {
  return page
    .locator('#scroller')
    .evaluate(
      ({ scrollHeight, scrollTop, clientHeight }: Scrolled) => scrollHeight - scrollTop - clientHeight,
    );
}

test('Whoever is at the end stays at the end', async () => {
  setting().workspace.messages[general] = many(40);
  const page = await openPage(setting());
  await eventually(() => fromEnd(page)).toBeLessThan(2);
  setting().workspace.messages[general] = many(60);
  await page.locator('#messages').getByText('number 59').waitFor();
  await eventually(() => fromEnd(page)).toBeLessThan(2);
});

test('Whoever is at the end stays there when a panel opens beside, which makes all of it higher', async () => {
  const text = 'a long line that is broken where the conversation is narrow '.repeat(3);
  setting().workspace.messages[general] = Array.from({ length: 30 }, (_, at) => message(at, { text }));
  const page = await openPage(setting());
  await eventually(() => fromEnd(page)).toBeLessThan(2);
  await page.getByRole('button', { name: 'Behind the scenes' }).click();
  await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor();
  await eventually(() => fromEnd(page)).toBeLessThan(2);
});

test('Whoever reads further up stays there, and a button leads to what is new', async () => {
  setting().workspace.messages[general] = many(40);
  const page = await openPage(setting());
  await page.locator('#scroller').hover();
  await page.mouse.wheel(0, -600);
  await eventually(() => fromEnd(page)).toBeGreaterThan(500);
  const seen = page.locator('article.message').nth(20);
  const before = await seen.boundingBox();
  setting().workspace.messages[general] = many(41);
  await page.getByRole('button', { name: 'New messages' }).waitFor();
  expect(await seen.boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'New messages' }).click();
  await eventually(() => fromEnd(page)).toBeLessThan(2);
  expect(await page.getByRole('button', { name: 'New messages' }).isVisible()).toBe(false);
});

test('At 360 px nothing is wider than the window', async () => {
  setting().workspace.messages[general] = showcase();
  const page = await openPage(setting(), { width: 360, height: 740, user: people.operator.id });
  await page.getByRole('button', { name: 'Older' }).waitFor();
  const overflow = await page.evaluate(`[document.documentElement, document.querySelector('#scroller')]
    .map((e) => e.scrollWidth - e.clientWidth)`);
  expect(overflow).toEqual([0, 0]);
  expect(await page.getByRole('textbox').isVisible()).toBe(true);
});

test('At phone width the sidebar folds away, and closes with a choice or with Escape', async () => {
  const page = await openPage(setting(), { width: 360, height: 740, user: people.operator.id });
  const opener = page.getByRole('button', { name: 'Channels and people' });
  const sidebar = page.locator('#sidebar');
  expect(await sidebar.isVisible()).toBe(false);
  await opener.click();
  await page.getByRole('button', { name: 'ops' }).click();
  await sidebar.waitFor({ state: 'hidden' });
  expect(await page.locator('#conversation-name').textContent()).toBe('ops');
  await opener.click();
  await page.keyboard.press('Escape');
  await sidebar.waitFor({ state: 'hidden' });
  expect(await opener.getAttribute('aria-expanded')).toBe('false');
});

test('On a touch screen a thread opens without raising the keyboard', async () => {
  setting().workspace.messages[general] = many(1);
  const { browser, workspace } = setting();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(`${workspace.url}/#${general}/${people.operator.id}`);
  await page.getByRole('button', { name: 'Reply in thread' }).tap();
  await page.getByRole('complementary', { name: 'Thread' }).waitFor();
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Thread');
});

test('Back leads to the place before, and Forward to the one after', async () => {
  const { operator, approver } = people;
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: 'ops' }).click();
  await page.locator(`[data-user=${approver.id}]`).click();
  const name = () => page.locator('#conversation-name').textContent();
  await page.goBack();
  await page.locator(`[data-user=${operator.id}] :checked`).waitFor();
  expect(await name()).toBe('ops');
  await page.goBack();
  await eventually(name).toBe('general');
  await page.goForward();
  await eventually(name).toBe('ops');
});

test('The keyboard alone leads from the box to a person and back', async () => {
  const page = await openPage(setting(), { user: people.operator.id });
  await page.locator(`[data-user=${people.operator.id}] input`).focus();
  await page.keyboard.press('ArrowDown');
  await eventually(() => new URL(page.url()).hash).toBe(`#${general}/${people.approver.id}`);
  const focused = await page.evaluate('document.activeElement.value');
  expect(focused).toBe(people.approver.id);
});
