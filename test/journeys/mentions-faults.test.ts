import { expect, it } from 'vitest';
import { openAsking } from './asking.ts';
import { openAudit } from './audit-table.ts';
import { openFaulty } from './faulty.ts';

const MENTION = { bodyIncludes: 'app_mention' };

/** An operator who asks by name for a group to be created, and how often LTS was asked to. */
async function openCreating(name: string) {
  const [journey, { writesOf, deaths }] = [await openAsking(), await openFaulty()];
  const omar = journey.writer('operator');
  return {
    ...journey,
    deaths,
    user: omar.user,
    create: () => omar.say(`@lts group create ${name}`),
    writes: () => writesOf(`"${name}"`),
    created: { visibleTo: null, text: expect.stringContaining(`The log group ${name} `) },
  };
}

it('what Slack delivers again, because the answer broke off, is done once and told once', async () => {
  const journey = await openCreating('cut-off');
  const { fault, create, writes, created } = journey;
  await fault({ target: 'front', match: MENTION, truncate: true, times: 2 });
  const audit = await openAudit(journey);
  const { answer, posted } = await create();
  expect([answer.status, posted]).toMatchObject([0, [created]]);
  expect(await writes()).toEqual([201]);
  expect((await audit.news()).map(({ phase, group }) => [phase, group])).toEqual([
    ['begun', 'cut-off'],
    ['ended', 'cut-off'],
  ]);
});

it('what could not be handed over is done when Slack delivers it again', async () => {
  const { fault, create, writes, created } = await openCreating('handed-over');
  await fault({ target: 'worker', status: 500 });
  const { answer, posted } = await create();
  expect([answer.status, posted]).toMatchObject([400, [created]]);
  expect(await writes()).toEqual([201]);
});

it('what Lambda runs twice at once is done once and told once', async () => {
  const { fault, create, writes, created } = await openCreating('doubled');
  await fault({ target: 'worker', duplicate: true });
  expect((await create()).posted).toMatchObject([created]);
  expect(await writes()).toEqual([201]);
});

it.each(['beforeRun', 'afterLts', 'afterDeliver'])(
  'a worker that dies %s leaves the rest of a mention to the next attempt',
  async (kill) => {
    const { fault, create, writes, created, deaths } = await openCreating(`killed-${kill}`);
    const before = deaths();
    await fault({ target: 'worker', kill });
    expect((await create()).posted).toMatchObject([created]);
    expect(deaths()).toBe(before + 1);
    expect(await writes()).toEqual([201]);
  },
);

it('a mention that no attempt can finish is told of privately', async () => {
  const { fault, create, user } = await openCreating('lost');
  await fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  expect((await create()).posted).toMatchObject([
    { visibleTo: user, text: expect.stringContaining('This could not be answered') },
  ]);
});
