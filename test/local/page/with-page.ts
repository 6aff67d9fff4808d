import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { type FakeWorkspace, startFakeWorkspace } from './fake-workspace.ts';

export interface Setting {
  readonly browser: Browser;
  readonly workspace: FakeWorkspace;
}

/** One browser and one workspace for a test file; every test begins with an empty workspace and no page. */
export function useSetting(): () => Setting {
  let setting: Setting | undefined;
  const current = (): Setting => {
    if (!setting) throw new Error('The browser runs only while tests do');
    return setting;
  };
  beforeAll(async () => {
    const [browser, workspace] = await Promise.all([launchBrowser(), startFakeWorkspace()]);
    setting = { browser, workspace };
  });
  beforeEach(() => current().workspace.reset());
  afterEach(async () => {
    await Promise.all(
      current()
        .browser.contexts()
        .map((context) => context.close()),
    );
  });
  afterAll(async () => {
    await current().browser.close();
    await current().workspace.close();
  });
  return current;
}
