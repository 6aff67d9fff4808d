import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import { redactLines, redactPage } from '../../lib/commands/redacted-lines.ts';
import type { PageResult } from '../../lib/commands/result.ts';
import { fetchAround } from '../../lib/lts/around.ts';
import type { LineNum } from '../../lib/lts/line-num.ts';
import { type AskLts, type Cursor, fetchPage, type LogSearch } from '../../lib/lts/paging.ts';
import type { LogLine } from '../../lib/lts/schemas.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { createClock } from '../../lib/views/times.ts';
import { clickOf, expectSound, rowsOf } from './read-message.ts';
import { anwen, lineNum, linesOf, NOW, rita, search, stream } from './samples.ts';

const PRIVATE = { kind: 'private' } as const;

/** What logs may hold: anything at all, and the things that are made to do harm. */
const hostile = fc.constantFrom(
  '<!channel> <@U0OPERATOR1> <https://a.example|here>',
  '```\n*bold* _it_ ~no~ `code` :tada:',
  '\u001b[31mred\u001b[0m \u202Ereversed\u202C zero\u200Bwidth \u2066x\u2069',
  'half\uD83D and \uDE00half',
  '&'.repeat(700),
  '<>'.repeat(300),
  '\u{1F600}'.repeat(400),
  'x'.repeat(20_000),
  'a\nb\r\nc\n',
  '',
);
const content = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600, size: 'max' }),
  hostile,
  fc.constant('short line'),
);
/** Up to 64 characters, as in LTS. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 64, size: 'max' }),
  fc.constantFrom(
    '&'.repeat(64),
    '"'.repeat(64),
    '组'.repeat(64),
    '\u{1F600}'.repeat(64),
    '<!channel>',
    'a\u202Eb',
  ),
);

/** As much as the grammar lets through. */
const filter = fc
  .record({
    words: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1_300, size: 'max' }),
      fc.constant('&'.repeat(1_300)),
    ),
    labels: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string({ maxLength: 60 }), { maxKeys: 5 }),
  })
  .map(({ words, labels }) => {
    const isTooLong = (text: string) => JSON.stringify([text, Object.entries(labels)]).length > MAX_FILTER;
    let kept = words;
    while (isTooLong(kept)) kept = kept.slice(0, Math.floor(kept.length * 0.9));
    return { words: kept, labels };
  });

const pages: fc.Arbitrary<PageResult> = fc
  .record({
    contents: fc.array(content, { maxLength: 200, size: 'max' }),
    isCrowded: fc.boolean(),
    near: fc.constantFrom('first' as const, 'last' as const),
    order: fc.constantFrom('newest' as const, 'oldest' as const),
    names: fc.tuple(name, name),
    filter,
    end: fc.tuple(fc.boolean(), fc.constantFrom(undefined, 'yet' as const, 'window_ends' as const)),
    count: fc.option(fc.nat(), { nil: undefined }),
    around: fc.option(fc.nat(200), { nil: undefined }),
  })
  .map(({ contents, isCrowded, near, order, names, end, count, around, filter: kept }) => {
    const [endIsFixed, nothingNewer] = end;
    const [groupName, streamName] = names;
    // Many lines of one millisecond, or of many days.
    const sorted = contents.map((text, n) => ({
      content: text,
      line_num: isCrowded ? lineNum(900_000 - n) : lineNum(0, -n * 40_000_000),
    }));
    return {
      kind: 'page',
      stream: { ...stream, groupName, streamName },
      search: { ...search, ...kept, order, endIsFixed },
      page: {
        lines: redactLines(order === 'newest' ? sorted : sorted.toReversed(), []),
        near,
        ...(count !== undefined && { count }),
      },
      ...(nothingNewer && { nothingNewer }),
      ...(around !== undefined && order === 'newest' && { around: sorted[around]?.line_num ?? lineNum(1) }),
    };
  });

const VIEWERS = {
  English: rita,
  Chinese: {
    ...anwen,
    clock: createClock('America/Argentina/ComodRivadavia'),
    sources: ['prod', 's'.repeat(32)],
  },
};
const languages = fc.constantFrom('English' as const, 'Chinese' as const);

const audiences = fc.constantFrom(
  PRIVATE,
  { kind: 'public' } as const,
  { kind: 'public', broughtBy: { how: 'shared', userId: 'U0OPERATOR1', at: NOW } } as const,
);

it('whatever a log holds, a page is taken by Slack and nothing in it is live', () => {
  fc.assert(
    fc.property(pages, languages, audiences, (result, language, audience) => {
      const message = pageMessage(result, VIEWERS[language], audience);
      expectSound(message);
      const shown = rowsOf(message);
      const { lines } = result.page;
      expect(shown.length > 0).toBe(lines.length > 0);
      for (const row of shown) expect(row).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} {2}/);
      // What is not shown lies behind a button.
      if (shown.length < lines.length) {
        const clicks = [clickOf(message, 'older', 'page'), clickOf(message, 'newer', 'page')];
        expect(clicks.some((click) => click && !click.extends)).toBe(true);
      }
    }),
    { numRuns: 150, interruptAfterTimeLimit: 10_000 },
  );
});

