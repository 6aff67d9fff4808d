import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { openPage } from './open-page.ts';
import { input } from './views-showcase.ts';
import { useSetting } from './with-page.ts';
import { general, message, people, section } from './workspace-data.ts';

const setting = useSetting();
const { operator, reader, approver } = people;

function listed(page: Page, text: string): Locator {
  return page.locator('#messages').getByText(text);
}

test('Messages stand oldest first, with author and the time in the zone of the person who looks', async () => {
  setting().workspace.messages[general] = [
    message(0, { from: reader.id, text: 'first' }),
    message(3600, { text: 'second' }),
  ];
  const page = await openPage(setting(), { user: operator.id });
  const labels = await page
    .locator('article.message')
    .evaluateAll((all: { ariaLabel: string }[]) => all.map(({ ariaLabel }) => ariaLabel));
  expect(labels).toEqual(['rita, 04:00', 'LTS, 05:00']);
  expect(await page.locator('.message .prose').allTextContents()).toEqual(['first', 'second']);
  expect(await page.locator('.day:not(.new):visible').count()).toBe(1);
});

test('Marks tell what only this person sees and what was edited', async () => {
  setting().workspace.messages[general] = [
    message(0, { text: 'secret', visibleTo: operator.id }),
    message(1, { text: 'changed', edited: true }),
  ];
  const page = await openPage(setting(), { user: operator.id });
  const [secret, changed] = [page.locator('.message').nth(0), page.locator('.message').nth(1)];
  expect(await secret.textContent()).toContain('Only visible to you');
  expect(await secret.textContent()).not.toContain('(edited)');
  expect(await changed.textContent()).toContain('(edited)');
  expect(await changed.textContent()).not.toContain('Only visible to you');
});

test('Deleted messages and replies that Slack swallows are not shown', async () => {
  const parent = message(0, { text: 'kept' });
  setting().workspace.messages[general] = [
    parent,
    message(1, { text: 'gone', deleted: true }),
    message(2, { text: 'swallowed', threadTs: parent.ts, visibleTo: operator.id, shown: false }),
  ];
  const page = await openPage(setting(), { user: operator.id });
  await eventually(() => page.locator('.message .prose').allTextContents()).toEqual(['kept']);
  expect(await page.locator('.replies:visible').count()).toBe(0);
});

test('Another person sees their own messages, in their own zone and language, and their own direct message', async () => {
  setting().workspace.messages[general] = [
    message(0, { text: 'for omar', visibleTo: operator.id }),
    message(1, { text: 'for anwen', visibleTo: approver.id }),
  ];
  const page = await openPage(setting(), { user: operator.id });
  await listed(page, 'for omar').waitFor();
  await page.locator(`[data-user=${approver.id}]`).click();
  await listed(page, 'for anwen').waitFor();
  expect(await listed(page, 'for omar').count()).toBe(0);
  expect(await page.locator('.message').textContent()).toContain('仅您可见');
  expect(await page.locator('.message').getAttribute('aria-label')).toBe('LTS, 17:00');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  const direct = page.locator('#direct [data-channel]:visible');
  expect(await direct.count()).toBe(1);
  expect(await direct.getAttribute('data-channel')).toBe('D0APPROVER1');
  expect(new URL(page.url()).hash).toBe(`#${general}/${approver.id}`);
});

test('The sidebar names each person with role, zone and language', async () => {
  const page = await openPage(setting());
  const text = await page.locator(`[data-user=${approver.id}]`).textContent();
  for (const part of ['安文', 'Approver', 'Asia/Shanghai', '中文']) expect(text).toContain(part);
});

test('Another channel shows its own messages, and tells when the bot is not in it', async () => {
  setting().workspace.messages = {
    [general]: [message(0, { text: 'in general' })],
    C0RANDOM001: [message(1, { text: 'in random' })],
  };
  const page = await openPage(setting());
  await page.getByRole('button', { name: 'random' }).click();
  await listed(page, 'in random').waitFor();
  expect(await listed(page, 'in general').count()).toBe(0);
  expect(await page.locator('#conversation-hint').textContent()).toContain('not in this channel');
});

