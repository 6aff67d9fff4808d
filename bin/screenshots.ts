import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { needsAttention } from '../lib/local/needs-attention.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../test/find-browser.ts';
import { startForPrograms } from './chaos/start.ts';
import { SCENES } from './screenshots/scenes.ts';
import { takePicture } from './screenshots/take.ts';
import { synthesise } from './synthesise.ts';

// Draws the main scenes of the local workspace's page into docs/images: for the README, and to be looked at by whoever
// changes the page. `npm run screenshots -- search dark` draws only these.

const directory = fileURLToPath(new URL('../docs/images/', import.meta.url));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !SCENES.some((scene) => scene.name === name));
if (unknown !== undefined) {
  console.error(`There is no scene ${unknown}; there are ${SCENES.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
const scenes = SCENES.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const { path: executablePath, environment } = await findBrowser();
const log = (line: string) => needsAttention(line) && console.error(line);
const server = await startForPrograms(await synthesise(new AbortController().signal), log);
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...environment },
  args: BROWSER_ARGUMENTS,
});
try {
  await mkdir(directory, { recursive: true });
  for (const scene of scenes) {
    const path = await takePicture(browser, server.url, scene, directory);
    console.log(`${path}  ${Math.round((await stat(path)).size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await server.close();
}
