import { describe, expect, it } from 'vitest';
import { type Journey, onlyPosted, openJourney, type Traveller, WINDOW } from './journey.ts';
import type { Change, Placed } from './look.ts';

const LINES = [
  { content: 'ERROR order 1: payment failed', labels: { hostName: 'ecs-1' } },
  { content: '=cmd("x"), said a customer\u0007', labels: { hostName: 'ecs-2', note: 'a "b"' } },
  { content: `ERROR 订单 ${'很长'.repeat(400)}`, labels: {} },
];
const TIMES = ['09:00:03', '09:00:02', '09:00:01'];

/** What the step brought: the message that tells how far it is, the file, and the note about where they are. */
function sortChanges(changes: readonly Change[]) {
  const messages = changes.map(({ message }) => message);
  const file = messages.find(({ file }) => file);
  const note = messages.find(({ visibleTo }) => visibleTo !== null);
  const status = messages.find((message) => message !== file && message !== note);
  if (!status) throw new Error(`no status in ${JSON.stringify(messages.map(({ text }) => text))}`);
  return { status, file, note, count: messages.length };
}

async function openPage(journey: Journey, person: Traveller, target: string): Promise<Placed> {
  await journey.addStream(target);
  await journey.log(target, ['cause', 'ERROR', 'consequence']);
  return person.ask(`/lts logs ${target} ${WINDOW}`);
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a private page is exported to the direct message, in the three formats', async () => {
    const journey = await openJourney(language);
    const rita = journey.person('reader');
    const page = await openPage(journey, rita, 'checkout/orders');
    const first = sortChanges(await rita.press(page, 'export'));
    expect(first.count).toBe(3);
    expect([first.status.channel, first.status.visibleTo]).toEqual(['rita', null]);
    expect(first.file?.channel).toBe('rita');
    expect([first.note?.channel, first.note?.visibleTo]).toEqual(['ops', rita.user]);
    const csv = sortChanges(await rita.press(first.status, 'export_csv'));
    const text = sortChanges(await rita.press(first.status, 'export_text'));
    for (const { count, file, status } of [csv, text]) {
      expect([count, status.channel, status.threadTs, file?.channel]).toEqual([2, 'rita', null, 'rita']);
    }
    await journey.expectReads('export');
  });

  it('a shared page is exported into its thread, for all', async () => {
    const journey = await openJourney(language);
    const rita = journey.person('reader');
    const page = await openPage(journey, rita, 'checkout/carts');
    const shared = onlyPosted(await rita.press(page, 'share'));
    const { status, file, note } = sortChanges(await journey.person('operator').press(shared, 'export'));
    expect([status.channel, status.threadTs, status.visibleTo]).toEqual(['ops', shared.ts, null]);
    expect([file?.threadTs, note]).toEqual([shared.ts, undefined]);
    const again = sortChanges(await rita.press(status, 'export_text'));
    expect([again.status.threadTs, again.file?.threadTs]).toEqual([shared.ts, shared.ts]);
    await journey.expectReads('export-thread');
  });

  it('where the bot is no member the file comes to the direct message, and an invitation would bring it', async () => {
    const journey = await openJourney(language);
    const rita = journey.person('reader', 'security-review');
    const page = await openPage(journey, rita, 'checkout/stock');
    const shared = onlyPosted(await rita.press(page, 'share'));
    const { status, file, note, count } = sortChanges(await rita.press(shared, 'export'));
    expect([count, status.channel, file?.channel]).toEqual([3, 'rita', 'rita']);
    expect([note?.channel, note?.visibleTo]).toEqual(['security-review', rita.user]);
    await journey.expectReads('export-outside');
  });

  it('an export that fails says so in its place', async () => {
    const journey = await openJourney(language);
    const rita = journey.person('reader');
    const page = await openPage(journey, rita, 'checkout/mails');
    const asked = '"limit":1001';
    await journey.refuse(400, 'LTS.0208', { path: '/content/query', bodyIncludes: asked });
    expect(sortChanges(await rita.press(page, 'export')).file).toBeUndefined();
    for (const path of ['/api/files.getUploadURLExternal', '/upload/', '/api/files.completeUploadExternal']) {
      await journey.fault({
        target: 'slack',
        match: { path },
        body: { ok: false, error: 'ekm_access_denied' },
      });
      expect(sortChanges(await rita.press(page, 'export')).file).toBeUndefined();
    }
    await journey.expectReads('export-failed');
  });
});

it('a file holds every line of the search, as it was logged', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const target = 'payments/gateway';
  const lineNums = (await journey.log(target, LINES)).toReversed();
  const lines = LINES.toReversed();
  const page = await rita.ask(`/lts logs ${target} limit:1 ${WINDOW}`);
  const { status, file } = sortChanges(await rita.press(page, 'export'));
  expect(file?.file?.name).toBe('payments-gateway.ndjson');
  expect(
    file?.file?.content
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(
    lines.map((line, index) => ({
      time: `2025-03-03T${TIMES[index]}.000Z`,
      line_num: lineNums[index],
      content: line.content,
      labels: line.labels,
    })),
  );

  const csv = sortChanges(await rita.press(status, 'export_csv'));
  expect(csv.file?.file?.name).toBe('payments-gateway.csv');
  expect(csv.file?.file?.content).toBe(
    [
      '\ufeff"time (Europe/Berlin)","line_num","content","labels"',
      `"2025-03-03 10:00:03.000","${lineNums[0]}","${LINES[2]?.content}","{}"`,
      `"2025-03-03 10:00:02.000","${lineNums[1]}","'=cmd(""x""), said a customer\u0007","{""hostName"":""ecs-2"",""note"":""a \\""b\\""""}"`,
      `"2025-03-03 10:00:01.000","${lineNums[2]}","ERROR order 1: payment failed","{""hostName"":""ecs-1""}"`,
      '',
    ].join('\r\n'),
  );

  const text = sortChanges(await rita.press(status, 'export_text'));
  expect(text.file?.file?.name).toBe('payments-gateway.txt');
  expect(text.file?.file?.content).toBe(
    lines.map(({ content }, index) => `2025-03-03 ${berlin(TIMES[index])}.000  ${content}\n`).join(''),
  );
});

