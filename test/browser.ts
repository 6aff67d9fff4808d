import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { BROWSER_ARGUMENTS, type BrowserProgram } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserProgram;
  }
}

/** The browser that `test/prepare.ts` has found. */
export function launchBrowser(): Promise<Browser> {
  const { path, environment } = inject('browser');
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...environment },
    args: BROWSER_ARGUMENTS,
  });
}
