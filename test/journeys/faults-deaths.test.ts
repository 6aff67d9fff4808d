import { expect, it } from 'vitest';
import { type Act, type Faulty, openFaulty } from './faulty.ts';
import { onlyPosted, WINDOW } from './journey.ts';

const UNKNOWN =
  'ops privately: LTS did not confirm this. Whether it has happened is not known. Before you try again, look in the LTS console, or in the lists here, whether it is there.';

/** A read, a create, a transfer, a setting, a page turned, a share and an export, with a stream of their own. */
async function sevenJobs(journey: Faulty, name: string): Promise<Act[]> {
  await journey.addStream(`edge/${name}`);
  await journey.log(`edge/${name}`, ['one', 'two']);
  const page = async (channel: string) => {
    const person = journey.person('operator', channel);
    return onlyPosted(await person.type(`/lts logs edge/${name} limit:1 ${WINDOW}`));
  };
  return [
    { text: '/lts streams payments' },
    { text: `/lts group create ${name}` },
    { text: `/lts transfer edge/${name} bucket:lts-archive every:5min` },
    { text: `/lts use edge/${name}` },
    { page: await page('general'), actionId: 'older' },
    { page: await page('random'), actionId: 'share' },
    { page: await page('omar'), actionId: 'export' },
  ];
}

/** What they bring, whatever dies. */
const brought = (name: string) => {
  const shown = `edge/${name} · 1 line shown · 2025-03-03 04:00:00 – 05:00:00 (America/New_York)`;
  return [
    `general privately changed: ${shown} · The window holds no older lines.`,
    `omar: [edge-${name}.ndjson]`,
    `omar: edge/${name} · 2 lines exported as NDJSON.`,
    `ops privately: From now on, /lts logs in this channel searches edge/${name} when no stream is named.`,
    'ops privately: Log streams of payments: gateway, ledger',
    `ops privately: The log group ${name} now exists. It keeps logs for 7 days.`,
    `ops privately: edge/${name}: copied to the OBS bucket lts-archive every 5 minutes, from now on.`,
    `random: ${shown}`,
  ];
};

it.each([
  // What dies right after it has shown its message has not told anybody where that is.
  ['afterDeliver', ['omar: edge/afterDeliver · Exporting: 0 of 2 lines.']],
  ['afterLts', []],
  ['beforeRun', []],
])('jobs whose workers are killed %s are done once, and told once', async (kill, left) => {
  const journey = await openFaulty();
  const jobs = await sevenJobs(journey, kill);
  const [deaths, dumps] = [journey.deaths(), (await journey.writesOf('/log-dump')).length];
  await journey.fault({ target: 'worker', kill, times: jobs.length });
  expect(await journey.doAtOnce(jobs)).toEqual([...brought(kill), ...left].toSorted());
  // A setting asks LTS for nothing but the stream that it names.
  expect(journey.deaths() - deaths).toBe(7);
  expect(await journey.writesOf(`"log_group_name":"${kill}"`)).toEqual([201]);
  expect((await journey.writesOf('/log-dump')).slice(dumps)).toEqual([201]);
});

it('jobs that are delivered twice are done once, and told once', async () => {
  const journey = await openFaulty();
  const jobs = await sevenJobs(journey, 'twice');
  await journey.fault({ target: 'worker', duplicate: true, times: jobs.length });
  expect(await journey.doAtOnce(jobs)).toEqual(brought('twice'));
  expect(await journey.writesOf('"log_group_name":"twice"')).toEqual([201]);
});

it('an attempt that is slower than the one that took over says nothing after the answer', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'worker', duplicate: true });
  await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 4_000 });
  expect(await journey.doAtOnce([{ text: '/lts streams payments' }])).toEqual([
    'ops privately: Log streams of payments: gateway, ledger',
  ]);
});

it('a group that two attempts create at once, the first one last, is created once, and told once', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'worker', duplicate: true });
  // Longer than an attempt holds its job, so that the second one takes over.
  await journey.ltsFault({ match: { method: 'POST', bodyIncludes: '"overtaken"' }, delayMs: 2_500 });
  expect(await journey.doAtOnce([{ text: '/lts group create overtaken' }])).toEqual([
    'ops privately: The log group overtaken now exists. It keeps logs for 7 days.',
  ]);
  expect((await journey.writesOf('"overtaken"')).toSorted()).toEqual([201, 400]);
});

it('a transfer that is still on its way when another attempt takes over is not made twice', async () => {
  const journey = await openFaulty();
  await journey.addStream('edge/overtaken');
  const dumps = (await journey.writesOf('/log-dump')).length;
  await journey.fault({ target: 'worker', duplicate: true });
  await journey.ltsFault({ match: { path: '/log-dump' }, delayMs: 2_500 });
  const text = '/lts transfer edge/overtaken bucket:lts-archive every:5min';
  expect(await journey.doAtOnce([{ text }])).toEqual([UNKNOWN]);
  expect((await journey.writesOf('/log-dump')).slice(dumps)).toEqual([201]);
});

