import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchAround } from '../../lib/lts/around.ts';
import { LtsTooLargeError } from '../../lib/lts/errors.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import {
  type AskLts,
  type Cursor,
  countMatches,
  fetchPage,
  keepNear,
  type LogSearch,
  type Page,
} from '../../lib/lts/paging.ts';
import type { LogLine, QueryBody } from '../../lib/lts/schemas.ts';

/** Ten thousand ways to be wrong, one to be right: the reference's four cases, by brute force. */
function model(lines: readonly LogLine[]): AskLts {
  return async ({ is_desc, search_type, line_num, limit }) => {
    const ascending = lines.toSorted((a, b) => (BigInt(a.line_num) < BigInt(b.line_num) ? -1 : 1));
    const towardsOlder = (search_type === 'backwards') !== is_desc;
    const sorted = towardsOlder ? ascending.toReversed() : ascending;
    const beyond = sorted.filter(
      (line) =>
        !line_num ||
        (towardsOlder ? BigInt(line.line_num) < BigInt(line_num) : BigInt(line.line_num) > BigInt(line_num)),
    );
    const found = beyond.slice(0, limit);
    return { logs: towardsOlder === is_desc ? found : found.toReversed() };
  };
}

const START = 1_700_000_000_000;

/** Many lines share a millisecond; line numbers are not contiguous. */
const someLines = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.nat(999_999)), { maxLength: 40, selector: (pair) => pair.join() })
  .map((pairs) =>
    pairs.map(([ms, rest]): LogLine => {
      const line_num = LineNum.parse(`${START + ms}${String(rest).padStart(6, '0')}`);
      return { line_num, content: `${line_num}\n` };
    }),
  );

function search(order: LogSearch['order'], limit: number): LogSearch {
  return { start: START, end: START + 10, keywords: '', labels: {}, order, limit, isCounted: false };
}

async function walk(
  ask: AskLts,
  query: LogSearch,
  first: Page,
  pick: (page: Page) => Cursor | undefined,
): Promise<Page[]> {
  const pages = [first];
  for (let cursor = pick(first), steps = 0; cursor && steps < 100; steps += 1) {
    const page = await fetchPage(ask, query, cursor);
    pages.push(page);
    cursor = pick(page);
  }
  return pages;
}

const numbers = (pages: readonly Page[]) => pages.flatMap(({ lines }) => lines.map((line) => line.line_num));

describe('fetchPage', () => {
  it('walks to the oldest line and back, and sees every line once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, fc.integer({ min: 1, max: 7 }), async (lines, limit) => {
        const ask = model(lines);
        const query = search('newest', limit);
        const descending = lines
          .map((line) => line.line_num)
          .toSorted()
          .toReversed();
        const down = await walk(ask, query, await fetchPage(ask, query), ({ older }) => older);
        expect(numbers(down)).toEqual(descending);
        const last = down.at(-1) ?? { lines: [], near: 'first' };
        const up = await walk(ask, query, last, ({ newer }) => newer);
        expect(numbers(up.toReversed())).toEqual(descending);
      }),
    );
  });

  it('walks from the oldest line on when the oldest comes first', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, fc.integer({ min: 1, max: 7 }), async (lines, limit) => {
        const ask = model(lines);
        const query = search('oldest', limit);
        const ascending = lines.map((line) => line.line_num).toSorted();
        const up = await walk(ask, query, await fetchPage(ask, query), ({ newer }) => newer);
        expect(numbers(up)).toEqual(ascending);
        const last = up.at(-1) ?? { lines: [], near: 'first' };
        const down = await walk(ask, query, last, ({ older }) => older);
        expect(numbers(down.toReversed())).toEqual(ascending);
      }),
    );
  });

  it('says that there is an older page exactly when there is an older line', async () => {
    await fc.assert(
      fc.asyncProperty(someLines, fc.integer({ min: 1, max: 50 }), async (lines, limit) => {
        const page = await fetchPage(model(lines), search('newest', limit));
        expect(page.older !== undefined).toBe(lines.length > limit);
      }),
    );
  });

  it('shows what arrives while it pages, without repeating or skipping', async () => {
    const line = (n: number): LogLine => ({
      line_num: LineNum.parse(`${START}${String(n).padStart(6, '0')}`),
      content: '',
    });
    const lines = [1, 2, 3, 4].map(line);
    const query = search('newest', 2);
    const first = await fetchPage(model(lines), query);
    const grown = model([...lines, line(5), line(6)]);
    const second = await fetchPage(grown, query, first.older);
    const back = await fetchPage(
      grown,
      query,
      first.newer ?? { lineNum: line(4).line_num, direction: 'newer' },
    );
    expect(numbers([first, second, back]).map((num) => Number(num.slice(-6)))).toEqual([4, 3, 2, 1, 6, 5]);
  });

  it('asks again, three times at most, while the service has not read everything', async () => {
    let asked = 0;
    const ask: AskLts = async () => {
      asked += 1;
      return { logs: [], isQueryComplete: false };
    };
    await expect(fetchPage(ask, search('newest', 2))).rejects.toMatchObject({ code: 'lts_incomplete' });
    expect(asked).toBe(3);
  });

  it('asks for fewer lines when so many are more than LTS can send', async () => {
    const limits: number[] = [];
    const ask: AskLts = async ({ limit }) => {
      limits.push(limit);
      if (limit > 5) throw new LtsTooLargeError('12 MB');
      return { logs: [] };
    };
    await fetchPage(ask, search('newest', 200));
    expect(limits).toEqual([201, 26, 5]);
  });

  it('sends the custom log time of the line that it continues at', async () => {
    const bodies: QueryBody[] = [];
    const lines = [2, 1].map((n): LogLine => {
      const line_num = LineNum.parse(`${START}00000${n}`);
      return { line_num, content: '', labels: { __time__: `time-${n}` } };
    });
    const ask: AskLts = async (body) => {
      bodies.push(body);
      return { logs: lines };
    };
    const { older } = await fetchPage(ask, search('newest', 1));
    await fetchPage(ask, search('newest', 1), older);
    expect(bodies.map(({ line_num, __time__ }) => [line_num, __time__])).toEqual([
      [undefined, undefined],
      [`${START}000002`, 'time-2'],
    ]);
  });
});

