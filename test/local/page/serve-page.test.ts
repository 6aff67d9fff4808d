import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../../lib/local/serve-page.ts';
import { launchBrowser } from '../../browser.ts';
import { type FakeWorkspace, startFakeWorkspace } from './fake-workspace.ts';
import { showcase } from './showcase.ts';
import { general } from './workspace-data.ts';

let workspace: FakeWorkspace;
beforeAll(async () => {
  workspace = await startFakeWorkspace();
  workspace.messages[general] = showcase();
});
afterAll(() => workspace.close());

function hashesOf(html: string, tag: string): string[] {
  const contents = [...html.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g'))];
  return contents.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

test('The policy names the hash of the one script and of the one style, and nothing unsafe', async () => {
  const { html } = await buildPage();
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(hashesOf(html, 'script')).toHaveLength(1);
  expect(hashesOf(html, 'style')).toHaveLength(1);
  expect(policy).toContain(`script-src ${hashesOf(html, 'script')[0]};`);
  expect(policy).toContain(`style-src ${hashesOf(html, 'style')[0]};`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('The page is small on its way: less than 40 kB', async () => {
  const { html } = await buildPage();
  expect(gzipSync(html).length).toBeLessThan(40_000);
});

test('The page runs under its policy without a complaint and asks no other host for anything', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on('console', (line) => complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).origin);
    });
    await page.goto(workspace.url);
    await page.locator('article.message').nth(5).waitFor();
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([workspace.url]);
  } finally {
    await browser.close();
  }
});
