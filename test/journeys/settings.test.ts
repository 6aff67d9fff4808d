import { describe, expect, it } from 'vitest';
import { onlyChanged, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { contentOf, linesOf } from './workspace.ts';

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a channel has a default stream while one is set, and answers in public when it wants to', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/api', ['one', 'two', 'three']);
    const [omar, rita] = [journey.person('operator', 'general'), journey.person('reader', 'general')];
    await rita.ask('/lts use');
    await omar.ask('/lts use checkout/api');
    await rita.ask('/lts use');
    await rita.ask(`/lts logs two ${WINDOW}`);
    await omar.ask('/lts use none');
    await rita.ask(`/lts logs two ${WINDOW}`);
    await rita.ask('/lts source');
    await omar.ask('/lts source other');
    await omar.ask('/lts source local');
    await rita.ask('/lts answers');
    await omar.ask('/lts answers public');
    await rita.ask('/lts answers');
    await rita.ask('/lts streams checkout');
    await rita.ask('/lts streams chekout');
    await omar.ask('/lts answers private');
    await rita.ask('/lts groups');
    await journey.expectReads('settings');
  });

  it('a public answer is paged in its thread', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/worker', ['one', 'two', 'three']);
    const [omar, rita] = [journey.person('operator', 'random'), journey.person('reader', 'random')];
    await omar.ask('/lts answers public');
    const page = await rita.ask(`/lts logs checkout/worker limit:1 ${WINDOW}`);
    expect([page.visibleTo, page.threadTs]).toEqual([null, null]);
    const reply = onlyPosted(await omar.press(page, 'older'));
    expect([reply.visibleTo, reply.threadTs]).toEqual([null, page.ts]);
    const turned = onlyChanged(await rita.press(reply, 'older'));
    expect(linesOf(turned).map(contentOf)).toEqual(['one']);
    await journey.expectReads('settings-public');
  });
});

it('a setting holds in its own channel alone', async () => {
  const journey = await openJourney();
  await journey.person('operator', 'incident-checkout').ask('/lts use payments/ledger');
  const here = await journey.person('reader', 'incident-checkout').ask('/lts use');
  const there = await journey.person('reader', 'security-review').ask('/lts use');
  expect(here.text).toContain('The default stream of this channel is payments/ledger.');
  expect(there.text).toContain('This channel has no default stream yet.');
});

it('what a channel is shown and told of its settings is private, in public channels too', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator', 'security-review');
  await omar.ask('/lts answers public');
  for (const text of ['use', 'source', 'answers', 'help', 'use checkout/api', 'logs checkout/apu']) {
    expect((await omar.ask(`/lts ${text}`)).visibleTo).toBe(omar.user);
  }
  expect((await omar.ask('/lts groups')).visibleTo).toBeNull();
});

it.each([
  ['LTS.0208', 'stream'],
  ['LTS.0201', 'group'],
])('a default stream that is gone is told of by its name: %s, no such %s', async (code) => {
  const journey = await openJourney();
  const omar = journey.person('operator', 'omar');
  await omar.ask('/lts use edge/nginx');
  await journey.refuse(400, code, { path: '/content/query' });
  expect((await omar.ask('/lts logs error')).text).toBe(
    'The default stream of this channel, edge/nginx, is not there any more: it may have been deleted or made anew. Name a stream, or have somebody who may change settings choose one with the command use. /lts groups',
  );
});
