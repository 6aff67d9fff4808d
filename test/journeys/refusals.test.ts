import { describe, expect, it } from 'vitest';
import { openJourney, WINDOW } from './journey.ts';

const QUERY = { path: '/content/query' };

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a reader reads, and changes nothing', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/api', ['one']);
    const rita = journey.person('reader');
    await rita.ask('/lts group create mine');
    await rita.ask('/lts stream create checkout/mine');
    await rita.ask('/lts transfer checkout/api bucket:lts-archive every:1hour');
    await rita.ask('/lts use checkout/api');
    await rita.ask('/lts use none');
    await rita.ask('/lts source local');
    await rita.ask('/lts answers public');
    await rita.ask('/lts groups');
    await rita.ask('/lts use');
    await journey.expectReads('refusals-reader');
  });

  it('LTS that fails is told of with its code and the id of the request', async () => {
    const journey = await openJourney(language);
    const rita = journey.person('reader');
    const logs = () => rita.ask(`/lts logs checkout/api ${WINDOW}`);
    await journey.refuse(500, 'LTS.0010', QUERY, 4);
    await logs();
    await journey.refuse(403, 'LTS.0001', QUERY);
    await logs();
    await journey.refuse(400, 'LTS.9999', QUERY);
    await logs();
    await journey.refuse(429, 'APIGW.0308', QUERY, 4);
    await logs();
    await journey.ltsFault({ match: QUERY, abort: true, times: 4 });
    await logs();
    await journey.ltsFault({ match: QUERY, body: '<html>', times: 4 });
    await logs();
    await journey.ltsFault({ match: QUERY, body: { logs: [], isQueryComplete: false }, times: 3 });
    await logs();
    await journey.expectReads('refusals-lts');
  });

  it('settings that cannot be read are told of, and nothing is searched in their place', async () => {
    const journey = await openJourney(language);
    await journey.log('payments/ledger', ['one', 'two']);
    const omar = journey.person('operator');
    // As often as the SDK tries.
    const fail = () =>
      journey.fault({ target: 'dynamodb', match: { bodyIncludes: 'channel#' }, status: 500, times: 4 });
    const page = await omar.ask(`/lts logs payments/ledger limit:1 ${WINDOW}`);
    for (const text of ['groups', 'logs payments/ledger', 'use checkout/api']) {
      await fail();
      expect((await omar.ask(`/lts ${text}`)).visibleTo).toBe(omar.user);
    }
    await fail();
    await omar.press(page, 'older');
    await omar.ask('/lts help times');
    await journey.expectReads('refusals-settings');
  });
});