it('a transfer of which two attempts know nothing is made by the later one alone', async () => {
  const journey = await openFaulty();
  await journey.addStream('edge/behind');
  const dumps = (await journey.writesOf('/log-dump')).length;
  await journey.fault({ target: 'worker', duplicate: true });
  // The first one still looks the stream up when the second one takes over.
  await journey.ltsFault({ match: { method: 'GET', path: '/groups' }, delayMs: 2_500 });
  const text = '/lts transfer edge/behind bucket:lts-archive every:5min';
  expect(await journey.doAtOnce([{ text }])).toEqual([
    'ops privately: edge/behind: copied to the OBS bucket lts-archive every 5 minutes, from now on.',
  ]);
  expect((await journey.writesOf('/log-dump')).slice(dumps)).toEqual([201]);
});

it('a group and a transfer whose workers die of the answer to them are told as far as is known', async () => {
  const journey = await openFaulty();
  await journey.addStream('edge/died');
  const dumps = (await journey.writesOf('/log-dump')).length;
  await journey.fault({ target: 'worker', kill: 'afterLts', killAt: 'POST /v2', times: 2 });
  const texts = ['/lts group create died', '/lts transfer edge/died bucket:lts-archive every:5min'];
  expect(await journey.doAtOnce(texts.map((text) => ({ text })))).toEqual([
    UNKNOWN,
    'ops privately: The log group died now exists. The confirmation was lost, but it is there. It keeps logs for 7 days.',
  ]);
  expect(await journey.writesOf('"log_group_name":"died"')).toEqual([201]);
  expect((await journey.writesOf('/log-dump')).slice(dumps)).toEqual([201]);
});

it.each([
  ['ended', 'chat.update', ['omar: [edge-ended.ndjson]', 'omar: edge/ended · 2 lines exported as NDJSON.']],
  [
    'shared',
    'completeUpload',
    [
      'omar: [edge-shared.ndjson]',
      'omar: edge/shared · The file was sent, but Slack has not confirmed it. If it is not here in a minute, please export again.',
    ],
  ],
])('an export whose worker dies when it is %s brings it once', async (name, killAt, expected) => {
  const journey = await openFaulty();
  const file = (await sevenJobs(journey, name)).at(-1);
  if (!file) throw new Error('there is no export');
  await journey.fault({ target: 'worker', kill: 'afterDeliver', killAt });
  const deaths = journey.deaths();
  expect(await journey.doAtOnce([file])).toEqual(expected);
  expect(journey.deaths() - deaths).toBe(1);
});

it('an export that LTS refuses to the attempt that takes over ends where it is shown', async () => {
  const journey = await openFaulty();
  const file = (await sevenJobs(journey, 'refused')).at(-1);
  if (!file) throw new Error('there is no export');
  const queries = { method: 'POST', path: '/content/query' };
  // The first attempt counts the lines, reads them, and cannot write down that it tells.
  await journey.ltsFault({ match: queries, delayMs: 0, times: 2 });
  await journey.refuse(403, 'LTS.0008', queries);
  await journey.fault({ target: 'dynamodb', match: { bodyIncludes: 'telling' }, status: 500, times: 4 });
  expect(await journey.doAtOnce([file])).toEqual([
    'omar: edge/refused · The export did not work. LTS refused this. Try again in a moment; if it stays, tell those who run the bot.',
  ]);
});

it('two quick clicks turn a page once, and bring two files and two shares', async () => {
  const journey = await openFaulty();
  const [, , , , turn, share, file] = await sevenJobs(journey, 'clicks');
  if (!turn || !share || !file) throw new Error('there are no clicks');
  const all = brought('clicks');
  expect(await journey.doAtOnce([turn, turn])).toEqual([all[0]]);
  expect(await journey.doAtOnce([share, share])).toEqual([all[7], all[7]]);
  expect(await journey.doAtOnce([file, file])).toEqual([all[1], all[1], all[2], all[2]]);
});

it('an export whose attempts all die before anybody sees it is told of, though the failed function is killed too', async () => {
  const journey = await openFaulty();
  const file = (await sevenJobs(journey, 'unseen')).at(-1);
  if (!file) throw new Error('there is no export');
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3 });
  await journey.fault({ target: 'failed', kill: 'beforeRun' });
  expect(await journey.doAtOnce([file])).toEqual([
    'omar privately: This could not be answered, after several attempts. Please try again.',
  ]);
});
