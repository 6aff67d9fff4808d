import { describe, expect, it } from 'vitest';
import { openJourney } from './journey.ts';

const CREATE_GROUP = { method: 'POST', path: '/groups', bodyIncludes: 'log_group_name' };
const CREATE_STREAM = { method: 'POST', path: '/streams', bodyIncludes: 'log_stream_name' };
const LIST_GROUPS = { method: 'GET', path: '/groups' };

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a group and a stream are created, and what to do next is said', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const group = await omar.ask('/lts group create logistics');
    expect(group.visibleTo).toBe(omar.user);
    await omar.ask('/lts stream create logistics/parcels');
    await omar.ask('/lts stream create "logistics/lost parcels" ttl:30 project:shop');
    await omar.ask('/lts group create "night shift" ttl:1');
    await omar.ask('/lts streams logistics');
    await journey.expectReads('create');
  });

  it('a name that is taken, a full quota and a refused retention are told in words, with what to do', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    await omar.ask('/lts group create checkout');
    await omar.ask('/lts stream create checkout/api');
    await omar.ask('/lts stream create nowhere/api');
    await journey.refuse(400, 'LTS.0104', CREATE_GROUP);
    await omar.ask('/lts group create one-too-many');
    await journey.refuse(400, 'LTS.0206', CREATE_STREAM);
    await omar.ask('/lts stream create checkout/one-too-many');
    await journey.refuse(400, 'LTS.0009', CREATE_GROUP);
    await omar.ask('/lts group create archive ttl:365');
    await journey.refuse(403, 'LTS.0107', CREATE_STREAM);
    await omar.ask('/lts stream create checkout/secret');
    await journey.expectReads('create-refused');
  });

  it('what LTS does not confirm is looked at, and told as it is', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    await journey.ltsFault({ match: CREATE_GROUP, truncate: true });
    const found = await omar.ask('/lts group create seen');
    await journey.ltsFault({ match: CREATE_STREAM, truncate: true });
    await omar.ask('/lts stream create seen/too');
    await journey.refuse(500, 'LTS.0102', CREATE_GROUP);
    const undone = await omar.ask('/lts group create unseen');
    await journey.refuse(500, 'LTS.0102', CREATE_GROUP);
    // It is there to look before, and no more after.
    await journey.ltsFault({ match: LIST_GROUPS, delayMs: 0 });
    await journey.refuse(500, 'LTS.0010', LIST_GROUPS, 4);
    const unknown = await omar.ask('/lts group create nobody-knows');
    expect(new Set([found, undone, unknown].map(({ text }) => text)).size).toBe(3);
    await omar.ask('/lts groups');
    await journey.expectReads('create-unconfirmed');
  });
});

it('a create that LTS does not confirm is told by what was there before', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator');
  await journey.ltsFault({ match: CREATE_STREAM, truncate: true });
  const made = await omar.ask('/lts stream create edge/twin');
  expect(made.text).toBe('The log stream edge/twin now exists. The confirmation was lost, but it is there.');
  await journey.refuse(500, 'LTS.0010', CREATE_STREAM);
  const again = await omar.ask('/lts stream create edge/twin');
  expect(again.text).toBe('The log stream edge/twin was there before, so nothing was created.');
});
