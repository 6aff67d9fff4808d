import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { clickThrough } from './page-through.ts';
import { contentOf, linesOf, openWorkspace, type Shown } from './workspace.ts';

/** A package manager's log: 5,000 lines of a year and a half, up to 224 of them in the same second. */
const LOG = fileURLToPath(new URL('../fixtures/dpkg.log', import.meta.url));

const contents = (pages: readonly Shown[]) => pages.flatMap((page) => linesOf(page).map(contentOf));

it('pages through a real log to its oldest line and back, each matching line once and in order', async () => {
  const person = (await openWorkspace({ logs: [LOG] })).person('operator');
  const grep = execFileSync('grep', ['-E', '(^| )configure( |$)', LOG], { encoding: 'utf8' });
  const newestFirst = grep.trimEnd().split('\n').toReversed();
  expect(newestFirst.length).toBeGreaterThan(500);

  const first = await person.ask('/lts logs local/dpkg configure since:2d limit:200');
  const down = await clickThrough(person, first, 'older', 50);
  expect(contents(down)).toEqual(newestFirst);

  const up = await clickThrough(person, down.at(-1) ?? first, 'newer', 50);
  expect(contents(up.toReversed())).toEqual(newestFirst);
});

it('pages through all of its lines, oldest first', { timeout: 60_000 }, async () => {
  const person = (await openWorkspace({ logs: [LOG] })).person('operator');
  const all = execFileSync('cat', [LOG], { encoding: 'utf8' }).trimEnd().split('\n');
  const first = await person.ask('/lts logs local/dpkg since:2d limit:200 order:oldest');
  const pages = await clickThrough(person, first, 'newer', 100);
  expect(contents(pages)).toEqual(all);
});
