import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { said } from './faulty.ts';
import { fillingIn } from './filling.ts';
import { type Journey, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { openLts } from './lts-side.ts';
import { RESTRICTED } from './policies.ts';
import { searchesOf } from './searching.ts';
import { contentOf, linesOf } from './workspace.ts';

interface View {
  readonly id: string;
  readonly type: string;
  readonly blocks: KnownBlock[];
  readonly hash: string;
}

/** The bot's Home tab as one person sees it. */
function homeOf({ slack, url, post, get, idle, step }: Journey, role: string) {
  const user = slack.users.find((candidate) => candidate.role === role)?.id;
  const views = async () => get<View[]>(`/local/views?user=${user}`);
  const home = async () => (await views()).find(({ type }) => type === 'home');
  const act = (path: string, body: object = {}) =>
    step(path, async () => {
      await post(`${url}/local/${path}`, { user, ...body });
      await idle();
    });
  return {
    view: home,
    open: () => act('home'),
    read: async () => {
      const view = await home();
      return view && asText({ text: 'Home', blocks: view.blocks });
    },
    press: async (actionId: string, value?: string) =>
      act('click', { viewId: (await home())?.id, actionId, value }),
    /** What was searched lately, each with the button that does it again. */
    searches: async () =>
      ((await home())?.blocks ?? []).flatMap((block) =>
        block.type === 'section' && block.accessory?.type === 'button'
          ? [{ line: block.text?.text ?? '', value: block.accessory.value ?? '' }]
          : [],
      ),
  };
}

const LIST = { method: 'GET', path: '/groups' };

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('Home says what each person may do, whether LTS answers, and who can help', async () => {
    const journey = await openJourney(language);
    const read: string[] = [];
    for (const role of ['reader', 'operator', 'approver']) {
      const home = homeOf(journey, role);
      expect(await home.open()).toEqual([]);
      read.push((await home.read()) ?? 'nothing');
    }
    await journey.refuse(403, 'LTS.0013', LIST);
    const home = homeOf(journey, 'reader');
    await home.open();
    read.push((await home.read()) ?? 'nothing');
    await expect(read.join('\n\n')).toMatchFileSnapshot(`goldens/home.${language}.txt`);
  });
});

describe.each(['en', 'zh'] as const)('the latest searches, in %s', (language) => {
  it('stand in Home with the default streams where they were made, and are run again', async () => {
    const journey = await openJourney(language);
    await journey.addStream('edge/lately');
    await journey.log('edge/lately', [{ content: 'one error', time: Date.now() - 60_000 }]);
    const [home, form] = [homeOf(journey, 'operator'), searchesOf(journey)];
    const [ops, random] = [journey.person('operator'), journey.person('operator', 'random')];
    await random.type('/lts use edge/lately');
    await random.ask(`/lts logs edge/lately fixed level=warn order:oldest ${WINDOW}`);
    await random.ask('/lts logs error since:2h');
    const page = await ops.ask('/lts logs edge/lately since:1h limit:1');
    await ops.press(page, 'newer');
    // What is filled in is a search as well, and one with a secret in it is not kept.
    await ops.type('/lts search');
    await form.choose('group', 'edge');
    onlyPosted(await journey.step('submits', () => form.search({ stream: 'lately', words: '"one error"' })));
    await ops.ask('/lts logs edge/lately "password: hunter2-horse"');
    await home.open();
    const [start = '', end = ''] =
      language === 'en' ? ['Your latest', 'Sources'] : ['您最近的查询', '日志源'];
    const read = (await home.read()) ?? '';
    const lately = read.slice(read.indexOf(`**${start}`), read.indexOf(`**${end}`));
    const masked = lately.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME');
    await expect(masked).toMatchFileSnapshot(`goldens/home-searches.${language}.txt`);

    await journey.log('edge/lately', [{ content: 'another error', time: Date.now() }]);
    const found = async (index: number) => {
      const { value } = (await home.searches())[index] ?? {};
      const message = onlyPosted(await home.press('repeat', value));
      return [message.channel, message.visibleTo, ...linesOf(message).map(contentOf)];
    };
    expect(await found(1)).toEqual(['omar', null, 'another error']);
    expect(await found(2)).toEqual(['omar', null, 'another error', 'one error']);
    expect(await found(3)).toEqual(['omar', null]);
    await home.open();
    // It is the latest now, and of where it was made first.
    expect((await home.searches()).map(({ line }) => line)[0]).toContain('level=warn');
    expect(await home.read()).not.toContain('hunter2');
    await random.type('/lts use none');
  });
});

it('Home shows nobody what they may not read where they are alone with the bot, nor what others searched', async () => {
  const journey = await openJourney('en', RESTRICTED);
  await journey.addStream('edge/general');
  const rita = journey.person('reader', 'general');
  await journey.person('operator', 'general').type('/lts use edge/general');
  expect((await rita.ask('/lts logs')).text).toContain('edge/general');
  await rita.ask('/lts logs checkout/api mine');
  const homes = [homeOf(journey, 'reader'), homeOf(journey, 'operator')] as const;
  await Promise.all(homes.map(({ open }) => open()));
  const [hers, his] = await Promise.all(homes.map(({ read }) => read()));
  expect(hers).toContain('/lts logs checkout/api mine');
  expect(hers).not.toContain('edge/general');
  expect(hers).toContain('that you may not read in your direct messages with the bot are left out.');
  expect(his).not.toContain('mine');
});

