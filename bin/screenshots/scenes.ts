import type { Page } from 'playwright-core';
import type { Steps } from './steps.ts';

/** What a picture shows, and how to come there. */
export interface Scene {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly person: 'rita' | 'omar' | 'anwen';
  readonly channel: string;
  readonly scheme?: 'dark';
  /** CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** As on a phone, where there is no pointer. */
  readonly isTouched?: true;
  readonly act: (page: Page, steps: Steps) => Promise<void>;
}

const PHONE = { width: 390, height: 780 };
/** With room for a panel beside the conversation. */
const WIDE = { width: 1180, height: 680 };
const LOGS = '/lts logs checkout/api error since:1h limit:5';

/** In this order: the approval is about what an earlier scene created. */
export const SCENES: readonly Scene[] = [
  {
    name: 'search',
    person: 'omar',
    channel: 'general',
    act: async (page, { ask }) => {
      await ask(page, LOGS);
    },
  },
  {
    name: 'thread',
    person: 'rita',
    channel: 'incident-checkout',
    size: WIDE,
    act: async (page, { lookUp, thread }) => {
      await lookUp(page);
      const panel = await thread(page);
      await panel.locator('[data-action=older]').click();
      await panel.getByText('(edited)').waitFor();
    },
  },
  {
    name: 'form-error',
    person: 'omar',
    channel: 'ops',
    act: async (page, { fill }) => {
      const dialog = await fill(page, '/lts stream create', 'Create log stream');
      await dialog.getByLabel('Log group').selectOption({ label: 'edge' });
      await dialog
        .getByLabel('Name')
        .fill('checkout_api_of_the_second_availability_zone_of_the_region_cn-north-4');
      await dialog.getByRole('button', { name: 'Create' }).click();
      await dialog.locator('.field-error:visible').waitFor();
    },
  },
  {
    name: 'refusal',
    person: 'rita',
    channel: 'ops',
    act: async (page, { ask }) => {
      await ask(page, '/lts group create prod-shop');
      await ask(page, '/lts lgos checkout/api sinse:1h');
    },
  },
  {
    name: 'approval',
    person: 'omar',
    channel: 'ops',
    act: async (page, { ask, fill }) => {
      await ask(page, '/lts group create prod-shop');
      const dialog = await fill(page, '/lts group delete prod-shop', 'Delete log group');
      await dialog.getByRole('textbox').fill('prod-shop');
      await dialog.locator('footer .primary').click();
      await dialog.waitFor({ state: 'detached' });
      await page.locator('[data-action=approve]').waitFor();
    },
  },
  {
    name: 'groups',
    person: 'omar',
    channel: 'random',
    act: async (page, { ask }) => {
      await ask(page, '/lts groups');
      await ask(page, '/lts streams payments');
    },
  },
  {
    name: 'chinese',
    person: 'anwen',
    channel: 'general',
    act: async (page, { ask }) => {
      await ask(page, '/lts logs checkout/api 错误 since:1h limit:6');
      await ask(page, '/lts streams checkout');
    },
  },
  {
    name: 'dark',
    person: 'omar',
    channel: 'random',
    scheme: 'dark',
    size: WIDE,
    act: async (page, { ask }) => {
      await ask(page, '/lts logs payments/gateway error since:1h limit:5');
      await page.locator('#open-inspector').click();
      await page.locator('.steps > li:last-child summary').last().click();
      await page.locator('.sizes tbody tr').nth(8).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'phone',
    person: 'rita',
    channel: 'incident-checkout',
    size: PHONE,
    isTouched: true,
    act: async (page, { ask }) => {
      await ask(page, '/lts logs edge/nginx 504 since:1h limit:1');
    },
  },
  {
    name: 'hints',
    person: 'omar',
    channel: 'security-review',
    act: async (page) => {
      await page.locator('#text').fill('/lts ');
    },
  },
];