describe('keepNear', () => {
  it('cuts the far side, and the next page begins with what was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines,
        fc.constantFrom('newest' as const, 'oldest' as const),
        fc.constantFrom('first' as const, 'last' as const),
        fc.integer({ min: 1, max: 6 }),
        async (lines, order, near, count) => {
          const ask = model(lines);
          const query = search(order, 6);
          const sorted = lines.toSorted((a, b) => (a.line_num < b.line_num ? -1 : 1));
          const whole: Page = { near, lines: order === 'newest' ? sorted.toReversed() : sorted };
          const cut = keepNear(whole, order, count);
          const kept = near === 'first' ? whole.lines.slice(0, count) : whole.lines.slice(-count);
          expect(cut.lines).toEqual(kept);
          const next = cut.older ?? cut.newer;
          expect(next !== undefined).toBe(lines.length > count);
          if (!next) return;
          const left = whole.lines.filter((line) => !kept.includes(line));
          const { lines: found } = await fetchPage(ask, query, next);
          expect(found).toEqual(near === 'first' ? left.slice(0, 6) : left.slice(-6));
        },
      ),
    );
  });
});

describe('fetchAround', () => {
  it('gives the line in the middle of its neighbours, and cursors to what lies beyond on both sides', async () => {
    await fc.assert(
      fc.asyncProperty(
        someLines.filter((lines) => lines.length > 0),
        fc.nat(),
        fc.integer({ min: 2, max: 20 }),
        async (lines, pick, limit) => {
          const newestFirst = lines
            .toSorted((a, b) => (BigInt(a.line_num) < BigInt(b.line_num) ? 1 : -1))
            .map(({ line_num }) => line_num);
          const lineNum = newestFirst[pick % newestFirst.length] ?? LineNum.parse('0'.repeat(19));
          const page = await fetchAround(model(lines), search('oldest', limit), { lineNum });
          const shown = page.lines.map(({ line_num }) => line_num);
          const from = newestFirst.indexOf(shown[0] ?? lineNum);
          expect(shown).toEqual(newestFirst.slice(from, from + shown.length));
          expect(shown).toContain(lineNum);
          expect(shown.indexOf(lineNum)).toBe(Math.min(Math.ceil(limit / 2), newestFirst.indexOf(lineNum)));
          expect(shown.length).toBeLessThanOrEqual(limit);
          expect(page.newer?.lineNum).toBe(from > 0 ? shown[0] : undefined);
          expect(page.older?.lineNum).toBe(
            from + shown.length < newestFirst.length ? shown.at(-1) : undefined,
          );
        },
      ),
    );
  });
});

it('counts all matches with one line asked for', async () => {
  const bodies: QueryBody[] = [];
  const ask: AskLts = async (body) => {
    bodies.push(body);
    return { logs: [], count: 4_321 };
  };
  expect(await countMatches(ask, search('newest', 50))).toBe(4_321);
  expect(bodies).toMatchObject([{ is_count: true, limit: 2 }]);
});
