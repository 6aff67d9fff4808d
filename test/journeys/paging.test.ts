import { describe, expect, it } from 'vitest';
import { onlyChanged, onlyPosted, openJourney, type Traveller, WINDOW } from './journey.ts';
import type { Placed } from './look.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);
const contents = (page: Placed) => linesOf(page).map(contentOf);

/** Clicks until the button is gone, or the page stays as it is. */
async function clickThrough(person: Traveller, first: Placed, actionId: string): Promise<Placed[]> {
  const pages = [first];
  while (pages.length < 20) {
    const page = pages.at(-1) ?? first;
    if (!actionsOf(page).includes(actionId)) return pages;
    const next = onlyChanged(await person.press(page, actionId));
    expect(next.ts).toBe(first.ts);
    if (linesOf(next).join() === linesOf(page).join()) return [...pages.slice(0, -1), next];
    pages.push(next);
  }
  throw new Error('there is no end of pages');
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('one turns pages to the oldest line and back, each line once, and both ends say so', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/api', numbers(1, 8));
    const rita = journey.person('reader');
    const first = await rita.ask(`/lts logs checkout/api limit:3 ${WINDOW}`);

    const down = await clickThrough(rita, first, 'older');
    expect(down.map(contents)).toEqual([
      ['line 8', 'line 7', 'line 6'],
      ['line 5', 'line 4', 'line 3'],
      ['line 2', 'line 1'],
    ]);
    const up = await clickThrough(rita, down.at(-1) ?? first, 'newer');
    expect(up.toReversed().flatMap(contents)).toEqual(numbers(1, 8).toReversed());
    await journey.expectReads('paging');
  });

  it('Newer at the newest end shows what has come meanwhile, and says when nothing has', async () => {
    const journey = await openJourney(language);
    await journey.addStream('payments/refunds');
    const omar = journey.person('operator');
    await journey.log('payments/refunds', [{ content: 'first', time: Date.now() - 1_000 }]);
    const page = await omar.ask('/lts logs payments/refunds');
    const same = onlyChanged(await omar.press(page, 'newer'));
    expect(contents(same)).toEqual(['first']);

    await journey.log('payments/refunds', [{ content: 'second', time: Date.now() }]);
    const next = onlyChanged(await omar.press(same, 'newer'));
    expect(contents(next)).toEqual(['second']);
    const back = onlyChanged(await omar.press(next, 'older'));
    expect(contents(back)).toEqual(['first']);
    await journey.expectReads('paging-newer');
  });
});

it('pages oldest first go the other way', async () => {
  const journey = await openJourney();
  await journey.log('checkout/worker', numbers(1, 8));
  const rita = journey.person('reader');
  const first = await rita.ask(`/lts logs checkout/worker limit:3 order:oldest ${WINDOW}`);
  expect(actionsOf(first)).not.toContain('older');
  const pages = await clickThrough(rita, first, 'newer');
  expect(pages.flatMap(contents)).toEqual(numbers(1, 8));
  expect(pages.at(-1)?.text).toContain('Nothing newer: the window ends here.');
  const back = await clickThrough(rita, pages.at(-1) ?? first, 'older');
  expect(back.toReversed().flatMap(contents)).toEqual(numbers(1, 8));
});

it('an empty page finds with Newer what came since', async () => {
  const journey = await openJourney();
  await journey.addStream('payments/chargebacks');
  const omar = journey.person('operator');
  const page = await omar.ask('/lts logs payments/chargebacks refund');
  expect(actionsOf(page)).toEqual(['newer', 'share', 'refine']);
  const still = onlyChanged(await omar.press(page, 'newer'));
  expect(still.text).toContain('No lines match.');
  expect(still.text).toMatch(/Nothing newer as of \d{4}-/);
  await journey.log('payments/chargebacks', [{ content: 'a refund', time: Date.now() }]);
  expect(contents(onlyChanged(await omar.press(still, 'newer')))).toEqual(['a refund']);
});

it('an empty page says with Newer that its window ends', async () => {
  const journey = await openJourney();
  await journey.addStream('payments/disputes');
  const omar = journey.person('operator');
  const page = await omar.ask(`/lts logs payments/disputes ${WINDOW}`);
  const still = onlyChanged(await omar.press(page, 'newer'));
  expect(still.text).toContain('There are no lines in this window.');
  expect(still.text).toContain('Nothing newer: the window ends here.');
});

it('a window of 30 days moves on as a whole, and leaves what is older behind', async () => {
  const journey = await openJourney();
  await journey.addStream('payments/archive');
  const omar = journey.person('operator');
  const leavesAt = Date.now() + 2_000;
  await journey.log('payments/archive', [{ content: 'old', time: leavesAt - 30 * 86_400_000 }]);
  const page = await omar.ask('/lts logs payments/archive since:30d');
  expect(contents(page)).toEqual(['old']);
  await expect.poll(() => Date.now(), { timeout: 5_000 }).toBeGreaterThan(leavesAt);
  const later = onlyChanged(await omar.press(page, 'newer'));
  expect(later.text).toContain('There are no lines in this window.');
});

it('a page stays when LTS refuses the next one, and its buttons go on from there', async () => {
  const journey = await openJourney();
  await journey.log('payments/ledger', numbers(1, 5));
  const rita = journey.person('reader');
  const page = await rita.ask(`/lts logs payments/ledger limit:3 ${WINDOW}`);
  await journey.refuse(500, 'LTS.0010', { path: '/content/query' }, 4);
  const problem = onlyPosted(await rita.press(page, 'older'));
  expect(problem.visibleTo).toBe(rita.user);
  expect(problem.text).toBe(
    'LTS has an internal error. Try again in a moment; if it stays, tell Huawei Cloud support.',
  );
  expect(JSON.stringify(problem.blocks)).toMatch(/LTS\.0010 · Request id [\da-f]{32}/);

  const incomplete = JSON.stringify({ logs: [], isQueryComplete: false });
  await journey.ltsFault({ match: { path: '/content/query' }, body: incomplete, times: 3 });
  expect(onlyPosted(await rita.press(page, 'older')).text).toContain('has not read all lines yet');
  expect(contents(onlyChanged(await rita.press(page, 'older')))).toEqual(['line 2', 'line 1']);
});
