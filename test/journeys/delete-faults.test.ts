import { describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { asking, deleted, openDeleting } from './deleting.ts';
import { said } from './faulty.ts';
import { onlyPosted } from './journey.ts';
import { modalsOf } from './modals.ts';

const OPEN = { path: '/api/views.open' };
const UPDATE = { path: '/api/views.update' };
const DELETE = { method: 'DELETE' };
const BUSY = { status: 429, headers: { 'retry-after': '0' } };
const NOT_OPENED =
  'Nothing has been deleted yet. Open the form to see what would be lost with the log stream edge/again, and to confirm.';
const NOT_ANSWERED = 'This could not be answered, after several attempts. Please try again.';

describe('a modal that Slack does not open is offered once more, in a message:', () => {
  it.each([
    ['an expired trigger', { body: { ok: false, error: 'expired_trigger_id' } }],
    ['a refused token', { body: { ok: false, error: 'token_revoked' } }],
    ['a failure', { status: 500 }],
    ['too many requests', { status: 429, headers: { 'retry-after': '30' } }],
    ['an answer that comes too late for the trigger', { delayMs: 3_100 }],
  ])('%s', async (_, fault) => {
    const journey = await openDeleting();
    if (!(await journey.isThere('again'))) await journey.addStream('edge/again');
    await journey.fault({ target: 'slack', match: OPEN, ...fault });
    const message = onlyPosted(await journey.omar.type('/lts stream delete edge/again'));
    expect([message.text, message.visibleTo]).toEqual([NOT_OPENED, journey.omar.user]);
    expect(await journey.modals.all()).toEqual([]);
    expect(await journey.omar.press(message, 'delete')).toEqual([]);
    expect(await journey.modals.read()).toEqual([asking('again')]);
    await journey.modals.close();
  });

  it.each([
    ['a new connection that breaks', { target: 'slack', match: OPEN, abort: true }],
    [
      'a bot token that cannot be read',
      { target: 'secrets', match: { bodyIncludes: 'BotToken' }, status: 500 },
    ],
  ])('%s', async (_, fault) => {
    const journey = await openDeleting();
    if (!(await journey.isThere('again'))) await journey.addStream('edge/again');
    // In a process of its own, which keeps no connection to Slack and has read no token yet.
    await journey.fault({ target: 'front', kill: 'beforeRun' });
    await journey.omar.type('/lts groups');
    await journey.fault(fault);
    expect(await journey.type('/lts stream delete edge/again')).toEqual([`ops privately: ${NOT_OPENED}`]);
  });
});

it('a modal that opens without a word of it to the front function is filled all the same', async () => {
  const journey = await openDeleting('late');
  await journey.fault({ target: 'slack', match: OPEN, delayMs: 2_000 });
  expect(await journey.type('/lts stream delete edge/late')).toEqual([]);
  expect(await journey.modals.read()).toEqual([asking('late')]);
  await journey.fault({ target: 'slack', match: OPEN, truncate: true });
  expect(await journey.type('/lts stream delete edge/late')).toEqual([]);
  expect(await journey.modals.read()).toEqual([asking('late')]);
});

it('a modal that Slack does not let fill is offered once more', async () => {
  const journey = await openDeleting();
  if (!(await journey.isThere('again'))) await journey.addStream('edge/again');
  await journey.fault({ target: 'slack', match: UPDATE, ...BUSY, times: 4 });
  expect(await journey.type('/lts stream delete edge/again')).toEqual([`ops privately: ${NOT_OPENED}`]);
});

it('a modal that is filled without an answer is not filled twice, and nothing is posted', async () => {
  const journey = await openDeleting('once');
  await journey.fault({ target: 'slack', match: UPDATE, truncate: true });
  expect(await journey.type('/lts stream delete edge/once')).toEqual([]);
  expect(await journey.modals.read()).toEqual([asking('once')]);
});

it.each(['beforeRun', 'afterLts', 'afterDeliver'])(
  'workers that die %s, over the form and over what it deletes, show it once and do it once',
  async (kill) => {
    const name = `die-${kill}`;
    const journey = await openDeleting(name);
    const id = await journey.idOf(name);
    const deaths = journey.deaths();
    await journey.fault({ target: 'worker', kill });
    expect(await journey.type(`/lts stream delete edge/${name}`)).toEqual([]);
    expect(await journey.modals.read()).toEqual([asking(name)]);
    await journey.fault({ target: 'worker', kill, ...(kill === 'afterLts' && { killAt: 'DELETE /v2' }) });
    expect(await journey.submit(name)).toEqual([deleted(name)]);
    expect(await journey.deletesOf(id)).toEqual([204]);
    expect(journey.deaths() - deaths).toBe(2);
  },
);

it('jobs that are delivered twice show the form once, and delete once', async () => {
  const journey = await openDeleting('duplicate');
  const id = await journey.idOf('duplicate');
  await journey.fault({ target: 'worker', duplicate: true, times: 2 });
  expect(await journey.type('/lts stream delete edge/duplicate')).toEqual([]);
  expect(await journey.modals.read()).toEqual([asking('duplicate')]);
  expect(await journey.submit('duplicate')).toEqual([deleted('duplicate')]);
  expect(await journey.deletesOf(id)).toEqual([204]);
});

it('a form whose workers all die does not wait for ever, and nothing was deleted of one that was submitted', async () => {
  const journey = await openDeleting('dead');
  const { slack, url, post, modals } = journey;
  await journey.type('/lts stream delete edge/dead');
  const top = await modals.top();
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3, match: { bodyIncludes: 'submitted' } });
  await journey.fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  const told = await journey.does(async () => {
    const reader = slack.users.find(({ role }) => role === 'reader')?.id;
    const channel = slack.channels.find(({ name }) => name === 'ops')?.id;
    const text = '/lts stream delete edge/dead';
    await Promise.all([
      modals.submitSoon('dead', top),
      post(`${url}/local/type`, { user: reader, channel, text }),
    ]);
    await journey.idle();
  });
  const line = '`/lts stream delete edge/dead`';
  expect(await modalsOf(journey, 'reader').read()).toEqual([
    expect.stringContaining(`(LTS ChatOps)\n${line}\n${NOT_ANSWERED}`),
  ]);
  expect(said(told)).toEqual([`ops privately: ${NOT_ANSWERED}`]);
  expect(asText(onlyPosted(told))).toContain(line);
  expect(await journey.isThere('dead')).toBe(true);
});

