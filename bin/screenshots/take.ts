import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Scene } from './scenes.ts';
import { STEPS } from './steps.ts';

const SIZE = { width: 1040, height: 640 };
/** The machine may be busy, and nobody waits. */
const PATIENCE_MS = 30_000;

interface Description {
  readonly slack: {
    readonly users: readonly { readonly id: string; readonly name: string }[];
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };
}

/** Comes to a scene in a page of its own, and writes its picture. Returns the path. */
export async function takePicture(
  browser: Browser,
  url: string,
  scene: Scene,
  directory: string,
): Promise<string> {
  const { slack } = (await (await fetch(`${url}/local.json`)).json()) as Description;
  const page = await browser.newPage({
    viewport: scene.size ?? SIZE,
    colorScheme: scene.scheme ?? 'light',
    reducedMotion: 'reduce',
    ...(scene.isTouched && { hasTouch: true, isMobile: true }),
  });
  page.setDefaultTimeout(PATIENCE_MS);
  const user = idOf(slack.users, scene.person);
  await page.goto(`${url}/#${idOf(slack.channels, scene.channel)}/${user}`);
  await page.locator('.example').first().waitFor({ state: 'attached' });
  await page.waitForResponse((response) => response.url().includes('/local/newest'));
  await scene.act(page, STEPS);
  // Until nothing is said to be under way any more.
  await page.waitForFunction('document.querySelector("#status").textContent === ""');
  await page.mouse.move(0, 0);
  const path = join(directory, `${scene.name}.png`);
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  await page.close();
  await closeModals(url, user);
  return path;
}

function idOf(list: Description['slack']['users'], name: string): string {
  const found = list.find((each) => each.name === name);
  if (!found) throw new Error(`The workspace has no ${name}`);
  return found.id;
}

/** The next scene of the same person begins without them. */
async function closeModals(url: string, user: string): Promise<void> {
  const views = (await (await fetch(`${url}/local/views?user=${user}`)).json()) as {
    readonly id: string;
    readonly type: string;
  }[];
  for (const { id: viewId } of views.filter(({ type }) => type === 'modal')) {
    await fetch(`${url}/local/close`, { method: 'POST', body: JSON.stringify({ user, viewId }) });
  }
}
