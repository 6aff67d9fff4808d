import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StreamRef, TypedSearch } from '../../lib/commands/command.ts';
import { redactLines, redactPage } from '../../lib/commands/redacted-lines.ts';
import type { PageResult } from '../../lib/commands/result.ts';
import { toLogSearch } from '../../lib/commands/run-search.ts';
import { type AskLts, type Cursor, cursorAt, fetchPage } from '../../lib/lts/paging.ts';
import type { LogLine } from '../../lib/lts/schemas.ts';
import type { Message } from '../../lib/views/message.ts';
import { resultMessage } from '../../lib/views/result.ts';
import { createClock } from '../../lib/views/times.ts';
import type { Viewer } from '../../lib/views/viewer.ts';
import { wordsFor } from '../../lib/views/words.ts';
import { everything } from '../access/everything.ts';
import { clickOf, rowsOf } from '../views/read-message.ts';
import { lines, locale, search, stream } from './hostile-arbitraries.ts';
import { expectInert, textAround, UNSEEN } from './inert.ts';
import { contentOf } from './workspace.ts';

const SEED = 20_261_123;

function viewerOf(language: string): Viewer {
  const sources = language === 'en-US' ? ['prod'] : ['prod', 's'.repeat(32)];
  const bot = { command: '/lts', sources, access: everything };
  return { words: wordsFor(language), clock: createClock('Asia/Shanghai'), ...bot };
}

/** LTS, as far as pages go: the reference's four cases by brute force. */
function model(held: readonly LogLine[]): AskLts {
  return async ({ is_desc, search_type, line_num, limit }) => {
    const isOlder = (search_type === 'backwards') !== is_desc;
    const beside = held.filter(
      (line) => !line_num || (isOlder ? line.line_num < line_num : line.line_num > line_num),
    );
    const found = isOlder ? beside.slice(-limit) : beside.slice(0, limit);
    return { logs: is_desc ? found.toReversed() : found };
  };
}

interface Asked {
  readonly ask: AskLts;
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly locale: string;
}

async function show({ ask, stream, search, locale }: Asked, cursor?: Cursor): Promise<Message> {
  const page = redactPage(await fetchPage(ask, toLogSearch(search), cursor), []);
  const result: PageResult = { kind: 'page', stream, search, page, ...(cursor && { cursor }) };
  return resultMessage(result, viewerOf(locale), { kind: 'private' });
}

/** Page after page until the button goes to no other lines. */
async function walk(
  asked: Asked,
  first: Message,
  actionId: 'older' | 'newer',
  most: number,
): Promise<Message[]> {
  const pages = [first];
  for (let click = clickOf(first, actionId, 'page'); click && !click.extends; ) {
    const { groupId, streamId } = asked.stream;
    expect(click).toMatchObject({ stream: { groupId, streamId }, search: asked.search });
    const page = await show(asked, click.cursor);
    pages.push(page);
    if (pages.length > most) throw new Error(`more than ${most} pages`);
    click = clickOf(page, actionId, 'page');
  }
  return pages;
}

const contents = (pages: readonly Message[]) => pages.flatMap((page) => rowsOf(page).map(contentOf));
const numbers = (pages: readonly Message[]) =>
  contents(pages).map((line) => Number(/^#(\d+) /.exec(line)?.[1]));

it('any lines make pages that Slack takes, and show each of them once, there and back', {
  timeout: 60_000,
}, async () => {
  const any = fc.record({ held: lines(120), stream, search, locale });
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(any, async ({ held, ...rest }) => {
      const asked = { ...rest, ask: model(held) };
      const order = held.map((_, index) => index);
      if (asked.search.order === 'newest') order.reverse();
      const [there, back] =
        asked.search.order === 'newest' ? (['older', 'newer'] as const) : (['newer', 'older'] as const);

      const first = await show(asked);
      const pages = await walk(asked, first, there, held.length + 1);
      expect(numbers(pages)).toEqual(order);
      const returned = await walk(asked, pages.at(-1) ?? first, back, held.length + 1);
      expect(numbers(returned.toReversed())).toEqual(order);
      for (const page of [...pages, ...returned]) expectInert(page);
      cuts += pages.slice(0, -1).filter((page) => rowsOf(page).length < asked.search.limit).length;
      for (const line of contents(pages)) expectShown(line, held[Number(/^#(\d+)/.exec(line)?.[1])]);
    }),
    { numRuns: 120, seed: SEED, interruptAfterTimeLimit: 30_000 },
  );
  // Many pages held fewer lines than were asked for, because theirs are long.
  expect(cuts).toBeGreaterThan(50);
});

/** But for what colours, marks and ends lines, what is shown is what was logged and can be seen. */
function expectShown(shown: string, line: LogLine | undefined): void {
  const logged = line?.content.slice(0, -1) ?? '';
  if (['\x1b', '\r', '\n', 'HighLightTag'].some((special) => logged.includes(special))) return;
  const seen = [...logged].filter((character) => character === '\t' || !UNSEEN.test(character));
  const folded =
    seen.length > 500 ? `${seen.slice(0, 500).join('')}… (+${seen.length - 500} characters)` : seen.join('');
  expect(shown).toBe(folded);
}

it('any page, wherever it lies, is one that Slack takes, and keeps log text in its place', {
  timeout: 60_000,
}, () => {
  const any = fc.record({
    held: lines(200),
    stream,
    search,
    locale,
    near: fc.constantFrom('first' as const, 'last' as const),
    has: fc.record({ older: fc.boolean(), newer: fc.boolean(), cursor: fc.boolean(), around: fc.boolean() }),
    nothingNewer: fc.constantFrom('yet' as const, 'window_ends' as const, undefined),
    count: fc.option(fc.nat(), { nil: undefined }),
    isPrivate: fc.boolean(),
  });
  fc.assert(
    fc.property(any, (one) => {
      const newestFirst = one.held.toReversed();
      const [newest, oldest] = [newestFirst[0], newestFirst.at(-1)];
      const result: PageResult = {
        kind: 'page',
        stream: one.stream,
        search: one.search,
        page: {
          lines: redactLines(one.search.order === 'newest' ? newestFirst : one.held, []),
          near: one.near,
          ...(one.has.older && oldest && { older: cursorAt(oldest, 'older') }),
          ...(one.has.newer && newest && { newer: cursorAt(newest, 'newer') }),
          ...(one.count !== undefined && { count: one.count }),
        },
        ...(one.has.cursor && newest && { cursor: cursorAt(newest, 'older') }),
        ...(one.has.around && newest && { around: newest.line_num }),
        ...(one.nothingNewer && { nothingNewer: one.nothingNewer }),
      };
      const message = resultMessage(result, viewerOf(one.locale), {
        kind: one.isPrivate ? 'private' : 'public',
      });
      expectInert(message);
      expect(rowsOf(message).length > 0).toBe(one.held.length > 0);
      for (const text of textAround(message)) expect(text).not.toMatch(/#\d+ /);
    }),
    { numRuns: 120, seed: SEED, interruptAfterTimeLimit: 30_000 },
  );
});
