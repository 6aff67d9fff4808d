import { expect, test } from 'vitest';
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

async function readApi({ emulator, call }: Workbench, keywords: string, ms = 24 * hour) {
  const group = emulator.groups().find(({ name }) => name === 'checkout');
  const path = `/groups/${group?.id}/streams/${group?.streams[0]?.id}/content/query`;
  const query = { start_time: now - ms, end_time: now, keywords, limit: 5000, highlight: false };
  return ((await call('POST', path, query)).body as { logs: { content: string; line_num: string }[] }).logs;
}
