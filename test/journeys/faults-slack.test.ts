import { describe, expect, it } from 'vitest';
import { openFaulty, said } from './faulty.ts';
import { onlyPosted, WINDOW } from './journey.ts';

const URLS = { path: '/commands/' };
const STREAMS = 'Log streams of payments: gateway, ledger';
const used = { status: 404, body: { ok: false, error: 'used_url' } };
const expired = { status: 404, body: { ok: false, error: 'expired_url' } };

it('a Slack that is slow is waited for, and told once', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'slack', match: URLS, delayMs: 2_000 });
  expect(said(await journey.person('reader').type('/lts streams payments'))).toEqual([
    `ops privately: ${STREAMS}`,
  ]);
});

it('an answer that broke off has been shown, and is not sent again', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'slack', match: URLS, truncate: true });
  expect(said(await journey.person('reader').type('/lts streams payments'))).toEqual([
    `ops privately: ${STREAMS}`,
  ]);
});

it('a response_url that always fails is given up for the token, to the same place', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'slack', match: URLS, status: 500, times: 4 });
  expect(said(await journey.person('reader').type('/lts streams payments'))).toEqual([
    `ops privately: ${STREAMS}`,
  ]);
});

describe.each([used, expired])('a response_url that is gone (%j)', (gone) => {
  it.each([
    ['ops', 'ops privately', false],
    ['random', 'rita', true],
    ['security-review', 'rita', true],
    // What is said there is for the person alone anyway.
    ['rita', 'rita', false],
  ])('from %s is answered in %s', async (channel, where, isElsewhere) => {
    const journey = await openFaulty();
    await journey.fault({ target: 'slack', match: URLS, ...gone });
    const changes = await journey.person('reader', channel).type('/lts streams payments');
    expect(said(changes)).toEqual([`${where}: ${STREAMS}`]);
    const note = 'This comes here because Slack did not take it where you asked.';
    expect(JSON.stringify(onlyPosted(changes).blocks).includes(note)).toBe(isElsewhere);
  });
});

it('a page that everybody is to see is, though its response_url is gone, and turned too', async () => {
  const journey = await openFaulty();
  const omar = journey.person('operator', 'general');
  await omar.type('/lts answers public');
  await journey.addStream('edge/shown');
  await journey.log('edge/shown', ['one', 'two', 'three']);
  await journey.fault({ target: 'slack', match: URLS, ...used });
  const page = onlyPosted(await omar.type(`/lts logs edge/shown limit:1 ${WINDOW}`));
  expect([page.channel, page.visibleTo]).toEqual(['general', null]);
  const gone = { target: 'slack', match: { path: '/actions/' }, ...used };
  await journey.fault(gone);
  const reply = onlyPosted(await omar.press(page, 'older'));
  expect([reply.channel, reply.threadTs, reply.visibleTo]).toEqual(['general', page.ts, null]);
  await journey.fault(gone);
  const [turned, ...more] = await omar.press(reply, 'older');
  expect([turned?.how, turned?.message.ts, more]).toEqual(['changed', reply.ts, []]);
});

it('a private page that cannot be replaced comes as a new one', async () => {
  const journey = await openFaulty();
  const rita = journey.person('reader');
  await journey.addStream('edge/turned');
  await journey.log('edge/turned', ['one', 'two']);
  const page = await rita.ask(`/lts logs edge/turned limit:1 ${WINDOW}`);
  await journey.fault({ target: 'slack', match: { path: '/actions/' }, ...used });
  const next = onlyPosted(await rita.press(page, 'older'));
  expect([next.channel, next.visibleTo]).toEqual(['ops', rita.user]);
});

it('an answer that Slack takes nowhere is not told, and LTS is asked once', async () => {
  const journey = await openFaulty();
  await journey.fault({ target: 'slack', match: URLS, ...used });
  await journey.fault({
    target: 'slack',
    match: { path: '/api/chat.' },
    body: { ok: false, error: 'account_inactive' },
    times: 2,
  });
  const before = await journey.asked();
  expect(said(await journey.person('reader').type('/lts groups'))).toEqual([]);
  expect((await journey.asked()) - before).toBe(1);
  expect(journey.errors.join()).toContain('Slack did not take an answer');
  expect(journey.errors.join()).not.toMatch(/\/commands\/T/);
});

describe('an export', () => {
  /** What a reader sees who exports a page while Slack fails so. */
  async function exportWith(name: string, ...faults: readonly object[]) {
    const journey = await openFaulty();
    const rita = journey.person('reader', 'rita');
    await journey.addStream(`edge/${name}`);
    await journey.log(`edge/${name}`, ['one', 'two']);
    const page = await rita.ask(`/lts logs edge/${name} ${WINDOW}`);
    for (const fault of faults) await journey.fault({ target: 'slack', ...fault });
    return said(await rita.press(page, 'export'));
  }

  it('is tried again at each step of its file that fails once', async () => {
    const steps = ['/api/files.getUploadURLExternal', '/upload/', '/api/files.completeUploadExternal'];
    const once = steps.map((path) => ({ match: { path }, status: 500 }));
    expect(await exportWith('steps', ...once)).toEqual([
      'rita: edge/steps · 2 lines exported as NDJSON.',
      'rita: [edge-steps.ndjson]',
    ]);
  });

  it.each(['/api/files.getUploadURLExternal', '/upload/', '/api/files.completeUploadExternal'])(
    'that Slack refuses at %s says so in its message',
    async (path) => {
      const name = `no-${path.length}`;
      const body = { ok: false, error: 'ekm_access_denied' };
      expect(await exportWith(name, { match: { path }, body })).toEqual([
        `rita: edge/${name} · The export did not work. Slack did not take the file. Try again in a moment.`,
      ]);
    },
  );

  it.each([
    ['at a step that shows nothing', 'getUploadURLExternal', '2 lines exported as NDJSON.'],
    [
      'at the last step',
      'completeUploadExternal',
      'The file was sent, but Slack has not confirmed it. If it is not here in a minute, please export again.',
    ],
  ])('that Slack itself fails over %s is not said to be refused', async (_, step, text) => {
    const name = `own-${step.length}`;
    const fault = { match: { path: `/api/files.${step}` }, body: { ok: false, error: 'internal_error' } };
    expect(await exportWith(name, fault)).toContain(`rita: edge/${name} · ${text}`);
  });

  it('whose last step broke off is not sent again, and told as it is', async () => {
    expect(
      await exportWith('half', { match: { path: '/api/files.completeUpload' }, truncate: true }),
    ).toEqual([
      'rita: edge/half · The file was sent, but Slack has not confirmed it. If it is not here in a minute, please export again.',
      'rita: [edge-half.ndjson]',
    ]);
  });

  it('that cannot even begin is told to the person alone', async () => {
    const body = { ok: false, error: 'ekm_access_denied' };
    expect(await exportWith('never', { match: { path: '/api/chat.postMessage' }, body })).toEqual([
      'rita privately: Slack did not take the file. Try again in a moment.',
    ]);
  });

  it('that fails in a message that cannot be changed is told to the person', async () => {
    const body = { ok: false, error: 'ekm_access_denied' };
    expect(
      await exportWith(
        'stuck',
        { match: { path: '/api/files.getUploadURLExternal' }, body },
        { match: { path: '/api/chat.update' }, body },
      ),
    ).toEqual([
      'rita: edge/stuck · Exporting: 0 of 2 lines.',
      'rita privately: edge/stuck · The export did not work. Slack did not take the file. Try again in a moment.',
    ]);
  });
});
