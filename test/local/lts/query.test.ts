import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeywords } from '../../../lib/local/lts/keywords.ts';
import { type Query, runQuery } from '../../../lib/local/lts/query.ts';
import { StreamLines } from '../../../lib/local/lts/stream-lines.ts';

interface Line {
  readonly time: number;
  readonly text: string;
  readonly lineNum: bigint;
}

const words = ['error', 'Error', 'errors', 'a', 'ab', '支付', 'x-1', 'half-installed', ''];
const delimiters = [' ', '/', '="', '\t', '?', ' @'];

const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...delimiters)), { maxLength: 5 })
  .map((parts) => parts.flat().join(''));
const line = fc.record({ time: fc.integer({ min: 1000, max: 1012 }), text });
const fields = fc.record({
  startTime: fc.integer({ min: 998, max: 1008 }),
  length: fc.integer({ min: 1, max: 10 }),
  limit: fc.integer({ min: 1, max: 8 }),
  newestFirst: fc.boolean(),
  towards: fc.constantFrom('newer', 'older', null),
  cursorAt: fc.nat(30),
  word: fc.constantFrom('error', 'ab', '支付', 'X-1', 'installed', null),
});

const everything: Query = {
  startTime: 0,
  endTime: 9_000_000,
  condition: null,
  labels: {},
  limit: 5000,
  newestFirst: false,
  cursor: null,
  withCount: false,
  withHighlights: false,
};

/** What the reference says about paging, on a plain array. */
function expected(
  lines: readonly Line[],
  query: Query,
  word: string | null,
): { count: number; logs: string[] } {
  const has = ({ text }: Line): boolean =>
    word === null ||
    text
      .toLowerCase()
      .split(/[\s,'";=()[\]{}@&<>/:\\?]/)
      .includes(word.toLowerCase());
  const inWindow = ({ time }: Line): boolean => time >= query.startTime && time <= query.endTime;
  const matching = lines.filter((item) => inWindow(item) && has(item));
  const { cursor, limit, newestFirst } = query;
  const older = cursor === null ? newestFirst : cursor.towards === 'older';
  const beside = matching.filter(({ lineNum }) => {
    return cursor === null || (older ? lineNum < cursor.lineNum : lineNum > cursor.lineNum);
  });
  const page = older ? beside.slice(-limit) : beside.slice(0, limit);
  const logs = page.map(({ lineNum }) => String(lineNum).padStart(19, '0'));
  return { count: matching.length, logs: newestFirst ? logs.reverse() : logs };
}

test('pages and counts are those of a plain array, whatever the order in which lines came', async () => {
  const property = fc.asyncProperty(fc.array(line, { maxLength: 30 }), fields, async (added, wanted) => {
    const lines = new StreamLines();
    const model = added.map(({ time, text }): Line => {
      return { time, text, lineNum: lines.add(time, Buffer.from(text), {}) ?? -1n };
    });
    model.sort((a, b) => Number(a.lineNum - b.lineNum));
    const cursorLine = model[wanted.cursorAt % Math.max(1, model.length)];
    const { startTime, length, limit, newestFirst, towards, word } = wanted;
    const query: Query = {
      ...everything,
      startTime,
      endTime: startTime + length,
      limit,
      newestFirst,
      condition: parseKeywords(word ?? ''),
      cursor: towards === null || cursorLine === undefined ? null : { lineNum: cursorLine.lineNum, towards },
      withCount: true,
    };

    const { count, logs } = await runQuery(lines, query);

    expect({ count, logs: logs.map(({ line_num }) => line_num) }).toEqual(expected(model, query, word));
  });
  await fc.assert(property, { numRuns: 300 });
});

test('paging through a stream of many segments gives every line once, in order, in both directions', async () => {
  const lines = new StreamLines();
  const middle: string[] = [];
  for (let number = 0; number < 30_000; number += 1) {
    const time = number % 3 === 0 ? 5_000_000 : number;
    const lineNum = lines.add(time, Buffer.from(`line ${number}`), {});
    if (number % 3 === 0) middle.push(String(lineNum).padStart(19, '0'));
  }
  const read = async (newestFirst: boolean): Promise<string[]> => {
    const seen: string[] = [];
    for (let cursor: Query['cursor'] = null, done = false; !done; ) {
      const { logs } = await runQuery(lines, { ...everything, limit: 4999, newestFirst, cursor });
      seen.push(...logs.map(({ line_num }) => line_num));
      cursor = { lineNum: BigInt(seen.at(-1) ?? 0), towards: newestFirst ? 'older' : 'newer' };
      done = logs.length === 0;
    }
    return seen;
  };

  const rising = await read(false);

  expect(rising).toHaveLength(30_000);
  expect(rising).toEqual([...new Set(rising)].sort());
  expect(rising.slice(-middle.length)).toEqual(middle);
  expect(await read(true)).toEqual(rising.toReversed());
});

const total = 4000;
test.each([
  ['at random', (number: number) => (number * 1733) % total],
  ['backwards', (number: number) => total - 1 - number],
  ['from both ends', (number: number) => (number % 2 === 0 ? number / 2 : total - (number + 1) / 2)],
  [
    'from both ends, the last first',
    (number: number) => (number % 2 ? (number - 1) / 2 : total - 1 - number / 2),
  ],
])('lines that come %s find their place, with their labels', async (_, timeOf) => {
  const lines = new StreamLines();
  for (let number = 0; number < total; number += 1) {
    const time = timeOf(number);
    lines.add(time, Buffer.from(`${time} ${'x'.repeat(time % 9000)}`), { at: String(time % 10) });
  }

  expect(lines.count).toBe(total);
  for (let time = 0, cursor: Query['cursor'] = null; time < total; time += 1) {
    const { logs } = await runQuery(lines, { ...everything, limit: 1, cursor });
    expect(logs[0]?.content.length).toBe(String(time).length + 2 + (time % 9000));
    expect(logs).toMatchObject([
      { content: expect.stringMatching(`^${time} `), labels: { at: String(time % 10) } },
    ]);
    cursor = { lineNum: BigInt(logs[0]?.line_num ?? 0), towards: 'newer' };
  }
});
