import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { findBarriers, openWatched, tabTo } from './watched-page.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

const GENERAL = 'C0GENERAL01';
const INCIDENT = 'C0INCIDENT1';
const OMAR = 'U0OPERATOR1';
const ANWEN = 'U0APPROVER1';

let browser: Browser;
let workspace: Workspace;
const complaints: string[] = [];
beforeAll(async () => {
  [browser, workspace] = await Promise.all([launchBrowser(), startWorkspace()]);
});
beforeEach(async () => {
  await Promise.all(
    ['faults', 'lts-faults'].map((path) => fetch(`${workspace.url}/local/${path}`, { method: 'DELETE' })),
  );
  for (const { id: user } of workspace.slack.users) {
    const views = await workspace.get<{ id: string; type: string }[]>(`/local/views?user=${user}`);
    for (const { id: viewId } of views.filter(({ type }) => type === 'modal'))
      await workspace.post(`${workspace.url}/local/close`, { user, viewId });
  }
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints.splice(0)).toEqual([]);
});
afterAll(() => Promise.all([browser.close(), workspace.close()]));

function open(place = `${GENERAL}/${OMAR}`, options = {}): Promise<Page> {
  return openWatched(browser, `${workspace.url}/#${place}`, complaints, options);
}

async function ask(page: Page, text: string): Promise<Locator> {
  const messages = page.locator('#messages article.message');
  const before = await messages.count();
  await page.locator('#text').fill(text);
  await page.keyboard.press('Escape');
  await page.locator('#text').press('Enter');
  await expect.poll(() => messages.count(), { interval: 50 }).toBeGreaterThan(before);
  return messages.last();
}

