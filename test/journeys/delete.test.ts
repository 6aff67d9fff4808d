import { describe, expect, it } from 'vitest';
import { asking, deleted, openDeleting } from './deleting.ts';
import { openJourney } from './journey.ts';
import { openLts } from './lts-side.ts';
import { modalsOf } from './modals.ts';

const LIST = { method: 'GET', path: '/groups' };

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a stream and a group are deleted when their names are typed, and only then', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const modals = modalsOf(journey);
    const read: string[] = [];
    const keep = async () => read.push(...(await modals.read()));
    const submit = (name: string) =>
      journey.step(`omar submits ${name}`, async () => {
        await modals.submit(name);
        await keep();
      });
    const lts = await openLts(journey);
    const harbour = await lts.createGroup('harbour');
    for (const name of ['cranes', 'gates', 'night shift']) await lts.createStream(harbour, name);
    expect(await omar.type('/lts stream delete harbour/cranes')).toEqual([]);
    await keep();
    await submit('crane');
    await submit(' cranes');
    await omar.type('/lts  GROUP   Delete "harbour"');
    await keep();
    await submit('harbour');
    await omar.type('/lts stream delete harbour/cranes');
    await keep();
    await omar.type('/lts group delete');
    await keep();
    await modals.close();
    await expect(read.join('\n\n')).toMatchFileSnapshot(`goldens/delete-modals.${language}.txt`);
    await journey.expectReads('delete');
  });

  it('what cannot be deleted is told with why, and what to do', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const modals = modalsOf(journey);
    const lts = await openLts(journey);
    const submit = (name: string) => journey.step(`omar submits ${name}`, () => modals.submit(name));
    const depot = await lts.createGroup('depot');
    const [belt, late] = [await lts.createStream(depot, 'belt'), await lts.createStream(depot, 'late')];
    await lts.transfer(depot, belt);
    await omar.type('/lts stream delete depot/belt');
    await submit('belt');
    await omar.type('/lts group delete depot');
    await submit('depot');
    await omar.type('/lts group delete depot');
    await lts.createStream(depot, 'later');
    await submit('depot');
    await omar.type('/lts stream delete depot/late');
    await lts.deleteStream(depot, late);
    await submit('depot/late');
    await omar.type('/lts stream delete depot/later');
    await journey.refuse(500, 'LTS.0203', { method: 'DELETE' });
    await submit('later');
    await journey.expectReads('delete-refused');
  });
});

it('who may not delete reads so in the modal, and nothing is posted', async () => {
  const journey = await openDeleting('kept');
  const rita = modalsOf(journey, 'reader');
  expect(await journey.person('reader').type('/lts stream delete edge/kept')).toEqual([]);
  expect(await rita.read()).toEqual([
    [
      '(LTS ChatOps)',
      '`/lts stream delete edge/kept`',
      'You do not have the permission “delete” for this in this channel: to delete groups and streams.',
      'Ask @U0OPERATOR1.',
    ].join('\n'),
  ]);
  await rita.close();
  const [message, ...more] = await journey.person('guest').type('/lts stream delete edge/kept');
  expect([message?.message.text, more]).toEqual([expect.stringMatching(/^This bot is only for members/), []]);
  expect(await modalsOf(journey, 'guest').all()).toEqual([]);
});

it('LTS that fails while it is asked what would be lost is told of in the modal', async () => {
  const journey = await openDeleting();
  await journey.refuse(503, 'LTS.0010', LIST, 4);
  expect(await journey.type('/lts group delete checkout')).toEqual([]);
  expect(await journey.modals.read()).toEqual([
    expect.stringMatching(/^\(LTS ChatOps\)\nLTS has an internal error\.\nTry again in a moment/),
  ]);
});

it('a modal that is closed before it is filled is not missed', async () => {
  const journey = await openDeleting('closed');
  await journey.ltsFault({ match: LIST, delayMs: 700 });
  const { modals, omar, slack, post, url } = journey;
  const changes = await journey.does(async () => {
    const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
    await post(`${url}/local/type`, { user: omar.user, channel, text: '/lts stream delete edge/closed' });
    expect(await modals.read()).toEqual([expect.stringContaining('正在查询，请稍候')]);
    await modals.close();
    await journey.idle();
  });
  expect([changes, await modals.all()]).toEqual([[], []]);
  expect(journey.errors.join()).not.toContain('Slack did not take a message');
});

it('two people who ask at once each read their own', async () => {
  const journey = await openDeleting('shared');
  const { slack, url, post, modals } = journey;
  const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
  const text = '/lts stream delete edge/shared';
  const users = ['operator', 'reader'].map((role) => slack.users.find((user) => user.role === role)?.id);
  await Promise.all(users.map((user) => post(`${url}/local/type`, { user, channel, text })));
  await journey.idle();
  expect(await modals.read()).toEqual([asking('shared')]);
  expect(await modalsOf(journey, 'reader').read()).toEqual([
    expect.stringContaining('You do not have the permission “delete”'),
  ]);
});

it('a form that is submitted twice at once deletes once, and tells once', async () => {
  const journey = await openDeleting('twice');
  const id = await journey.idOf('twice');
  await journey.type('/lts stream delete edge/twice');
  const top = await journey.modals.top();
  await journey.fault({
    target: 'front',
    match: { bodyIncludes: 'view_submission' },
    delayMs: 300,
    times: 2,
  });
  const before = await journey.look();
  await Promise.all(['twice', 'edge/twice'].map((name) => journey.modals.submitSoon(name, top)));
  await journey.idle();
  const after = (await journey.look()).slice(0);
  const told = after.filter(({ text }) => text.includes('edge/twice was deleted'));
  expect([told.length, after.length - before.length]).toEqual([1, 1]);
  expect(await journey.deletesOf(id)).toEqual([204]);
});

it('where answers are for everybody, so is that something was deleted', async () => {
  const journey = await openDeleting('public');
  const omar = journey.person('operator', 'general');
  await omar.type('/lts answers public');
  await omar.type('/lts stream delete edge/public');
  expect(await journey.submit('public')).toEqual([
    'general: The log stream edge/public was deleted. Its logs are gone from now on.',
  ]);
  await omar.type('/lts answers private');
});

it('where the bot is not, the person is told in their direct message', async () => {
  const journey = await openDeleting('elsewhere');
  await journey.person('operator', 'security-review').type('/lts stream delete edge/elsewhere');
  expect(await journey.submit('elsewhere')).toEqual([deleted('elsewhere').replace('ops privately', 'omar')]);
});