function berlin(time = ''): string {
  return time.replace('09', '10');
}

it('an export keeps words and order, and goes on from any page', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader', 'rita');
  await journey.log(
    'payments/ledger',
    Array.from({ length: 6 }, (_, index) => `${index % 2 === 0 ? 'even' : 'odd'} ${index}`),
  );
  const page = await rita.ask(`/lts logs payments/ledger even limit:1 order:oldest ${WINDOW}`);
  const [turned] = await rita.press(page, 'newer');
  const { status, file, count } = sortChanges(await rita.press(turned?.message ?? page, 'export'));
  expect(count).toBe(2);
  expect(status.text).toContain('3 lines exported as NDJSON.');
  const contents = file?.file?.content.match(/"content":"[^"]*"/g);
  expect(contents).toEqual(['"content":"even 0"', '"content":"even 2"', '"content":"even 4"']);
});

it('5,000 lines are exported with their progress, and 5,001 are too many', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  await journey.log(
    'edge/nginx',
    Array.from({ length: 5_000 }, (_, index) => ({
      content: `GET /${index}`,
      time: Date.UTC(2025, 2, 3, 9, 10) + index,
    })),
  );
  const page = await rita.ask(`/lts logs edge/nginx get limit:1 ${WINDOW}`);
  // The first of five pages is asked for without a line number, the fourth is so slow that one can read meanwhile.
  await journey.ltsFault({
    match: { path: '/content/query', bodyIncludes: 'line_num' },
    delayMs: 0,
    times: 2,
  });
  await journey.ltsFault({ match: { path: '/content/query', bodyIncludes: 'line_num' }, delayMs: 600 });
  const exporting = rita.press(page, 'export');
  const texts = async () => (await journey.look()).map(({ text }) => text);
  await expect
    .poll(texts, { timeout: 5_000, interval: 20 })
    .toContain('edge/nginx get · Exporting: 3,000 of 5,000 lines.');
  const { status, file } = sortChanges(await exporting);
  expect(status.text).toBe('edge/nginx get · 5,000 lines exported as NDJSON.');
  const lines = file?.file?.content.trimEnd().split('\n') ?? [];
  expect(new Set(lines).size).toBe(5_000);
  expect(lines[0]).toContain('"GET /4999"');
  expect(lines.at(-1)).toContain('"GET /0"');

  await journey.log('edge/nginx', ['GET /one/more']);
  const more = await rita.ask(`/lts logs edge/nginx get limit:1 ${WINDOW}`);
  const refused = onlyPosted(await rita.press(more, 'export'));
  expect([refused.channel, refused.visibleTo]).toEqual(['ops', rita.user]);
  expect(refused.text).toBe(
    '5,001 lines match, and a file holds up to 5,000. Narrow the search: a shorter window, or more words.',
  );
});

it('an export that LTS breaks off half-way leaves no half a file', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  await journey.log(
    'checkout/worker',
    Array.from({ length: 1_500 }, (_, index) => `job ${index}`),
  );
  const page = await rita.ask(`/lts logs checkout/worker limit:1 ${WINDOW}`);
  await journey.refuse(400, 'LTS.0208', { path: '/content/query', bodyIncludes: 'line_num' });
  const { status, file } = sortChanges(await rita.press(page, 'export'));
  expect(file).toBeUndefined();
  expect(status.text).toContain('The export did not work. This log stream does not exist.');
});

it('lines that are gone by then leave nothing to export', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const page = await openPage(journey, rita, 'checkout/gone');
  const body = { logs: [], count: 0, isQueryComplete: true };
  await journey.ltsFault({ match: { path: '/content/query' }, body });
  const refused = onlyPosted(await rita.press(page, 'export'));
  expect(refused.visibleTo).toBe(rita.user);
  expect(refused.text).toBe('No lines match any more, so there is nothing to export.');
});

it('a message that cannot be brought up to date costs nobody the file', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const page = await openPage(journey, rita, 'checkout/late');
  const match = { path: '/api/chat.update' };
  await journey.fault({ target: 'slack', match, body: { ok: false, error: 'ekm_access_denied' } });
  const { status, file, count } = sortChanges(await rita.press(page, 'export'));
  expect(file?.file?.content.trimEnd().split('\n')).toHaveLength(3);
  expect([count, status.text]).toEqual([3, 'checkout/late · Exporting: 0 of 3 lines.']);
});

it('a note that Slack does not take costs nobody the file either', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const page = await openPage(journey, rita, 'checkout/quiet');
  await journey.fault({ target: 'slack', match: { path: '/actions/' }, status: 500 });
  const { status, file, count } = sortChanges(await rita.press(page, 'export'));
  expect([file?.channel, count]).toEqual(['rita', 2]);
  expect(status.text).toBe('checkout/quiet · 3 lines exported as NDJSON.');
});

it('waits as long as Slack asks between two messages of a channel', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const page = await openPage(journey, rita, 'checkout/busy');
  await journey.enforceRates(true);
  const { status, file } = sortChanges(await rita.press(page, 'export'));
  await journey.enforceRates(false);
  expect(file?.channel).toBe('rita');
  expect(status.text).toBe('checkout/busy · 3 lines exported as NDJSON.');
});
