import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { said } from './faulty.ts';
import { fillingIn } from './filling.ts';
import { type Journey, onlyPosted, openJourney } from './journey.ts';
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
    press: async (actionId: string) => act('click', { viewId: (await home())?.id, actionId }),
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
