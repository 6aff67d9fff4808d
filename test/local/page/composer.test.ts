import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { openPage } from './open-page.ts';
import { useSetting } from './with-page.ts';
import { general, localInfo, message, people } from './workspace-data.ts';

const setting = useSetting();
const { operator, approver } = people;
const typed = (text: string, over = {}) => ({
  path: '/local/type',
  value: { user: operator.id, channel: general, text, ...over },
});

function withLogsUntil(endTime: number): unknown {
  const streams = [{ id: 's', name: 'nginx', lines: 4, endTime }];
  return { ...localInfo, lts: { groups: [{ id: 'g', name: 'local', streams }] } };
}

test('The box comes filled with a command that Enter sends', async () => {
  const page = await openPage(setting(), { user: operator.id });
  const box = page.getByRole('textbox');
  expect(await box.inputValue()).toBe('/lts logs checkout/api error since:1h');
  await page.keyboard.press('Enter');
  await eventually(() => setting().workspace.posts).toEqual([typed('/lts logs checkout/api error since:1h')]);
  expect(await box.inputValue()).toBe('');
});

test('What is typed before the page is ready stays', async () => {
  const page = await setting().browser.newPage();
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/local.json', (route) => promise.then(() => route.continue()));
  await page.goto(setting().workspace.url);
  await page.locator('#text').fill('/lts groups');
  resolve();
  await page.locator('.example').first().waitFor();
  expect(await page.locator('#text').inputValue()).toBe('/lts groups');
});

test('Shift+Enter makes a new line, and the send button sends', async () => {
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('textbox').fill('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two');
  await page.getByRole('button', { name: 'Send' }).click();
  await eventually(() => setting().workspace.posts).toEqual([typed('one\ntwo')]);
});

test('The arrows bring back what was sent, but move inside a text that is being written', async () => {
  const page = await openPage(setting(), { user: operator.id });
  const box = page.getByRole('textbox');
  for (const text of ['first', 'second']) {
    await box.fill(text);
    await box.press('Enter');
  }
  await box.press('ArrowUp');
  expect(await box.inputValue()).toBe('second');
  await box.press('ArrowUp');
  expect(await box.inputValue()).toBe('first');
  await box.press('ArrowDown');
  expect(await box.inputValue()).toBe('second');
  await box.fill('mine');
  await box.press('ArrowUp');
  expect(await box.inputValue()).toBe('mine');
});

test('An example fills the box', async () => {
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: '/lts streams checkout' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe('/lts streams checkout');
});

test('With other logs the examples name what there is', async () => {
  setting().workspace.info = withLogsUntil(Date.now());
  const page = await openPage(setting(), { user: operator.id });
  expect(await page.locator('.example').allTextContents()).toEqual([
    '/lts logs local/nginx since:24h',
    '/lts groups',
    '/lts streams local',
    '/lts help',
  ]);
  await page.getByRole('textbox').fill('/lts logs');
  expect(await page.getByRole('option').first().textContent()).toMatch(/^\/lts logs local\/nginx error/);
});

test('With logs of long ago the first example searches their last day', async () => {
  setting().workspace.info = withLogsUntil(Date.UTC(2025, 2, 3, 10, 0, 0, 123));
  const page = await openPage(setting(), { user: operator.id });
  expect(await page.getByRole('textbox').inputValue()).toBe(
    '/lts logs local/nginx from:2025-03-02T10:00Z to:2025-03-03T10:01Z',
  );
});

test('A refused command is explained and stands in the box again', async () => {
  const refused = '/lst is not a valid command.';
  setting().workspace.answer = () => ({ status: 200, value: { status: 0, refused } });
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('textbox').fill('/lst groups');
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('#error').textContent()).toBe(`Slack would not send this: ${refused}`);
  await eventually(() => page.getByRole('textbox').inputValue()).toBe('/lst groups');
});

const failures: readonly [object, string][] = [
  [{ status: 500, body: '', ms: 9 }, 'The bot answered with HTTP 500. Slack would say that it failed.'],
  [{ status: 0, body: 'operation_timeout', ms: 3000 }, 'The bot gave no answer in time (operation_timeout).'],
];

test.each(failures)('The answer %j of the bot is told in plain words', async (value, words) => {
  setting().workspace.answer = () => ({ status: 200, value });
  const page = await openPage(setting(), { user: operator.id });
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('#error').textContent()).toBe(words);
});

