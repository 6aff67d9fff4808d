import type { Page } from 'playwright-core';
import type { Setting } from './with-page.ts';
import { general } from './workspace-data.ts';

interface Look {
  readonly user?: string;
  readonly channel?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Opens the page at a channel as a person, once it shows what stands there. */
export async function openPage({ browser, workspace }: Setting, look: Look = {}): Promise<Page> {
  const { user = '', channel = general, width = 1280, height = 800 } = look;
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${workspace.url}/#${channel}/${user}`);
  await page.locator('.messages').waitFor({ state: 'attached' });
  if ((workspace.messages[channel] ?? []).some(({ visibleTo }) => visibleTo === null)) {
    await page.locator('article.message').first().waitFor();
  }
  return page;
}
