import { expect, it, onTestFinished } from 'vitest';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { LtsTooLargeError } from '../../lib/lts/errors.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import type { AskLts } from '../../lib/lts/paging.ts';
import { MAX_PAGE_LINES, streamLines } from '../../lib/lts/stream-lines.ts';
import { soon } from './lab.ts';

const everything = { start: 1, end: 2, keywords: '', labels: {}, limit: MAX_PAGE_LINES, isCounted: false };

it.each(['newest', 'oldest'] as const)(
  'gives every line once, %s first, over pages of 5,000',
  async (order) => {
    const emulator = await startLtsEmulator({ logs: [], keepTimes: false });
    onTestFinished(() => emulator.close());
    const [group] = emulator.groups();
    const [stream] = group?.streams ?? [];
    if (!group || !stream) throw new Error('no stream');
    const start = Date.now() - 1_000;
    const lines = Array.from({ length: 12_000 }, (_, n) => ({ content: `line ${n}`, time: start }));
    await fetch(`${emulator.url}/__emulator/lines`, {
      method: 'POST',
      body: JSON.stringify({ group: group.id, stream: stream.id, lines }),
    });
    const { url, projectId, accessKey, secretKey } = emulator;
    const credentials = { accessKey, secretKey };
    const client = createLtsClient({ endpoint: url, iamEndpoint: url, projectId, credentials });
    const ask: AskLts = (body) => client.queryLogs(group.id, stream.id, body, soon());

    const seen: string[] = [];
    for await (const page of streamLines(ask, { ...everything, start, end: start + 100, order })) {
      seen.push(...page.map(({ content }) => content.trimEnd()));
    }
    const expected = lines.map(({ content }) => content);
    expect(seen.filter((content) => content.startsWith('line '))).toEqual(
      order === 'newest' ? expected.toReversed() : expected,
    );
  },
);

/** Counts what is asked for; there is always more. */
function endless() {
  let asked = 0;
  const ask: AskLts = async ({ limit, line_num }) => {
    asked += 1;
    const first = line_num ? BigInt(line_num) - 1n : 10n ** 18n * 2n;
    const logs = Array.from({ length: limit }, (_, n) => ({
      content: '',
      line_num: LineNum.parse(String(first - BigInt(n))),
    }));
    return { logs };
  };
  return { ask, asked: () => asked };
}

it('fetches one page ahead, and no more', async () => {
  const { ask, asked } = endless();
  const pages = streamLines(ask, { ...everything, order: 'newest' });
  await pages.next();
  expect(asked()).toBe(2);
  await pages.next();
  expect(asked()).toBe(3);
  await pages.return();
  expect(asked()).toBe(3);
});

it('ends with the error of the page that failed, after the pages before it', async () => {
  const { ask, asked } = endless();
  const failing: AskLts = async (body) => {
    if (asked() === 1) throw new Error('the second page');
    return ask(body);
  };
  const pages = streamLines(failing, { ...everything, order: 'newest' });
  expect((await pages.next()).value).toHaveLength(4_999);
  await expect(pages.next()).rejects.toThrow('the second page');
});

it('asks for no more at once than came where lines are long', async () => {
  const { ask } = endless();
  const limits: number[] = [];
  const tooLarge: AskLts = async (body) => {
    limits.push(body.limit);
    if (body.limit > 200) throw new LtsTooLargeError('over 10 MB');
    return ask(body);
  };
  const pages = streamLines(tooLarge, { ...everything, limit: 1_000, order: 'newest' });
  for (let page = 0; page < 3; page += 1) await pages.next();
  expect(limits).toEqual([1_001, 126, 126, 126, 126]);
});
