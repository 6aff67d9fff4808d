import { describe, expect, it } from 'vitest';
import { onlyChanged, onlyPosted, openJourney, WINDOW } from './journey.ts';
import type { Placed } from './look.ts';
import { searchesOf } from './searching.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const NUMBERS = Array.from({ length: 7 }, (_, index) => `line ${index + 1}`);
const contents = (page: Placed) => linesOf(page).map(contentOf);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it.each(['ops', 'security-review'])(
    'a page that is shared in %s says by whom, and never changes under its readers',
    async (channel) => {
      const journey = await openJourney(language);
      const target = `checkout/of-${channel}`;
      await journey.addStream(target);
      await journey.log(target, NUMBERS);
      const [omar, rita] = [journey.person('operator', channel), journey.person('reader', channel)];
      const page = await omar.ask(`/lts logs ${target} limit:2 ${WINDOW}`);
      const shared = onlyPosted(await omar.press(page, 'share'));
      expect([shared.channel, shared.threadTs, shared.visibleTo]).toEqual([channel, null, null]);
      expect(contents(shared)).toEqual(['line 7', 'line 6']);
      expect(JSON.stringify(shared.blocks)).toContain(`<@${omar.user}>`);
      expect(actionsOf(shared)).toEqual(['older', 'newer', 'around', 'export', 'refine']);

      const reply = onlyPosted(await rita.press(shared, 'older'));
      expect([reply.threadTs, reply.visibleTo]).toEqual([shared.ts, null]);
      expect(contents(reply)).toEqual(['line 5', 'line 4']);
      const turned = onlyChanged(await omar.press(reply, 'older'));
      expect([turned.ts, contents(turned)]).toEqual([reply.ts, ['line 3', 'line 2']]);

      const around = onlyPosted(await rita.choose(turned, 'around', '04:00:03.000'));
      expect([around.threadTs, around.visibleTo]).toEqual([shared.ts, null]);
      const private_ = onlyChanged(await omar.press(page, 'older'));
      expect([private_.ts, private_.visibleTo]).toEqual([page.ts, omar.user]);
      await journey.expectReads(`share-${channel}`);
    },
  );
});

it('the page that is read is what is shared, not the first one', async () => {
  const journey = await openJourney();
  await journey.log('payments/gateway', NUMBERS);
  const omar = journey.person('operator');
  const first = await omar.ask(`/lts logs payments/gateway limit:2 ${WINDOW}`);
  const second = onlyChanged(await omar.press(first, 'older'));
  const shared = onlyPosted(await omar.press(second, 'share'));
  expect(linesOf(shared)).toEqual(linesOf(second));
  const back = onlyChanged(await omar.press(onlyChanged(await omar.press(second, 'older')), 'newer'));
  expect(linesOf(onlyPosted(await omar.press(back, 'share')))).toEqual(linesOf(second));
});

it('what is around a line is shared as it is read', async () => {
  const journey = await openJourney();
  await journey.log(
    'payments/ledger',
    Array.from({ length: 80 }, (_, index) => (index === 40 ? 'the hit' : `line ${index}`)),
  );
  const omar = journey.person('operator');
  const hit = await omar.ask(`/lts logs payments/ledger hit ${WINDOW}`);
  const around = onlyPosted(await omar.press(hit, 'around'));
  const shared = onlyPosted(await omar.press(around, 'share'));
  expect(linesOf(shared)).toEqual(linesOf(around));
  expect(shared.visibleTo).toBeNull();
  expect(shared.text).toContain('Around line 26 below');
});

it('a page that found nothing is shared too, and paged in its thread', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/cache');
  const omar = journey.person('operator');
  const empty = await omar.ask('/lts logs edge/cache miss');
  const shared = onlyPosted(await omar.press(empty, 'share'));
  expect(shared.text).toContain('No lines match.');
  await journey.log('edge/cache', [{ content: 'a miss', time: Date.now() }]);
  const reply = onlyPosted(await journey.person('reader').press(shared, 'newer'));
  expect([reply.threadTs, contents(reply)]).toEqual([shared.ts, ['a miss']]);
});

it('alone with the bot nobody is offered to share, however the page comes there', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/alone');
  await journey.log('edge/alone', NUMBERS);
  const [alone, form] = [journey.person('operator', 'omar'), searchesOf(journey)];
  const typed = await alone.ask(`/lts logs edge/alone limit:2 ${WINDOW}`);
  const turned = onlyChanged(await alone.press(typed, 'older'));
  const [, asked] = await alone.type(`logs edge/alone limit:2 ${WINDOW}`);
  await journey.person('operator', 'security-review').type('/lts search');
  await form.choose('group', 'edge');
  const brought = onlyPosted(await journey.step('submits', () => form.search({ stream: 'alone' })));
  const pages = [typed, turned, asked?.message ?? typed, brought];
  expect(pages.map(({ channel }) => channel)).toEqual(Array(4).fill('omar'));
  expect(pages.map((page) => actionsOf(page).includes('share'))).toEqual(Array(4).fill(false));
  expect(pages.map((page) => actionsOf(page).includes('refine'))).toEqual(Array(4).fill(true));
});

it('each reads the answer to their own click, and all read what is in a thread', async () => {
  const journey = await openJourney();
  await journey.log('edge/nginx', NUMBERS);
  const [omar, anwen] = [journey.person('operator'), journey.person('approver')];
  const page = await omar.ask(`/lts logs edge/nginx limit:2 ${WINDOW}`);
  const shared = onlyPosted(await omar.press(page, 'share'));
  const reply = onlyPosted(await anwen.press(shared, 'older'));
  expect(reply.text).toContain('显示 2 行 · 2025-03-03 17:00:00 – 18:00:00 (Asia/Shanghai)');
  await journey.refuse(400, 'LTS.0208', { path: '/content/query' });
  const problem = onlyPosted(await anwen.press(reply, 'older'));
  expect([problem.visibleTo, problem.threadTs]).toEqual([anwen.user, null]);
  expect(problem.text).toMatch(/^日志流不存在/);
});