test('New and edited messages appear by themselves, and what did not change is not drawn again', async () => {
  const first = message(0, { text: 'old text' });
  const still = message(1, { text: 'still' });
  setting().workspace.messages[general] = [first, still];
  const page = await openPage(setting());
  const mark = (element: { dataset: Record<string, string> }) =>
    Object.assign(element.dataset, { mark: 'same' });
  await page.locator('.prose').nth(1).evaluate(mark);
  setting().workspace.messages[general] = [
    { ...first, text: 'new text', edited: true },
    still,
    message(2, { text: 'fresh' }),
  ];
  await listed(page, 'fresh').waitFor();
  expect(await page.locator('.message .prose').allTextContents()).toEqual(['new text', 'still', 'fresh']);
  expect(await page.locator('[data-mark=same]').count()).toBe(1);
});

test('Screen readers are told of a new message by its text, not by its pages of logs', async () => {
  setting().workspace.messages[general] = [message(0, { text: 'was there' })];
  const page = await openPage(setting());
  expect(await page.locator('#announcer').textContent()).toBe('');
  setting().workspace.messages[general] = [
    message(0, { text: 'was there' }),
    message(1, { text: '3 lines in *api*' }),
  ];
  await eventually(() => page.locator('#announcer').textContent()).toBe('LTS: 3 lines in api');
});

test('Screen readers are told of another page, though its text is the same', async () => {
  const first = message(0, { text: '3 lines shown', blocks: [section('newest')] });
  setting().workspace.messages[general] = [first];
  const page = await openPage(setting());
  expect(await page.locator('#announcer').textContent()).toBe('');
  setting().workspace.messages[general] = [{ ...first, blocks: [section('older')], edited: true }];
  await eventually(() => page.locator('#announcer').textContent()).toBe('LTS: 3 lines shown');
});

test('Screen readers are not told of replies that stood there and are only found late', async () => {
  const parents = Array.from({ length: 8 }, (_, at) => message(at, { text: `question ${at}` }));
  const replies = parents.map(({ ts }, at) => message(100 + at, { text: `answer ${at}`, threadTs: ts }));
  setting().workspace.messages[general] = [...parents, ...replies];
  const page = await openPage(setting());
  await eventually(() => page.locator('.replies:visible').count()).toBe(8);
  expect(await page.locator('#announcer').textContent()).toBe('');
  const [first] = parents;
  const late = message(200, { text: 'one more', threadTs: first?.ts ?? null });
  setting().workspace.messages[general] = [...parents, ...replies, late];
  await eventually(() => page.locator('#announcer').textContent()).toBe('LTS: one more');
});

test('A thread stands behind the count of its replies, and opens beside the conversation', async () => {
  const parent = message(0, { text: 'question' });
  const reply = (at: number) => message(at, { text: `answer ${at}`, threadTs: parent.ts });
  setting().workspace.messages[general] = [parent, reply(1), reply(2)];
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: '2 replies' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('answer 2').waitFor();
  expect(await thread.locator('.prose').allTextContents()).toEqual(['question', 'answer 1', 'answer 2']);
  setting().workspace.messages[general] = [parent, reply(1), reply(2), reply(3)];
  await thread.getByText('answer 3').waitFor();
  await page.getByRole('button', { name: '3 replies' }).waitFor();
  await page.keyboard.press('Escape');
  await thread.waitFor({ state: 'hidden' });
});

test('A failure of the workspace is said in words, and goes when it answers again', async () => {
  setting().workspace.messages[general] = [message(0, { text: 'here' })];
  const page = await openPage(setting());
  setting().workspace.trouble = { status: 500, value: { error: 'the store is broken' } };
  await page
    .locator('#trouble')
    .getByText('The workspace answered with HTTP 500: the store is broken')
    .waitFor();
  setting().workspace.trouble = undefined;
  await page.locator('#trouble').waitFor({ state: 'hidden' });
  expect(await listed(page, 'here').isVisible()).toBe(true);
});

test('A failure of the workspace is said in a modal too, and what was typed stays', async () => {
  const blocks = [input('a', 'a', { type: 'plain_text_input' })];
  const view = { id: 'V1', type: 'modal', title: 'Form', submit: 'Send', close: null, blocks, errors: {} };
  setting().workspace.views = [view];
  setting().workspace.answer = () => ({ status: 404, value: { error: 'no such view' } });
  const page = await openPage(setting());
  const dialog = page.getByRole('dialog', { name: 'Form' });
  await dialog.getByLabel('a').fill('typed');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('The workspace answered with HTTP 404: no such view').waitFor();
  setting().workspace.trouble = { status: 500, value: { error: 'broken' } };
  await dialog.getByText('The workspace answered with HTTP 500: broken').waitFor();
  setting().workspace.trouble = undefined;
  await dialog.getByRole('alert').waitFor({ state: 'hidden' });
  expect(await dialog.getByLabel('a').inputValue()).toBe('typed');
});
