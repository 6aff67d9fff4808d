import { describe, expect, it } from 'vitest';
import { openFaulty, said } from './faulty.ts';
import { onlyPosted, openJourney } from './journey.ts';
import { RESTRICTED } from './policies.ts';
import { fieldOf, searchesOf } from './searching.ts';
import { contentOf, linesOf } from './workspace.ts';

const NOT_ANSWERED = 'This could not be answered, after several attempts. Please try again.';

async function openSearching(name: string) {
  const journey = await openFaulty();
  await journey.addStream(`edge/${name}`);
  await journey.log(`edge/${name}`, [{ content: 'a line', time: Date.now() - 60_000 }]);
  return { ...journey, omar: journey.person('operator'), form: searchesOf(journey) };
}

describe.each([
  ['die after LTS has answered', { kill: 'afterLts' }],
  ['die when Slack has been told', { kill: 'afterDeliver' }],
  ['get each job twice', { duplicate: true }],
])('where workers %s', (what, fault) => {
  it('the form opens, is filled anew and answered, each once', async () => {
    const name = `when-${what.replaceAll(' ', '-').toLowerCase()}`;
    const { omar, form, fault: add, step } = await openSearching(name);
    await add({ target: 'worker', ...fault });
    expect(await omar.type('/lts search')).toEqual([]);
    await add({ target: 'worker', ...fault });
    await form.choose('group', 'edge', { words: 'line' });
    await add({ target: 'worker', ...fault });
    const page = onlyPosted(await step('submits', () => form.search({ stream: name })));
    expect(linesOf(page).map(contentOf)).toEqual(['a line']);
    expect(await form.all()).toEqual([]);
  });
});

it('a form that no worker can fill anew keeps what was entered, and says so', async () => {
  const { omar, form, fault, step } = await openSearching('anew');
  await omar.type('/lts search');
  await fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  expect(await step('chooses', () => form.choose('group', 'edge', { words: 'line' }))).toEqual([]);
  expect((await form.read()).join()).toContain(NOT_ANSWERED);
  await form.press('again');
  expect((await form.read()).join()).not.toContain(NOT_ANSWERED);
  const page = onlyPosted(await step('submits', () => form.search({ stream: 'anew' })));
  expect(page.text).toContain('edge/anew line');
});

it('a search that no worker can answer is told of, with what was searched', async () => {
  const { omar, form, fault, step } = await openSearching('never');
  await omar.type('/lts search');
  await form.choose('group', 'edge');
  await fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  const changes = await step('submits', () => form.search({ stream: 'never', words: 'line' }));
  expect(said(changes)).toEqual([`ops privately: ${NOT_ANSWERED}`]);
  expect(JSON.stringify(changes)).toContain('/lts logs edge/never line');
});

it('a form that is opened while LTS fails says so, and nothing is posted', async () => {
  const { omar, form, refuse } = await openSearching('failing');
  await refuse(500, 'LTS.0010', { method: 'GET', path: '/groups' }, 4);
  expect(await omar.type('/lts search')).toEqual([]);
  expect((await form.read()).join()).toContain('LTS has an internal error.');
  await form.close();
});

it('a stream of a group whose streams come after those of the next one is not searched', async () => {
  const { omar, form, ltsFault, idle } = await openSearching('next');
  await omar.type('/lts search');
  const checkout = fieldOf(await form.top(), 'group')?.options.find(({ label }) => label === 'checkout');
  const [id = ''] = checkout?.value.split(' ') ?? [];
  await ltsFault({ match: { method: 'GET', path: `/groups/${id}/streams` }, delayMs: 2_000 });
  await form.chooseSoon('group', 'checkout');
  await form.chooseSoon('group', 'edge');
  await idle();
  expect(fieldOf(await form.top(), 'stream')?.options.map(({ label }) => label)).toContain('api');
  await form.search({ stream: 'api' });
  expect(await form.errors()).toEqual({
    stream: 'The streams are not of this group. Wait a moment for its own, or choose another group.',
  });
  await form.choose('group', 'edge');
  expect(fieldOf(await form.top(), 'stream')?.options.map(({ label }) => label)).toContain('next');
  await form.close();
});

describe('where the policy hides groups and streams', () => {
  it('the form lists what the person may read', async () => {
    const journey = await openJourney('en', RESTRICTED);
    const rita = journey.person('reader');
    const form = searchesOf(journey, 'reader');
    await rita.type('/lts search');
    const groups = fieldOf(await form.top(), 'group')?.options.map(({ label }) => label);
    expect(groups?.toSorted()).toEqual(['checkout', 'payments']);
    await form.choose('group', 'payments');
    const stream = fieldOf(await form.top(), 'stream');
    expect([stream?.options.map(({ label }) => label), stream?.initial]).toEqual([['gateway'], 'gateway']);
    await form.close();
  });

  it('Refine of a page that somebody else shared opens no way to a group that is hidden', async () => {
    const journey = await openJourney('en', RESTRICTED);
    const omar = journey.person('operator');
    await journey.addStream('edge/hidden');
    const page = await omar.ask('/lts logs edge/hidden');
    const [shared] = await omar.press(page, 'share');
    const form = searchesOf(journey, 'reader');
    if (!shared) throw new Error('nothing is shared');
    expect(await journey.person('reader').press(shared.message, 'refine')).toEqual([]);
    const group = fieldOf(await form.top(), 'group');
    expect([group?.initial, group?.options.map(({ label }) => label).includes('edge')]).toEqual(['', false]);
    expect(JSON.stringify(await form.top())).not.toContain('hidden');
    await form.close();
  });
});
