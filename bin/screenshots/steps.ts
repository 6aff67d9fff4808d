import type { Locator, Page } from 'playwright-core';

/** What people do in several scenes. */
export const STEPS = {
  /** Types a command, and gives the message that it brings. */
  async ask(page: Page, text: string): Promise<Locator> {
    const messages = page.locator('#messages article.message');
    const before = await messages.count();
    await type(page, text);
    await messages.nth(before).waitFor();
    return messages.last();
  },

  /** Types a command that opens a form, and waits until there is something to fill. */
  async fill(page: Page, text: string, title: string): Promise<Locator> {
    await type(page, text);
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.locator('footer .primary:visible').waitFor();
    return dialog;
  },

  /** Looks up the logs of the alert by the trace that it names; the answer comes in its thread. */
  async lookUp(page: Page): Promise<void> {
    await page.locator('article.message').first().hover();
    await page.getByRole('button', { name: 'Shortcuts for this message' }).click();
    await page.getByRole('menuitem').click();
    const dialog = page.getByRole('dialog', { name: 'Search logs' });
    await dialog.getByLabel('Words').fill('error');
    await dialog.getByRole('button', { name: 'Search' }).click();
    await dialog.waitFor({ state: 'detached' });
  },

  async thread(page: Page): Promise<Locator> {
    await page.locator('.replies:visible').click();
    const panel = page.getByRole('complementary', { name: 'Thread' });
    await panel.locator('pre.log').waitFor();
    return panel;
  },
};

export type Steps = typeof STEPS;

async function type(page: Page, text: string): Promise<void> {
  const box = page.locator('#text');
  await box.fill(text);
  await box.press('Escape');
  await box.press('Enter');
}
