import { describe, expect, it } from 'vitest';
import { openJourney, type Traveller, WINDOW } from './journey.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const LINES = [
  { content: 'INFO order 1 accepted', labels: { hostName: 'ecs-1' } },
  { content: 'ERROR order 1: payment failed', labels: { hostName: 'ecs-1' } },
  { content: 'ERROR order 2: failed payment', labels: { hostName: 'ecs-2' } },
  { content: 'WARN order 2 retried', labels: { hostName: 'ecs 3' } },
];
const [ACCEPTED, FAILED, REFUSED, RETRIED] = LINES.map(({ content }) => content);

async function read(person: Traveller, text: string): Promise<string[]> {
  return linesOf(await person.ask(`/lts logs ${text}`)).map(contentOf);
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('words, phrases, labels, order, limit and count are understood', async () => {
    const journey = await openJourney(language);
    await journey.log('checkout/api', LINES);
    const rita = journey.person('reader');
    const logs = (text: string) => read(rita, `checkout/api ${text} ${WINDOW}`);

    expect(await logs('')).toEqual([RETRIED, REFUSED, FAILED, ACCEPTED]);
    expect(await logs('payment failed')).toEqual([REFUSED, FAILED]);
    expect(await logs('"payment failed"')).toEqual([FAILED]);
    expect(await logs('order hostName=ecs-1 order:oldest')).toEqual([ACCEPTED, FAILED]);
    expect(await logs('hostName="ecs 3"')).toEqual([RETRIED]);
    expect(await logs('re*')).toEqual([RETRIED]);
    expect(await logs('order limit:2 count')).toEqual([RETRIED, REFUSED]);
    expect(await logs('nothing of the kind')).toEqual([]);
    await journey.expectReads('logs');
  });

  it('a window ends now unless it is told where to end, and an empty one says what may help', async () => {
    const journey = await openJourney(language);
    await journey.addStream('payments/refunds');
    const omar = journey.person('operator');
    await journey.log('payments/refunds', [
      { content: 'an hour and a half ago', time: Date.now() - 5_400_000 },
    ]);
    expect(await read(omar, 'payments/refunds')).toEqual([]);
    expect(await read(omar, 'payments/refunds refund hostName=ecs-1 since:1h')).toEqual([]);
    expect(await read(omar, 'payments/refunds since:1h')).toEqual([]);
    expect(await read(omar, 'payments/refunds since:2h')).toEqual(['an hour and a half ago']);
    expect(await read(omar, 'payments/refunds since:30d nowhere')).toEqual([]);
    await journey.expectReads('logs-windows');
  });
});

it('times are in the zone of each person, and words in their language', async () => {
  const journey = await openJourney();
  await journey.log('checkout/worker', LINES);
  const [rita, anwen] = [journey.person('reader'), journey.person('approver')];
  const berlin = await rita.ask('/lts logs checkout/worker from:2025-03-03T10:00:02 to:2025-03-03T10:00:03');
  expect(linesOf(berlin)).toEqual([
    `2025-03-03 10:00:03.000  ${REFUSED}`,
    `2025-03-03 10:00:02.000  ${FAILED}`,
  ]);
  const shanghai = await anwen.ask(
    '/lts logs checkout/worker from:2025-03-03T17:00:02 to:2025-03-03T17:00:03',
  );
  expect(linesOf(shanghai)).toEqual([
    `2025-03-03 17:00:03.000  ${REFUSED}`,
    `2025-03-03 17:00:02.000  ${FAILED}`,
  ]);
  expect(shanghai.text).toContain('匹配 2 行，已全部显示 · 2025-03-03 17:00:02 – 17:00:03 (Asia/Shanghai)');
});

it('yesterday is the whole day before, in Chinese too and as phones type it', async () => {
  const journey = await openJourney();
  await journey.addStream('edge/cache');
  const anwen = journey.person('approver');
  const day = 86_400_000;
  await journey.log('edge/cache', [
    { content: 'two days ago', time: Date.now() - 2 * day },
    { content: '昨天 的 日志 备份', time: Date.now() - day },
    { content: 'now', time: Date.now() },
  ]);
  const yesterday = ['昨天 的 日志 备份'];
  expect(await read(anwen, 'edge/cache from:昨天 to:昨天')).toEqual(yesterday);
  expect(await read(anwen, 'edge／cache　from：昨天 to：昨天')).toEqual(yesterday);
  expect(await read(anwen, 'edge/cache “日志 备份” since:2d')).toEqual(yesterday);
});

it('the default stream of a channel is searched when none is named', async () => {
  const journey = await openJourney();
  await journey.log('payments/ledger', LINES);
  const rita = journey.person('reader');
  expect((await rita.ask(`/lts logs failed ${WINDOW}`)).text).toBe(
    'Which stream? Name one: this channel has no default stream yet. The command use sets one. ' +
      '/lts logs checkout/api error since:1h',
  );
  await journey.person('operator').ask('/lts use payments/ledger');
  expect(await read(rita, `failed ${WINDOW}`)).toEqual([REFUSED, FAILED]);
  expect(await read(rita, `${WINDOW} count`)).toHaveLength(4);
});

it('groups and streams go by id as well, and by names with blanks', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator');
  await omar.ask('/lts group create "night shift"');
  await omar.ask('/lts stream create "night shift/my app"');
  await journey.log('night shift/my app', ['all is calm']);
  expect(await read(omar, `"night shift/my app" ${WINDOW}`)).toEqual(['all is calm']);
  const { lts } = await journey.get<{
    lts: { groups: { id: string; name: string; streams: { id: string }[] }[] };
  }>('/local.json');
  const group = lts.groups.find(({ name }) => name === 'night shift');
  expect(await read(omar, `${group?.id}/${group?.streams[0]?.id} ${WINDOW}`)).toEqual(['all is calm']);
});

it.each(['security-review', 'random', 'omar'])(
  'a page is private in %s, and paged in place',
  async (channel) => {
    const journey = await openJourney();
    const target = `edge/of-${channel}`;
    await journey.addStream(target);
    await journey.log(target, LINES);
    const omar = journey.person('operator', channel);
    const page = await omar.ask(`/lts logs ${target} limit:3 ${WINDOW}`);
    expect([page.channel, page.visibleTo]).toEqual([channel, omar.user]);
    // Alone with the bot there is nobody to share it with.
    const share = channel === 'omar' ? [] : ['share'];
    expect(actionsOf(page)).toEqual(['older', 'newer', 'around', ...share, 'export', 'refine']);
    const [change, ...more] = await omar.press(page, 'older');
    expect([change?.how, change?.message.ts, more]).toEqual(['changed', page.ts, []]);
    expect(linesOf(change?.message ?? page).map(contentOf)).toEqual([ACCEPTED]);
  },
);

it('shows lines so long that LTS cannot send a page of them', async () => {
  const journey = await openJourney();
  await journey.addStream('payments/dumps');
  const omar = journey.person('operator');
  for (let number = 0; number < 60; number += 1) {
    await journey.log('payments/dumps', [{ content: `${number} ${'x'.repeat(300_000)}`, time: Date.now() }]);
  }
  const page = await omar.ask('/lts logs payments/dumps');
  expect(linesOf(page)[0]).toMatch(/ {2}59 x{497}… \(\+299503 characters\)$/);
  expect(linesOf(page).length).toBeGreaterThan(5);
});
