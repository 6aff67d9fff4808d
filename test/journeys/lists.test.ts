import { describe, expect, it } from 'vitest';
import { onlyPosted, openJourney } from './journey.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('one goes from the groups to the streams of one, and on to the latest lines of one', async () => {
    const journey = await openJourney(language);
    await journey.addStream('edge/cache');
    await journey.log('edge/cache', [{ content: 'cache is warm', time: Date.now() }]);
    const rita = journey.person('reader');

    const groups = await rita.ask('/lts groups');
    const streams = onlyPosted(await rita.choose(groups, 'streams', 'edge'));
    const page = onlyPosted(await rita.choose(streams, 'logs', 'cache'));
    expect(linesOf(page).map(contentOf)).toEqual(['cache is warm']);

    await rita.ask('/lts groups ids');
    await rita.ask('/lts streams edge ids');
    await journey.expectReads('lists');
  });

  it('an empty group and an empty project say what to do', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    await omar.ask('/lts group create night');
    const streams = await omar.ask('/lts streams night');
    expect(actionsOf(streams)).toEqual([]);

    await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, body: '{"log_groups":[]}' });
    const groups = await omar.ask('/lts groups');
    expect(actionsOf(groups)).toEqual([]);
    await journey.expectReads('lists-empty');
  });

  it.each(['security-review', 'random', 'omar'])('lists are private in %s', async (channel) => {
    const journey = await openJourney(language);
    const omar = journey.person('operator', channel);
    const groups = await omar.ask('/lts groups');
    const streams = onlyPosted(await omar.choose(groups, 'streams', 'payments'));
    expect([groups, streams].map(({ channel, visibleTo }) => [channel, visibleTo])).toEqual([
      [channel, omar.user],
      [channel, omar.user],
    ]);
  });
});

it('a group that was deleted meanwhile is told of', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const groups = await rita.ask('/lts groups');
  await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, body: '{"log_groups":[]}' });
  const answer = onlyPosted(await rita.choose(groups, 'streams', 'checkout'));
  expect(answer.text).toBe(
    'This log group does not exist. Look at the list of groups: it may have been deleted or renamed. /lts groups',
  );
  expect(answer.visibleTo).toBe(rita.user);
});
