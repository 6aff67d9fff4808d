import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openAudit } from './audit-table.ts';
import { type Act, type Faulty, openFaulty } from './faulty.ts';
import { onlyPosted, WINDOW } from './journey.ts';

/** As often as a worker asks the table for one thing. */
const ATTEMPTS = 4;
const NOT_ANSWERED = 'This could not be answered, after several attempts. Please try again.';

let journey: Faulty;
let audit: Awaited<ReturnType<typeof openAudit>>;
beforeAll(async () => {
  journey = await openFaulty();
  await journey.addStream('edge/audited');
  await journey.log('edge/audited', ['one', 'two']);
});
beforeEach(async () => {
  journey = await openFaulty();
  audit = await openAudit(journey);
});

/** Lets the requests to the audit table, as far as they hold `part` of a key, go wrong. */
const failAudit = (part: string, times: number, fault: object = { status: 500 }) =>
  journey.fault({ target: 'dynamodb', match: { bodyIncludes: part }, ...fault, times });

const recover = () => fetch(`${journey.url}/local/faults`, { method: 'DELETE' });

async function openPage(channel: string) {
  return onlyPosted(
    await journey.person('operator', channel).type(`/lts logs edge/audited limit:1 ${WINDOW}`),
  );
}

/** What jobs have left. */
const news = async () =>
  (await audit.news()).map(({ command, phase, outcome }) =>
    [command, phase, ...(outcome === undefined ? [] : [outcome])].join(' '),
  );

it('while it cannot be recorded nothing is done and nothing is told, but that; and then all goes on', async () => {
  const page = {
    ops: await openPage('ops'),
    general: await openPage('general'),
    omar: await openPage('omar'),
  };
  const acts: Act[] = [
    { text: '/lts streams edge' },
    { text: '/lts lgos' },
    { text: '/lts group create unheard' },
    { text: '/lts transfer edge/audited bucket:lts-archive every:5min' },
    { text: '/lts answers public' },
    { page: page.ops, actionId: 'older' },
    { page: page.general, actionId: 'share' },
    { page: page.omar, actionId: 'export' },
  ];
  await audit.news();
  await failAudit(audit.table, 9_999);
  expect(await journey.doAtOnce(acts)).toEqual([
    `general privately: ${NOT_ANSWERED}`,
    `omar privately: ${NOT_ANSWERED}`,
    ...Array(6).fill(`ops privately: ${NOT_ANSWERED}`),
  ]);
  expect([await journey.writesOf('"unheard"'), await journey.writesOf('/log-dump')]).toEqual([[], []]);
  await recover();
  expect(await audit.news()).toEqual([]);
  expect(await journey.doAtOnce([{ text: '/lts answers' }, { text: '/lts group create unheard' }])).toEqual([
    'ops privately: Only the person who asks sees the answer.',
    'ops privately: The log group unheard now exists. It keeps logs for 7 days.',
  ]);
  expect((await news()).toSorted()).toEqual([
    'answers ended ok',
    'create_group begun',
    'create_group ended ok',
  ]);
});

it.each([
  ['begins', '#begun', { status: 500 }],
  ['ended', '#ended', { status: 500 }],
  ['ended, unheard', '#ended', { truncate: true }],
])('an attempt that cannot record that a change %s leaves it to the next one', async (what, part, fault) => {
  const name = what.replace(/\W+/g, '-');
  await failAudit(part, ATTEMPTS, fault);
  expect(await journey.doAtOnce([{ text: `/lts group create ${name}` }])).toEqual([
    `ops privately: The log group ${name} now exists. It keeps logs for 7 days.`,
  ]);
  await recover();
  expect(await journey.writesOf(`"${name}"`)).toEqual([201]);
  expect(await news()).toEqual(['create_group begun', 'create_group ended ok']);
});

it('a setting that was made, and could not be recorded, is told as made, and not made again', async () => {
  // Of the worker's three attempts, and of the failed function's first.
  await failAudit('#ended', 3 * ATTEMPTS + 5);
  expect(await journey.doAtOnce([{ text: '/lts use edge/audited' }])).toEqual([
    expect.stringContaining('searches edge/audited when no stream is named.'),
  ]);
  await recover();
  expect(await news()).toEqual(['use begun', 'use ended ok']);
});

it('a change whose worker dies of the answer to it has begun, and ends once', async () => {
  await journey.fault({ target: 'worker', kill: 'afterLts', killAt: 'POST /v2' });
  await journey.doAtOnce([{ text: '/lts group create died' }]);
  expect(await news()).toEqual(['create_group begun', 'create_group ended ok']);
});

it('what no attempt could finish is recorded as far as it is known', async () => {
  await journey.fault({ target: 'worker', kill: 'afterLts', killAt: 'POST /v2', times: 3 });
  await journey.doAtOnce([{ text: '/lts transfer edge/audited bucket:lts-archive every:5min' }]);
  // The second attempt says that nobody knows.
  expect(await news()).toEqual(['transfer begun', 'transfer ended unconfirmed']);
  await recover();
  await journey.fault({ target: 'worker', kill: 'beforeRun', times: 6 });
  // The failed function itself comes again until it could record it.
  await failAudit('#ended', 5);
  const told = await journey.doAtOnce([{ text: '/lts streams edge' }, { text: '/lts lgos' }]);
  expect(told).toEqual(Array(2).fill(`ops privately: ${NOT_ANSWERED}`));
  expect((await news()).toSorted()).toEqual(['streams ended failed', 'unread ended failed']);
});

it('what is delivered twice, and what is told only by the second attempt, is recorded once', async () => {
  await journey.fault({ target: 'worker', duplicate: true });
  await journey.doAtOnce([{ text: '/lts group create twice' }]);
  expect(await news()).toEqual(['create_group begun', 'create_group ended ok']);
  await failAudit('telling', ATTEMPTS);
  await journey.doAtOnce([{ text: '/lts streams edge' }]);
  expect(await news()).toEqual(['streams ended ok']);
});

it('what the second attempt sees otherwise is recorded beside what the first one saw', async () => {
  await journey.refuse(403, 'LTS.0001', { path: '/content/query' });
  await failAudit('telling', ATTEMPTS);
  const [told] = await journey.doAtOnce([{ text: `/lts logs edge/audited ${WINDOW}` }]);
  expect(told).toContain('2 lines match');
  expect(await news()).toEqual(['logs ended LTS.0001', 'logs ended ok']);
  const shown = await journey.person('operator').type('/lts audit who:me');
  expect(JSON.stringify(shown.at(-1)?.message.blocks)).toContain(
    'read lines: edge/audited · LTS.0001, then done',
  );
});

it('a file that Slack does not take is recorded as that', async () => {
  const page = await openPage('omar');
  await audit.news();
  const body = { ok: false, error: 'ekm_access_denied' };
  await journey.fault({ target: 'slack', match: { path: 'completeUpload' }, body });
  await journey.doAtOnce([{ page, actionId: 'export' }]);
  expect(await news()).toEqual(['export begun', 'export ended delivery', 'export ended ok']);
});
