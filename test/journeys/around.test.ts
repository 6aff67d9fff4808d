import { describe, expect, it } from 'vitest';
import { onlyChanged, onlyPosted, openJourney, WINDOW } from './journey.ts';
import type { Placed } from './look.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const contents = (page: Placed) => linesOf(page).map(contentOf);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('the lines around one stand beside it, whatever words they hold', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/api', [
      'pool is exhausted',
      'ERROR payment failed',
      'order 2 accepted',
      'ERROR payment failed again',
      'order 3 accepted',
    ]);
    const rita = journey.person('reader');
    const hits = await rita.ask(`/lts logs checkout/api payment ${WINDOW}`);
    expect(contents(hits)).toEqual(['ERROR payment failed again', 'ERROR payment failed']);
    const around = onlyPosted(await rita.choose(hits, 'around', '10:00:02.000'));
    expect(around.visibleTo).toBe(rita.user);
    expect(contents(around)).toEqual([
      'order 3 accepted',
      'ERROR payment failed again',
      'order 2 accepted',
      'ERROR payment failed',
      'pool is exhausted',
    ]);
    const still = onlyChanged(await rita.press(around, 'newer'));
    expect(contents(still)).toEqual(contents(around));
    await journey.expectReads('around');
  });

  it('one line alone has a button, which shows its neighbours', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/worker', ['cause', 'ERROR', 'consequence']);
    const rita = journey.person('reader');
    const hit = await rita.ask(`/lts logs checkout/worker error ${WINDOW}`);
    const around = onlyPosted(await rita.press(hit, 'around'));
    expect(contents(around)).toEqual(['consequence', 'ERROR', 'cause']);
    await journey.expectReads('around-one');
  });
});

it('lines of one millisecond are told apart', async () => {
  const journey = await openJourney();
  const time = Date.UTC(2025, 2, 3, 9, 30);
  await journey.log(
    'payments/ledger',
    ['first', 'second', 'third'].map((content) => ({ content, time })),
  );
  const rita = journey.person('reader');
  const page = await rita.ask(`/lts logs payments/ledger ${WINDOW}`);
  expect(contents(page)).toEqual(['third', 'second', 'first']);
  const around = onlyPosted(await rita.choose(page, 'around', '10:30:00.000 (2)'));
  expect(around.text).toContain('Around line 2 below (2025-03-03 10:30:00.000)');
  expect(contents(around)).toEqual(['third', 'second', 'first']);
});

it('50 lines at most stand around one, and Older and Newer go on on both sides of it', async () => {
  const journey = await openJourney();
  await journey.log(
    'payments/gateway',
    Array.from({ length: 101 }, (_, index) => (index === 50 ? 'the middle' : `line ${index}`)),
  );
  const rita = journey.person('reader');
  const hit = await rita.ask(`/lts logs payments/gateway middle ${WINDOW}`);
  const around = onlyPosted(await rita.press(hit, 'around'));
  expect(contents(around)).toHaveLength(50);
  expect(contents(around)[25]).toBe('the middle');
  expect(actionsOf(around)).toEqual(['older', 'newer', 'around', 'share', 'export', 'refine']);
  const older = onlyChanged(await rita.press(around, 'older'));
  expect(contents(older)).toEqual(Array.from({ length: 26 }, (_, index) => `line ${25 - index}`));
  const back = onlyChanged(await rita.press(older, 'newer'));
  expect(contents(back)[0]).toBe('line 75');
  const newest = onlyChanged(await rita.press(back, 'newer'));
  expect(contents(newest)).toEqual(Array.from({ length: 25 }, (_, index) => `line ${100 - index}`));
});

it('a line that is gone is told of, and what was around it is shown', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/cache');
  await journey.log('edge/cache', ['before', 'the line', 'after']);
  const rita = journey.person('reader');
  const hit = await rita.ask(`/lts logs edge/cache "the line" ${WINDOW}`);
  const body = { logs: [], isQueryComplete: true };
  await journey.ltsFault({ match: { path: '/content/query' }, body, times: 2 });
  const around = onlyPosted(await rita.press(hit, 'around'));
  expect(around.text).toContain('There are no lines in this window.');
  expect(around.text).toContain('that line is no longer there');
});