/** A stream that answers as the reference's four cases say. */
function model(lines: readonly LogLine[]): AskLts {
  return async ({ is_desc, search_type, line_num, limit, start_time, end_time }) => {
    const isInside = ({ line_num: number }: LogLine) =>
      number.slice(0, 13) >= start_time && number.slice(0, 13) <= end_time;
    const ascending = lines.filter(isInside).toSorted((a, b) => (a.line_num < b.line_num ? -1 : 1));
    const towardsOlder = (search_type === 'backwards') !== is_desc;
    const sorted = towardsOlder ? ascending.toReversed() : ascending;
    const isBeyond = ({ line_num: number }: LogLine) =>
      line_num === undefined || (towardsOlder ? number < line_num : number > line_num);
    const found = sorted.filter(isBeyond).slice(0, limit);
    return { logs: towardsOlder === is_desc ? found : found.toReversed() };
  };
}

const numbered = fc
  .array(fc.constantFrom('', 'x'.repeat(200), '&'.repeat(600), 'x'.repeat(2_000)), {
    maxLength: 150,
    size: 'max',
  })
  .map((texts) => linesOf(texts.map((text, n) => `#${n}# ${text}`)));

const numbersOf = (rows: readonly string[]) => rows.map((row) => Number(/#(\d+)#/.exec(row)?.[1]));

/** All rows that one sees by clicking one button until it is gone, or looks beyond the window. */
async function follow(
  ask: AskLts,
  query: LogSearch,
  first: PageResult,
  button: 'older' | 'newer',
): Promise<number[][]> {
  const seen: number[][] = [];
  let result: PageResult | undefined = first;
  while (result && seen.length < 200) {
    const message = pageMessage(result, rita, PRIVATE);
    seen.push(numbersOf(rowsOf(message)));
    const click = clickOf(message, button, 'page');
    const cursor: Cursor | undefined = click?.extends ? undefined : click?.cursor;
    const { around: _, ...rest }: PageResult = result;
    result = cursor && { ...rest, cursor, page: redactPage(await fetchPage(ask, query, cursor), []) };
  }
  return seen;
}

it('by following its buttons one sees every line once, in both orders and both ways', async () => {
  await fc.assert(
    fc.asyncProperty(numbered, fc.integer({ min: 1, max: 200 }), async (lines, limit) => {
      const ask = model(lines);
      const all = lines.map((_, n) => n);
      for (const [order, there, back] of [
        ['newest', 'older', 'newer'],
        ['oldest', 'newer', 'older'],
      ] as const) {
        const typed = { ...search, start: NOW - 86_400_000, order, limit };
        const query = { ...typed, keywords: '' };
        const page = redactPage(await fetchPage(ask, query), []);
        const first: PageResult = { kind: 'page', stream, search: typed, page };
        const pagesThere = await follow(ask, query, first, there);
        expect(pagesThere.flat()).toEqual(order === 'newest' ? all : all.toReversed());

        const last = lines[pagesThere.at(-1)?.[0] ?? 0];
        if (!last) continue;
        const cursor: Cursor = { lineNum: last.line_num, direction: back };
        const before: PageResult = {
          ...first,
          cursor,
          page: redactPage(await fetchPage(ask, query, cursor), []),
        };
        const pagesBack = (await follow(ask, query, before, back)).toReversed().flat();
        expect([...pagesBack, ...(pagesThere.at(-1) ?? [])]).toEqual(pagesThere.flat());
      }
    }),
    { numRuns: 25, interruptAfterTimeLimit: 10_000 },
  );
});

it('from the lines around one, its buttons lead to every other line once', async () => {
  await fc.assert(
    fc.asyncProperty(numbered, fc.nat(), fc.integer({ min: 2, max: 60 }), async (lines, pick, limit) => {
      const chosen = lines[pick % Math.max(1, lines.length)];
      if (!chosen) return;
      const ask = model(lines);
      const typed = { ...search, words: '', start: NOW - 86_400_000, limit };
      const query = { ...typed, keywords: '' };
      const around: LineNum = chosen.line_num;
      const page = redactPage(await fetchAround(ask, query, { lineNum: around }), []);
      const first: PageResult = { kind: 'page', stream, search: typed, page, around };
      const [shown = [], ...older] = await follow(ask, query, first, 'older');
      const [, ...newer] = await follow(ask, query, first, 'newer');
      expect(shown).toContain(numbersOf([chosen.content])[0]);
      expect([...newer.toReversed().flat(), ...shown, ...older.flat()]).toEqual(lines.map((_, n) => n));
    }),
    { numRuns: 40, interruptAfterTimeLimit: 10_000 },
  );
});