it('a table that keeps no search, and gives none, costs nobody an answer, nor Home', async () => {
  const journey = await openJourney();
  const [omar, home] = [journey.person('operator'), homeOf(journey, 'operator')];
  await journey.addStream('edge/unkept');
  const match = { bodyIncludes: 'latest#' };
  await journey.fault({ target: 'dynamodb', match, status: 500, times: 8 });
  expect((await omar.ask('/lts logs edge/unkept since:3h')).text).toContain('edge/unkept');
  await home.open();
  expect(await home.read()).toContain('They could not be read. Open Home again in a moment.');
  expect(await home.read()).toContain('local: answers');
  await home.open();
  expect(await home.read()).not.toContain('edge/unkept');
  expect(journey.errors.join()).toContain('a search is not kept');
});

it('two searches at once, and two people at once, are each kept', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/at-once');
  const { url, post, slack, idle } = journey;
  const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
  const people = [journey.person('operator'), journey.person('approver')];
  await Promise.all(
    people.flatMap(({ user }) =>
      ['first', 'second'].map((word) =>
        post(`${url}/local/type`, { user, channel, text: `/lts logs edge/at-once ${word}` }),
      ),
    ),
  );
  await idle();
  for (const role of ['operator', 'approver']) {
    const home = homeOf(journey, role);
    await home.open();
    const lines = (await home.searches()).map(({ line }) => line).filter((line) => line.includes('at-once'));
    expect(lines.map((line) => line.split(' ')[3]).sort()).toEqual(['first', 'second']);
  }
});

it('a stream that is deleted before its search is run again is told of in the direct message', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'operator');
  const lts = await openLts(journey);
  const group = await lts.createGroup('shortlived');
  const stream = await lts.createStream(group, 'moth');
  await journey.person('operator').ask('/lts logs shortlived/moth');
  await home.open();
  await lts.deleteStream(group, stream);
  const { value } = (await home.searches()).find(({ line }) => line.includes('moth')) ?? {};
  const [told, ...more] = said(await home.press('repeat', value));
  expect([told, more]).toEqual([expect.stringMatching(/^omar: This log stream does not exist/), []]);
});

it('Home opens the forms, and what comes of them goes to the direct message', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'operator');
  const form = fillingIn(journey);
  await home.open();
  expect(await home.press('create_group')).toEqual([]);
  expect(await form.fillIn({ name: 'from-home' })).toEqual([
    'omar: The log group from-home now exists. It keeps logs for 7 days.',
  ]);
  await home.press('create_stream');
  expect(await form.fillIn({ group: 'from-home', name: 'api' })).toEqual([
    'omar: The log stream from-home/api now exists.',
  ]);
  await home.press('transfer');
  await form.choose('group', 'from-home');
  expect(await form.fillIn({ stream: ['api'], bucket: 'lts-archive', period: '1hour' })).toEqual([
    'omar: from-home/api: copied to the OBS bucket lts-archive every hour, from now on.',
  ]);
});

it('Home opens the search form, and the page goes to the direct message', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/from-home');
  await journey.log('edge/from-home', [{ content: 'found', time: Date.now() - 60_000 }]);
  const [home, form] = [homeOf(journey, 'operator'), searchesOf(journey)];
  await home.open();
  expect(await home.press('search')).toEqual([]);
  await form.choose('group', 'edge');
  const page = onlyPosted(await journey.step('submits', () => form.search({ stream: 'from-home' })));
  expect([page.channel, linesOf(page).map(contentOf)]).toEqual(['omar', ['found']]);
});

it('what needs a second person is not asked where nobody else would see it', async () => {
  const journey = await openJourney();
  const [home, form, omar] = [homeOf(journey, 'operator'), fillingIn(journey), journey.person('operator')];
  await omar.type('/lts group create prod-home');
  await omar.type('/lts stream create prod-home/api');
  await home.open();
  await home.press('transfer');
  await form.choose('group', 'prod-home');
  expect(await form.fillIn({ stream: ['api'], bucket: 'lts-archive', period: '1hour' })).toEqual([
    expect.stringMatching(/^omar: This needs a second person to approve it. Ask in a channel/),
  ]);
});

it('where Slack does not open a form from Home, a button in the direct message does', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'operator');
  await home.open();
  const body = JSON.stringify({ ok: false, error: 'expired_trigger_id' });
  await journey.fault({ target: 'slack', match: { path: 'views.open' }, status: 200, body });
  const [posted, ...more] = await home.press('create_stream');
  if (!posted || more.length > 0) throw new Error('not one message');
  expect(said([posted])).toEqual(['omar: Slack did not show the form.']);
  await journey.person('operator').press(posted.message, 'create_stream');
  expect(await fillingIn(journey).top()).toMatchObject({ callbackId: 'create_stream' });
});

it('a source that does not answer is waited for no longer than three seconds', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'reader');
  await journey.ltsFault({ match: LIST, delayMs: 4_000 });
  const before = performance.now();
  await journey.post(`${journey.url}/local/home`, { user: journey.person('reader').user });
  while (!(await home.read())?.includes('local: does not answer'))
    await new Promise((done) => setTimeout(done, 100));
  expect(performance.now() - before).toBeLessThan(3_900);
  await journey.idle();
});

it('Home is published anew each time, and a failure leaves it as it was', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'operator');
  await home.open();
  const first = await home.view();
  const body = JSON.stringify({ ok: false, error: 'not_enabled' });
  await journey.fault({ target: 'slack', match: { path: 'views.publish' }, status: 200, body });
  expect(await home.open()).toEqual([]);
  expect((await home.view())?.hash).toBe(first?.hash);
  await journey.fault({ target: 'slack', match: { path: 'views.publish' }, status: 503 });
  await home.open();
  const last = await home.view();
  expect([last?.id, last?.hash === first?.hash]).toEqual([first?.id, false]);
});

it('guests see nothing', async () => {
  const journey = await openJourney();
  const home = homeOf(journey, 'guest');
  expect([await home.open(), await home.view()]).toEqual([[], undefined]);
});
