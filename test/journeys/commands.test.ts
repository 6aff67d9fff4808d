import { expect, it } from 'vitest';
import { actionsOf, linesOf, openWorkspace } from './workspace.ts';

it('lists groups and streams, and says what to type next', async () => {
  const person = (await openWorkspace()).person('reader');
  expect((await person.ask('/lts groups')).text).toBe('Log groups: checkout, payments, edge');
  const streams = await person.ask('/lts streams checkout');
  expect(streams.text).toBe('Log streams of checkout: api, worker');
  expect(JSON.stringify(streams.blocks)).toContain('/lts logs checkout/api since:1h');
});

it('answers in the language and the zone of the person who asks, for them alone', async () => {
  const workspace = await openWorkspace();
  const anwen = workspace.person('approver');
  const answer = await anwen.ask('/lts logs checkout/api error since:1h limit:2');
  expect(JSON.stringify(answer.blocks)).toContain('(Asia/Shanghai) · 从新到旧 · 2 行');
  expect(answer.visibleTo).toBe(anwen.user);
  const others = await workspace.person('reader').messages();
  expect(others.map(({ ts }) => ts)).not.toContain(answer.ts);
});

it('works in a private channel without the bot, and in a direct message', async () => {
  const workspace = await openWorkspace();
  for (const channel of ['security-review', 'omar']) {
    const answer = await workspace
      .person('operator', channel)
      .ask('/lts logs checkout/api error since:1h limit:2');
    expect(linesOf(answer)).toHaveLength(2);
  }
});

it('replaces a private page in place when it is paged', async () => {
  const person = (await openWorkspace()).person('operator');
  const first = await person.ask('/lts logs checkout/api error since:1h limit:5');
  const count = (await person.messages()).length;
  await person.click(first.ts, 'older');
  const messages = await person.messages();
  const second = messages.find(({ ts }) => ts === first.ts);
  expect(messages).toHaveLength(count);
  expect(linesOf(second ?? first)).toHaveLength(5);
  expect(linesOf(second ?? first)).not.toEqual(linesOf(first));
});

it('moves a window that has no end to now with Newer, and says when nothing is newer', async () => {
  const workspace = await openWorkspace();
  const person = workspace.person('operator');
  const page = await person.ask('/lts logs payments/ledger since:1h limit:3');
  const reread = async () => (await person.messages()).find(({ ts }) => ts === page.ts) ?? page;

  await person.click(page.ts, 'newer');
  expect(linesOf(await reread())).toEqual(linesOf(page));
  expect(JSON.stringify((await reread()).blocks)).toContain('Nothing newer as of ');

  const lines = ['first', 'second'].map((content) => ({ content }));
  await workspace.post(`${workspace.ltsUrl}/__emulator/lines`, {
    group: 'payments',
    stream: 'ledger',
    lines,
  });
  await person.click(page.ts, 'newer');
  expect(linesOf(await reread()).map((line) => line.slice(25))).toEqual(['second', 'first']);
  expect(actionsOf(await reread())).toEqual(['older', 'newer']);

  await person.click(page.ts, 'older');
  expect(linesOf(await reread())).toEqual(linesOf(page));
});

it.each([
  ['/lts lgos', 'There is no command “lgos”. /lts help'],
  ['/lts logs nowhere/api', 'There is no log group “nowhere”. /lts groups'],
  ['/lts logs checkout/apu', 'There is no stream “apu” in the group checkout. /lts streams checkout'],
  [
    '/lts logs checkout/api since:99d',
    '“99d” is not a time span of up to 30 days, such as 15m, 2h30m or 1d. /lts logs checkout/api error since:2h30m',
  ],
])('%s is answered with what is wrong', async (text, expected) => {
  const person = (await openWorkspace()).person('operator');
  expect((await person.ask(text)).text).toBe(expected);
});

it('tells the person when LTS refuses, with its code and request id, and keeps the page that they read', async () => {
  const workspace = await openWorkspace();
  const person = workspace.person('operator');
  const page = await person.ask('/lts logs checkout/api error since:1h limit:3');
  await workspace.post(`${workspace.ltsUrl}/__emulator/faults`, {
    match: { path: '/content/query' },
    status: 500,
    times: 4,
    body: '{"error_code":"LTS.0010","error_msg":"Internal Server Error"}',
  });
  await person.click(page.ts, 'older');
  const messages = await person.messages();
  expect(messages.find(({ ts }) => ts === page.ts)?.blocks).toEqual(page.blocks);
  expect(messages.at(-1)?.text).toBe(
    'LTS has an internal error. Try again in a moment; if it stays, tell Huawei Cloud support.',
  );
  expect(JSON.stringify(messages.at(-1)?.blocks)).toContain('LTS.0010 · Request id ');
});

it('keeps the page and its place when LTS has not read everything, and goes on from there', async () => {
  const workspace = await openWorkspace();
  const person = workspace.person('operator');
  const page = await person.ask('/lts logs checkout/api error since:1h limit:3');
  const match = { path: '/content/query' };
  const body = JSON.stringify({ logs: [], isQueryComplete: false });
  await workspace.post(`${workspace.ltsUrl}/__emulator/faults`, { match, status: 200, body, times: 3 });
  await person.click(page.ts, 'older');
  expect((await person.messages()).at(-1)?.text).toContain('has not read all lines yet');
  await person.click(page.ts, 'older');
  const older = (await person.messages()).find(({ ts }) => ts === page.ts);
  expect(linesOf(older ?? page).filter((line) => linesOf(page).includes(line))).toEqual([]);
});

it('shows lines so long that LTS cannot send a page of them', async () => {
  const workspace = await openWorkspace();
  const lines = Array.from({ length: 60 }, (_, n) => ({ content: `${n} ${'x'.repeat(300_000)}` }));
  for (const line of lines) {
    const added = { group: 'payments', stream: 'ledger', lines: [line] };
    await workspace.post(`${workspace.ltsUrl}/__emulator/lines`, added);
  }
  const page = await workspace.person('operator').ask('/lts logs payments/ledger since:1m');
  expect(linesOf(page)[0]).toMatch(/ {2}59 x{497}… \(\+299503 characters\)$/);
  expect(linesOf(page).length).toBeGreaterThan(5);
});