test('What went wrong is not told in a place that was gone to meanwhile', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const value = { status: 500, body: '', ms: 5 };
  setting().workspace.answer = () => promise.then(() => ({ status: 200, value }));
  const page = await openPage(setting(), { user: operator.id });
  await page.keyboard.press('Enter');
  await page.getByText('Sending…').waitFor();
  await page.getByRole('button', { name: 'ops' }).click();
  const idle = page.waitForResponse((response) => response.url().includes('/local/idle'));
  resolve();
  await idle;
  await page.waitForResponse((response) => response.url().includes('/local/messages'));
  expect(await page.locator('#status, #error').allTextContents()).toEqual(['', '']);
});

test('A failure is told in the language of the person', async () => {
  setting().workspace.answer = () => ({ status: 200, value: { status: 502, body: '', ms: 9 } });
  const page = await openPage(setting(), { user: approver.id });
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('#error').textContent()).toBe(
    '机器人返回了 HTTP 502，Slack 会提示操作失败。',
  );
});

test('A reply goes to its thread, and the conversation keeps its own box', async () => {
  const parent = message(0, { from: people.reader.id, text: 'question' });
  setting().workspace.messages[general] = [parent, message(1, { text: 'answer', threadTs: parent.ts })];
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: '1 reply' }).click();
  await page.keyboard.type('thanks');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close thread' }).click();
  await page.getByRole('textbox').fill('all');
  await page.getByRole('textbox').press('Enter');
  await eventually(() => setting().workspace.posts).toEqual([
    typed('thanks', { threadTs: parent.ts }),
    typed('all'),
  ]);
});

test('The thread of a mention opens by itself when the bot replies, and takes no focus', async () => {
  const asked = message(5, { from: operator.id, text: 'asked' });
  setting().workspace.answer = () => {
    setting().workspace.messages[general] = [asked, message(6, { text: 'found', threadTs: asked.ts })];
    return { status: 200, value: { status: 200, body: '', ms: 9, messageTs: asked.ts } };
  };
  const page = await openPage(setting(), { user: operator.id });
  await page.locator('#text').fill('@lts logs checkout/api');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Thread' }).getByText('found').waitFor();
  await page.keyboard.type('next');
  expect(await page.locator('#text').inputValue()).toBe('next');
});

test('Hints go on with what is typed: the arrows mark one, Tab takes it, Escape hides them', async () => {
  const page = await openPage(setting(), { user: operator.id });
  const box = page.locator('#text');
  const hints = page.getByRole('listbox', { name: 'What can be typed' });
  expect(await hints.isVisible()).toBe(false);
  await box.fill('/lts l');
  expect(await hints.getByRole('option').allTextContents()).toEqual([
    '/lts logs checkout/api error since:1hfinds lines',
    '/lts logs checkout/api limit:20lines a page',
  ]);
  await page.keyboard.press('Escape');
  await hints.waitFor({ state: 'hidden' });
  await box.press('o');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).textContent()).toContain('limit:20');
  await page.keyboard.press('Tab');
  expect(await box.inputValue()).toBe('/lts logs checkout/api limit:20');
  await hints.waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await eventually(() => setting().workspace.posts).toEqual([typed('/lts logs checkout/api limit:20')]);
});

test('Hints of what is typed differently only show how it is written, and Enter sends', async () => {
  const page = await openPage(setting(), { user: operator.id });
  await page.locator('#text').fill('/lts logs payments/gateway');
  expect(await page.getByRole('option').count()).toBe(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(() => setting().workspace.posts).toEqual([typed('/lts logs payments/gateway')]);
});

test('A hint is taken with a click, and is in the language of the person', async () => {
  const page = await openPage(setting(), { user: approver.id });
  await page.locator('#text').fill('/lts ');
  await page.getByRole('option', { name: '列出日志组' }).click();
  expect(await page.locator('#text').inputValue()).toBe('/lts groups');
});

test('The shortcuts that work everywhere stand beside the box', async () => {
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: 'Shortcuts' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Search logs' }).press('Enter');
  const value = { user: operator.id, callbackId: 'search_logs' };
  await eventually(() => setting().workspace.posts).toEqual([{ path: '/local/shortcut', value }]);
});
