import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

let browser: Browser;
let workspace: Workspace;
beforeAll(async () => {
  [browser, workspace] = await Promise.all([launchBrowser(), startWorkspace()]);
});
afterAll(() => Promise.all([browser.close(), workspace.close()]));

/** Each test looks at a channel of its own. */
async function open(channel: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${workspace.url}/#${channel}/U0OPERATOR1`);
  await page.locator('.example').first().waitFor({ state: 'attached' });
  return page;
}

async function shownLines(page: Page): Promise<string[]> {
  const text = await page.locator('#messages pre.log').last().innerText();
  return text.split('\n').filter(Boolean);
}

async function clickAndRead(page: Page, actionId: string): Promise<string[]> {
  const before = await shownLines(page);
  await page.locator(`#messages [data-action="${actionId}"]`).last().click();
  await expect.poll(() => shownLines(page), { timeout: 10_000 }).not.toEqual(before);
  return shownLines(page);
}

it('lets a person press Enter, see lines, and press Older and Newer', async () => {
  const page = await open('C0GENERAL01');

  const box = page.locator('#text');
  await expect.poll(() => box.inputValue()).toBe('/lts logs checkout/api error since:1h');
  await box.press('Enter');
  await page.locator('#messages pre.log').waitFor();
  const first = await shownLines(page);
  expect(first.length).toBeGreaterThan(20);

  const older = await clickAndRead(page, 'older');
  expect(older.filter((line) => first.includes(line))).toEqual([]);
  expect(await clickAndRead(page, 'newer')).toEqual(first);
});

it('shows each kind of answer without a block that it cannot draw', async () => {
  const page = await open('C0RANDOM001');
  const box = page.locator('#text');
  const typed = [
    '/lts groups',
    '/lts streams checkout',
    '/lts help',
    '/lts logs checkout/api error since:1h limit:12',
  ];
  for (const [index, text] of typed.entries()) {
    await box.fill(text);
    await box.press('Enter');
    await expect.poll(() => page.locator('#messages article.message').count()).toBe(index + 1);
  }
  expect(await page.locator('.unknown-block').count()).toBe(0);
});

it('lets a person share a page, read it in its thread, and download what they export', async () => {
  const page = await open('C0OPS000001');
  const box = page.locator('#text');
  await box.fill('/lts logs checkout/api error since:1h limit:3');
  await box.press('Enter');
  await page.locator('#messages [data-action="share"]').click();
  const shared = page.locator('#messages article.message:not(.ephemeral)').last();
  await shared.getByText('Shared by').waitFor();
  await shared.locator('[data-action="older"]').click();
  await page.getByText('1 reply').waitFor();

  await page.locator('#messages [data-action="export"]').first().click();
  await page.locator('#messages').getByText('direct messages with the bot').waitFor();
  await page.getByRole('button', { name: 'LTS', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('checkout-api.ndjson').click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ content: expect.stringMatching(/error/i) });
});
