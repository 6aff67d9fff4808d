import { expect, it } from 'vitest';
import { openFaulty } from './faulty.ts';
import { onlyPosted, WINDOW } from './journey.ts';

const THROTTLED = {
  status: 400,
  body: { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException', message: 'slow down' },
};
/** As often as a worker asks the table for one thing. */
const ATTEMPTS = 4;

const made = (name: string, how = '') =>
  `ops privately: The log group ${name} now exists.${how} It keeps logs for 7 days.`;
const UNKNOWN =
  'ops privately: An attempt at this broke off. Whether it has happened is not known. Before you try again, look in the LTS console, or in the lists here, whether it is there.';
const NO_RECORDS =
  'ops privately: This could not be answered, and the bot cannot reach its own records. If it was to change something, look whether it did before you try again.';
const NOT_ANSWERED = 'ops privately: This could not be answered, after several attempts. Please try again.';

/** What the creation of a group brings while the table fails with whatever has `part` in it. */
async function createWith(name: string, part: string, times: number, fault: object = { status: 500 }) {
  const journey = await openFaulty();
  await journey.fault({ target: 'dynamodb', match: { bodyIncludes: part }, ...fault, times });
  const read = await journey.doAtOnce([{ text: `/lts group create ${name}` }]);
  return { read, writes: await journey.writesOf(`"${name}"`) };
}

it.each([
  ['throttled once', 1, THROTTLED],
  ['broken three times', 3, { status: 500 }],
  ['closed once', 1, { abort: true }],
  ['silent for a second', 1, { delayMs: 1_200 }],
])('a table that is %s is asked again, and nobody notices', async (what, times, fault) => {
  const name = what.replaceAll(' ', '-');
  expect(await createWith(name, '', times, fault)).toEqual({ read: [made(name)], writes: [201] });
});

it.each([
  ['the hold on a job', 'in_progress_expiration'],
  ['the journal', 'attempts'],
  ['that a write begins', 'writing'],
  ['that the person is told', 'telling'],
  ['that the job is done', 'COMPLETED'],
])('an attempt that cannot record %s fails, and the next one ends the job', async (what, part) => {
  const name = what.replaceAll(' ', '-');
  expect(await createWith(name, part, ATTEMPTS)).toEqual({ read: [made(name)], writes: [201] });
});

it('an attempt that never hears that it may tell takes it back, and the next one tells', async () => {
  expect(await createWith('unheard', 'telling', ATTEMPTS, { truncate: true })).toEqual({
    read: [made('unheard')],
    writes: [201],
  });
});

it.each([
  ['telling', 'telling'],
  ['left', '"left"'],
])(
  'an export whose attempt never hears that %s is written down brings its file with the next one',
  async (part, bodyIncludes) => {
    const journey = await openFaulty();
    await journey.addStream(`edge/${part}`);
    await journey.log(`edge/${part}`, ['one', 'two']);
    const page = onlyPosted(
      await journey.person('operator', 'omar').type(`/lts logs edge/${part} ${WINDOW}`),
    );
    const fault = { match: { bodyIncludes }, truncate: true, times: ATTEMPTS };
    await journey.fault({ target: 'dynamodb', ...fault });
    expect(await journey.doAtOnce([{ page, actionId: 'export' }])).toEqual([
      `omar: [edge-${part}.ndjson]`,
      `omar: edge/${part} · 2 lines exported as NDJSON.`,
    ]);
  },
);

it('an export whose file Slack refused is not said to be done by the attempt that ends it', async () => {
  const journey = await openFaulty();
  await journey.addStream('edge/untaken');
  await journey.log('edge/untaken', ['one', 'two']);
  const page = onlyPosted(await journey.person('operator', 'omar').type(`/lts logs edge/untaken ${WINDOW}`));
  const body = { ok: false, error: 'ekm_access_denied' };
  await journey.fault({ target: 'slack', match: { path: 'completeUpload' }, body });
  const unrecorded = { match: { bodyIncludes: 'COMPLETED' }, status: 500, times: ATTEMPTS };
  await journey.fault({ target: 'dynamodb', ...unrecorded });
  expect(await journey.doAtOnce([{ page, actionId: 'export' }])).toEqual([
    `omar: edge/untaken · The export did not work. ${NOT_ANSWERED.replace('ops privately: ', '')}`,
  ]);
});

it('an attempt that cannot record what a write came to leaves it to the next one to look', async () => {
  expect(await createWith('seen', ':written', ATTEMPTS)).toEqual({
    read: [made('seen', ' The confirmation was lost, but it is there.')],
    writes: [201],
  });
});

it('when no attempt can record what a write came to, the person is told that nobody knows', async () => {
  expect(await createWith('unknown', ':written', 3 * ATTEMPTS)).toEqual({ read: [UNKNOWN], writes: [201] });
});

it('when no attempt can begin, the person is told so', async () => {
  expect(await createWith('never', 'in_progress_expiration', 3 * ATTEMPTS)).toEqual({
    read: [NOT_ANSWERED],
    writes: [],
  });
});

it('a channel whose settings cannot be read is not searched in the wrong place', async () => {
  expect(await createWith('nowhere', 'channel#', ATTEMPTS)).toEqual({
    read: [
      'ops privately: The settings of this channel could not be read or changed. Try again in a moment.',
    ],
    writes: [],
  });
});

it('a group that a dead attempt made is told of, though the settings cannot be read any more', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'worker', kill: 'afterLts', killAt: 'POST /v2' });
  const settings = { target: 'dynamodb', match: { bodyIncludes: 'channel#' } };
  await journey.fault({ ...settings, delayMs: 0 });
  await journey.fault({ ...settings, status: 500, times: ATTEMPTS });
  expect(await journey.doAtOnce([{ text: '/lts group create kept' }])).toEqual([
    made('kept', ' The confirmation was lost, but it is there.'),
  ]);
});

it('a failed job that cannot be kept is told of all the same, once', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  await journey.fault({
    target: 'dynamodb',
    match: { bodyIncludes: 'failed#' },
    status: 500,
    times: ATTEMPTS,
  });
  expect(await journey.doAtOnce([{ text: '/lts groups' }])).toEqual([NOT_ANSWERED]);
});

it('nobody is told twice without a table, though Slack does not confirm it', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'dynamodb', status: 500, times: 999 });
  const slack = (path: string, fault: object) =>
    journey.fault({ target: 'slack', match: { path }, times: 9, ...fault });
  await slack('/commands/', { status: 404 });
  await slack('/api/chat.postEphemeral', { truncate: true });
  await slack('/api/chat.postMessage', { body: { ok: false, error: 'ekm_access_denied' } });
  expect(await journey.doAtOnce([{ text: '/lts groups' }])).toEqual([NO_RECORDS]);
});

it('a table that nobody reaches any more is told of, with what is known', async () => {
  expect(await createWith('gone', '', 999)).toEqual({ read: [NO_RECORDS], writes: [] });
});
