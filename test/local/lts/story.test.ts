import { expect, test } from 'vitest';
import { alertedRequest } from '../../../lib/local/lts/story.ts';
import { startWorkbench, type Workbench } from './support.ts';

const now = Date.parse('2026-03-04T05:06:07.890Z');
const hour = 3600 * 1000;
const tellStory = (): Promise<Workbench> => startWorkbench({ logs: [], now: () => now });

test('the story is the same on every run, and ends now', async () => {
  const [first, second] = await Promise.all([tellStory(), tellStory()]);
  const streams = first.emulator.groups().flatMap((group) => {
    return group.streams.map(({ name, lines, endTime }) => ({
      name: `${group.name}/${name}`,
      lines,
      endTime,
    }));
  });
  expect(streams.map(({ name }) => name)).toEqual([
    'checkout/api',
    'checkout/worker',
    'payments/gateway',
    'payments/ledger',
    'edge/nginx',
  ]);
  for (const { endTime } of streams) expect(now - (endTime ?? 0)).toBeLessThan(2 * 60_000);
  expect(await readApi(first, '')).toStrictEqual(await readApi(second, ''));
});

test('checkout/api has thousands of lines in 24 hours, and 200 errors in the last hour', async () => {
  const bench = await tellStory();
  expect((await readApi(bench, '')).length).toBeGreaterThan(3000);
  expect((await readApi(bench, 'error', hour)).length).toBeGreaterThan(200);
  expect((await readApi(bench, '错误', hour)).length).toBeGreaterThan(10);
});

test('it holds what makes trouble: long lines, markup, secrets, stack traces, bidi marks', async () => {
  const lines = (await readApi(await tellStory(), '')).map(({ content }) => content);
  for (const part of [
    '<!channel>',
    '<script>',
    '*free*',
    ':tada:',
    '\u202E',
    'db.password=',
    '\tat com.shop.',
  ]) {
    expect(lines.some((line) => line.includes(part))).toBe(true);
  }
  expect(lines.filter((line) => line.length > 500).length).toBeGreaterThan(3);
});

test('an order that failed can be followed by its trace from the edge to the ledger', async () => {
  const bench = await tellStory();
  const trace = alertedRequest(now)?.trace ?? '';
  const found = await Promise.all(
    bench.emulator.groups().flatMap((group) =>
      group.streams.map(async ({ id, name }) => {
        const lines = await read(bench, `/groups/${group.id}/streams/${id}`, trace, hour);
        return { name: `${group.name}/${name}`, texts: lines.map(({ content }) => content).join('\n') };
      }),
    ),
  );
  const said = Object.fromEntries(found.map(({ name, texts }) => [name, texts]));
  expect(said['edge/nginx']).toContain('504');
  expect(said['checkout/api']).toMatch(/accepted, .*timed out after 5003 ms/s);
  expect(said['payments/gateway']).toContain('pool exhausted');
  expect(said['payments/ledger']).toContain('UPDATE accounts');
  expect(said['checkout/worker']).toContain('order is unpaid');
});

test('another minute of it comes behind all that is there, in every stream', async () => {
  const bench = await tellStory();
  const before = bench.emulator.groups();
  const added = bench.emulator.tellMinute() + bench.emulator.tellMinute();
  const counts = (groups: typeof before) =>
    groups.flatMap(({ streams }) => streams.map(({ lines }) => lines));
  const after = bench.emulator.groups();
  expect(counts(after).every((count, index) => count > (counts(before)[index] ?? 0))).toBe(true);
  const sum = (groups: typeof before) => counts(groups).reduce((total, count) => total + count, 0);
  expect(sum(after) - sum(before)).toBe(added);
  const last = (await readApi(bench, '', hour)).map(({ content }) => content);
  expect(last.filter((line) => line.includes('PaymentClient')).length).toBeGreaterThan(200);
  for (const { streams } of after)
    for (const { endTime } of streams) expect(endTime).toBeLessThanOrEqual(now);
});

test('logs of somebody go on by themselves or not at all', async () => {
  expect((await startWorkbench()).emulator.tellMinute()).toBe(0);
});

async function readApi({ emulator, call }: Workbench, keywords: string, ms = 24 * hour) {
  const group = emulator.groups().find(({ name }) => name === 'checkout');
  return read({ call }, `/groups/${group?.id}/streams/${group?.streams[0]?.id}`, keywords, ms);
}

async function read({ call }: Pick<Workbench, 'call'>, path: string, keywords: string, ms: number) {
  const query = { start_time: now - ms, end_time: now, keywords, limit: 5000, highlight: false };
  const { body } = await call('POST', `${path}/content/query`, query);
  return (body as { logs: { content: string; line_num: string }[] }).logs;
}