it.each([
  ['that does what it does not confirm', { truncate: true }, false],
  ['that fails', { status: 500 }, true],
])('an LTS %s is looked at, and told as it is', async (_, fault, isLeft) => {
  const name = isLeft ? 'left' : 'gone';
  const journey = await openDeleting(name);
  await journey.type(`/lts stream delete edge/${name}`);
  await journey.ltsFault({ match: DELETE, ...fault });
  const stillThere =
    'ops privately: LTS did not confirm this, and what was to be deleted is still there. Look once more in a minute, then try again.';
  expect(await journey.submit(name)).toEqual([isLeft ? stillThere : deleted(name)]);
  expect(await journey.isThere(name)).toBe(isLeft);
});

it('a hand-over that is refused is told where the person looks, and what they typed is kept', async () => {
  const journey = await openDeleting('refused');
  const text = 'This could not be passed on, so nothing was done.';
  await journey.fault({ target: 'worker', status: 500 });
  expect(await journey.type('/lts stream delete edge/refused')).toEqual([]);
  expect(await journey.modals.read()).toEqual([expect.stringContaining(text)]);
  await journey.type('/lts stream delete edge/refused');
  await journey.fault({ target: 'worker', status: 500 });
  expect(await journey.submit('refused')).toEqual([]);
  expect(await journey.modals.read()).toEqual([expect.stringContaining(`! confirm: ${text}`)]);
  expect(await journey.submit('refused')).toEqual([deleted('refused')]);
});

it('a hand-over without an answer is told as that, and what it comes to is done and told once', async () => {
  const journey = await openDeleting('silent');
  const id = await journey.idOf('silent');
  const text = 'It is not certain that this was passed on.';
  const late = { target: 'worker', delayMs: 2_700 };
  await journey.fault(late);
  expect(await journey.type('/lts stream delete edge/silent')).toEqual([]);
  expect(await journey.modals.read()).toEqual([expect.stringContaining(text)]);
  await journey.type('/lts stream delete edge/silent');
  await journey.fault(late);
  expect(await journey.submit('silent')).toEqual([deleted('silent')]);
  expect(await journey.modals.read()).toEqual([expect.stringContaining(`! confirm: ${text}`)]);
  expect(await journey.submit('silent')).toEqual([]);
  expect([await journey.modals.all(), await journey.deletesOf(id)]).toEqual([[], [204]]);
});
