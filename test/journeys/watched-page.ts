import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page at a place, such as `#C0GENERAL01/U0OPERATOR1`. What it complains of in the console goes to `complaints`. */
export async function openWatched(
  browser: Browser,
  url: string,
  complaints: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(10_000);
  page.on('console', (line) => complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  // The last that is done before a person can begin.
  await page.locator('.example').first().waitFor({ state: 'attached' });
  return page;
}

/** What axe-core finds that keeps people out, in both colours: `serious color-contrast: .quiet`. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // What depends on nothing but the colours need not be looked for again.
    const only = colorScheme === 'light' ? {} : { runOnly: ['color-contrast'] };
    const options = { ...only, resultTypes: ['violations'], preload: false, iframes: false };
    const run = `axe.run(document, ${JSON.stringify(options)})`;
    const { violations } = await page.evaluate<axe.AxeResults>(run);
    for (const { impact, id, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      found.push(`${impact} ${id} ${colorScheme}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  return found;
}

/** Presses Tab until the element has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    if (await isThere()) return;
  }
  expect.fail(`${key} never came to ${selector}`);
}