it('is used with the keyboard alone: hints, a page, its buttons, the panel, a shortcut, a form', async () => {
  const page = await open();
  await page.locator('#text').fill('');
  await page.keyboard.type('/lts logs checkout/api err');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await page.locator('#text').inputValue()).toBe('/lts logs checkout/api error since:1h');
  await page.keyboard.press('Enter');
  const lines = page.locator('#messages pre.log').last();
  await lines.waitFor();
  const newest = await lines.innerText();
  await tabTo(page, '[data-action=older]', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => lines.innerText(), { interval: 50 }).not.toBe(newest);
  expect(await page.evaluate('document.activeElement.dataset.action')).toBe('older');

  await tabTo(page, '#open-inspector', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor();
  await tabTo(page, '[data-fault=ltsRefuses]');
  await page.keyboard.press('Space');
  await page.getByRole('switch', { name: 'LTS refuses', checked: true }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.activeElement.id')).toBe('open-inspector');
  await fetch(`${workspace.url}/local/lts-faults`, { method: 'DELETE' });

  await tabTo(page, `[data-channel=${INCIDENT}]`, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('[FIRING]').waitFor();
  await tabTo(page, '[aria-label="Shortcuts for this message"]');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Search logs' });
  const found = dialog.getByLabel('Found in the message');
  await found.waitFor();
  await tabTo(page, `#${await found.getAttribute('id')}`);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'footer .primary');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await tabTo(page, '.replies');
  await page.keyboard.press('Enter');
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.locator('pre.log').waitFor();
  expect(await thread.locator('pre.log').innerText()).toContain('trace=');
  await page.keyboard.press('Escape');

  await tabTo(page, '.channel.home', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('#home [data-action=search]').waitFor();
  await tabTo(page, '#home [data-action=search]');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Words').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('is used with the mouse: Home, a form with a field error, a thread, another person', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Home' }).click();
  await page.locator('#home').getByRole('button', { name: 'Create log stream' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create log stream' });
  await dialog.getByLabel('Log group').selectOption('edge');
  await dialog.getByLabel('Name').fill('x'.repeat(65));
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.locator('.field-error:visible').waitFor();
  expect(await dialog.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'ops', exact: true }).click();
  await page.locator('#text').fill('@lts logs checkout/api error since:1h limit:3');
  await page.getByRole('button', { name: 'Send' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  const newest = await thread.locator('pre.log').innerText();
  await thread.locator('[data-action=older]').click();
  await expect.poll(() => thread.locator('pre.log').innerText(), { interval: 50 }).not.toBe(newest);
  const older = await thread.locator('pre.log').innerText();

  await page.locator(`[data-user=${ANWEN}]`).click();
  await page.getByRole('button', { name: '1 条回复' }).click();
  const same = page.getByRole('complementary', { name: '消息列' }).locator('pre.log');
  expect(await same.innerText()).toBe(older);
});

it('tells what followed: the signed request, the acknowledgement, the job, LTS and the message', async () => {
  const page = await open();
  await ask(page, '/lts logs payments/gateway error since:1h limit:5');
  await page.locator('#open-inspector').click();
  const steps = page.locator('.steps > li');
  await steps.nth(4).getByText('/commands/').waitFor();
  for (const summary of await page.locator('.steps summary').all()) await summary.click();
  const texts = await steps.allInnerTexts();
  expect(texts[0]).toMatch(/x-slack-signature\s+v0=[\da-f]{64}.*"text": "logs payments\/gateway/s);
  expect(texts[1]).toMatch(/HTTP 200 after \d+ of 3000 ms/);
  expect(texts[2]).toMatch(/Worker\w*\s+\d+ ms.*"text": "logs payments\/gateway/s);
  expect(texts[3]).toMatch(/POST \S+\/content\/query\s+200 · \d+ ms.*"keywords": "error"/s);
  expect(texts[4]).toMatch(/messageCharacters\s+\d+\s+13200.*rich_text_preformatted/s);
  expect(texts.join()).not.toMatch(/xoxb-|\/commands\/T\w+\/\w/);
});

it('lets a person make logs and trouble, and watch the bot cope', async () => {
  const page = await open(`C0RANDOM001/${OMAR}`);
  const first = await ask(page, '/lts logs edge/nginx since:1h limit:5');
  const before = await first.locator('pre.log').innerText();
  await page.locator('#open-inspector').click();
  await page.getByRole('button', { name: 'Another minute of logs' }).click();
  await page.getByText(/\d+ lines were added/).waitFor();
  await first.locator('[data-action=newer]').click();
  await expect.poll(() => first.locator('pre.log').innerText(), { interval: 50 }).not.toBe(before);

  await page.getByRole('switch', { name: 'LTS refuses' }).click();
  await page.getByRole('switch', { name: 'LTS refuses', checked: true }).waitFor();
  expect(await (await ask(page, '/lts groups')).innerText()).toContain('LTS.0107');
  await page.getByRole('switch', { name: 'LTS refuses' }).click();
  await page.getByRole('switch', { name: 'LTS refuses', checked: false }).waitFor();
  await ask(page, '/lts groups');
  await page.locator('#messages table').waitFor();
});

it('keeps nobody out: no serious violation in its scenes, light and dark', async () => {
  const page = await open(`${INCIDENT}/${OMAR}`);
  await page.locator('#text').fill('/lts l');
  const found = [await findBarriers(page)];
  await ask(page, '/lts logs checkout/api error since:1h limit:3');
  await ask(page, '/lts streams payments');
  await page.locator('#open-inspector').click();
  await page.locator('.steps summary').last().click();
  found.push(await findBarriers(page));
  await page.getByRole('button', { name: 'Reply in thread' }).first().press('Enter');
  await page.getByRole('button', { name: 'Shortcuts for this message' }).first().press('Enter');
  found.push(await findBarriers(page));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Log stream').waitFor();
  found.push(await findBarriers(page));
  expect(found.flat()).toEqual([]);
});

it('keeps nobody out at the width of a phone, where nothing is too wide either', async () => {
  const size = { width: 390, height: 844 };
  const phone = await open(`home/${ANWEN}`, { viewport: size });
  await phone.locator('#home .block-actions').waitFor();
  const found = [await findBarriers(phone)];
  await phone.getByRole('button', { name: '频道和人员' }).click();
  found.push(await findBarriers(phone));
  await phone.keyboard.press('Escape');
  await phone.locator('#open-inspector').click();
  await phone.locator('.steps').waitFor();
  found.push(await findBarriers(phone));
  expect(found.flat()).toEqual([]);
  const tooWide = `[...document.querySelectorAll('.panel:not([hidden]) *')]
    .filter((each) => !each.closest('pre') && each.getBoundingClientRect().right > ${size.width})`;
  expect(await phone.evaluate(`${tooWide}.map((each) => each.className)`)).toEqual([]);
});

const WINDOW = 'from:2025-03-03T09:00Z to:2025-03-03T10:00Z';
const CONTENTS = [
  'ERROR <!channel> *not bold* <https://example.com|link> &amp; :tada:',
  `${JSON.stringify({ level: 'error', msg: 'payment declined' })}  ${'x'.repeat(600)}`,
  '订单 支付失败 password=hunter2',
];

it.each([
  ['en', OMAR],
  ['zh', ANWEN],
])('draws whole messages as a person reads them: %s', async (language, user) => {
  const lines = CONTENTS.map((content, at) => ({ content, time: Date.UTC(2025, 2, 3, 9, 10 + at) }));
  const stream = language === 'en' ? 'nginx' : 'gateway';
  const group = language === 'en' ? 'edge' : 'payments';
  await workspace.post(`${workspace.ltsUrl}/__emulator/lines`, { group, stream, lines });
  const page = await open(`C0PRIVATE01/${user}`);
  const typed = [
    'help',
    'help times',
    'groups',
    'streams payments',
    `logs ${group}/${stream} ${WINDOW}`,
    'logs no/such',
    'use edge/none',
  ];
  const texts: string[] = [];
  for (const text of typed) {
    const message = await ask(page, `/lts ${text}`);
    texts.push(`> /lts ${text}\n\n${masked(await message.locator('.message-body').innerText())}`);
  }
  await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`goldens/page.${language}.txt`);
});

/** Times of today, and ids, differ from run to run. */
function masked(text: string): string {
  return text
    .replace(/\n\s*\n/g, '\n')
    .replace(/^\d\d:\d\d$/m, '00:00')
    .replace(/\b(?!2025)\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, '0000-00-00 00:00')
    .replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, '<id>');
}
