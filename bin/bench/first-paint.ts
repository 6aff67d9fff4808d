import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildPage } from '../../lib/local/serve-page.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../../test/find-browser.ts';
import { startWorkspace } from './start-workspace.ts';

/** Of the whole page: script and style stand inside it. */
export async function measurePageBytes(): Promise<number[]> {
  const { html } = await buildPage();
  return [gzipSync(html).length];
}

/**
 * From the beginning of the navigation until the local workspace's page paints something of its content, in ms, each
 * time in a fresh browser. https://www.w3.org/TR/paint-timing/#first-contentful-paint
 */
export async function measureFirstPaint(assembly: string, rounds: number): Promise<number[]> {
  const { told, close } = await startWorkspace(assembly);
  try {
    const times: number[] = [];
    // The first round fills the disk cache of the machine, and does not count.
    for (let round = -1; round < rounds; round += 1) {
      const ms = await paintOnce(told.url);
      if (round >= 0) times.push(ms);
    }
    return times;
  } finally {
    close();
  }
}

async function paintOnce(url: string): Promise<number> {
  const { path, environment } = await findBrowser();
  const env = { ...process.env, ...environment };
  const browser = await chromium.launch({ executablePath: path, env, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const ms = Number(await page.evaluate(FIRST_PAINT));
    // What was painted is the page, and it works.
    await page.getByRole('textbox').first().waitFor();
    return ms;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) resolve(paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;
