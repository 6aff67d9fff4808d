import { setTimeout as sleep } from 'node:timers/promises';
import { LtsIncompleteError, LtsTooLargeError } from './errors.ts';
import { ingestTime, type LineNum } from './line-num.ts';
import type { LogLine, QueryAnswer, QueryBody } from './schemas.ts';

/** What is searched: one window of one stream, with the ends included, in milliseconds. */
export interface LogSearch {
  readonly start: number;
  readonly end: number;
  /** In LTS's keyword syntax; empty finds every line. */
  readonly keywords: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The order of the lines in a page. */
  readonly order: 'newest' | 'oldest';
  /** The most lines of a page, 1 to 4,999: one more is asked for, to know whether there are more. */
  readonly limit: number;
  /** Whether LTS counts all matches in the window, beside the page. */
  readonly isCounted: boolean;
}

/** Where a page continues: strictly older or newer than this line. */
export interface Cursor {
  readonly lineNum: LineNum;
  readonly direction: 'older' | 'newer';
  /** The line's label `__time__`, which a stream with custom log times wants back with its number. */
  readonly time?: string;
}

export function cursorAt({ line_num, labels }: LogLine, direction: Cursor['direction']): Cursor {
  const time = labels?.__time__;
  // A label may hold anything. Nanoseconds since 1970 have 19 digits; what is longer, also once it is JSON, would not
  // fit into a button.
  const isTime = time !== undefined && /^[!#-[\]-~]{1,19}$/.test(time);
  return { lineNum: line_num, direction, ...(isTime && { time }) };
}

export interface Page<L extends LogLine = LogLine> {
  /** In the search's order. */
  readonly lines: readonly L[];
  /** Which end of `lines` adjoins the page that was left; a page that must shrink keeps this end. */
  readonly near: 'first' | 'last';
  /** Present exactly when the window holds an older matching line. */
  readonly older?: Cursor;
  /** Present exactly when the window was seen to hold a newer matching line. */
  readonly newer?: Cursor;
  /** All matches in the window, when they were counted. */
  readonly count?: number;
}

export type AskLts = (body: QueryBody) => Promise<QueryAnswer>;

/** How often a question is repeated while the service says that it has not read everything yet. */
const MAX_ASKS = 3;
const PAUSE_MS = 200;

/**
 * One page of a search: the lines next to the cursor, on the side that it points to. Without a cursor it is the
 * first page in the search's order. A page holds no line that the page before it held. Lines so long that LTS cannot
 * send that many at once are asked for in smaller pages.
 */
export async function fetchPage(ask: AskLts, search: LogSearch, cursor?: Cursor): Promise<Page> {
  try {
    return await fetchWholePage(ask, search, cursor);
  } catch (error) {
    if (!(error instanceof LtsTooLargeError) || search.limit === 1) throw error;
    return fetchPage(ask, { ...search, limit: Math.ceil(search.limit / 8) }, cursor);
  }
}

async function fetchWholePage(ask: AskLts, search: LogSearch, cursor?: Cursor): Promise<Page> {
  const descending = search.order === 'newest';
  const towardsOlder = cursor ? cursor.direction === 'older' : descending;
  // `forwards` goes on in the sort order; `backwards` takes the lines before the cursor, and the answer is in the
  // sort order all the same (API reference, 5.3.1: its four worked examples).
  const forwards = towardsOlder === descending;
  const answer = await askWhole(ask, {
    start_time: String(search.start),
    end_time: String(search.end),
    ...(search.keywords && { keywords: search.keywords }),
    ...(Object.keys(search.labels).length > 0 && { labels: search.labels }),
    limit: search.limit + 1,
    is_desc: descending,
    highlight: false,
    ...(search.isCounted && { is_count: true }),
    ...(cursor && { search_type: forwards ? 'forwards' : 'backwards', line_num: cursor.lineNum }),
    ...(cursor?.time !== undefined && { __time__: cursor.time }),
  });
  const whole = toPage(answer.logs, search.order, forwards ? 'first' : 'last', cursor);
  const page = keepNear(whole, search.order, search.limit);
  return typeof answer.count === 'number' && search.isCounted ? { ...page, count: answer.count } : page;
}

/** How many lines match in the whole window. */
export async function countMatches(ask: AskLts, search: LogSearch): Promise<number> {
  const { count, lines } = await fetchPage(ask, { ...search, limit: 1, isCounted: true });
  return count ?? lines.length;
}

/** The same page with at most `count` lines: what is cut off lies behind the cursor on the far side. */
export function keepNear<L extends LogLine>(
  page: Page<L>,
  order: LogSearch['order'],
  count: number,
): Page<L> {
  const { length } = page.lines;
  return page.near === 'first'
    ? keepRange(page, order, 0, Math.min(count, length))
    : keepRange(page, order, Math.max(0, length - count), length);
}

/** The same page with the lines from `start` up to, not including, `end`: the others lie behind its cursors. */
export function keepRange<L extends LogLine>(
  page: Page<L>,
  order: LogSearch['order'],
  start: number,
  end: number,
): Page<L> {
  const lines = page.lines.slice(start, end);
  const [first, last] = [lines[0], lines.at(-1)];
  const [before, after] = order === 'newest' ? (['newer', 'older'] as const) : (['older', 'newer'] as const);
  return {
    ...page,
    lines,
    ...(start > 0 && first && { [before]: cursorAt(first, before) }),
    ...(end < page.lines.length && last && { [after]: cursorAt(last, after) }),
  };
}

function toPage(
  lines: readonly LogLine[],
  order: LogSearch['order'],
  near: Page['near'],
  cursor?: Cursor,
): Page {
  const newest = order === 'newest' ? lines[0] : lines.at(-1);
  const oldest = order === 'newest' ? lines.at(-1) : lines[0];
  // The line that the cursor names lies on the side it was left at, and matches.
  return {
    lines,
    near,
    ...(oldest && cursor?.direction === 'newer' && { older: cursorAt(oldest, 'older') }),
    ...(newest && cursor?.direction === 'older' && { newer: cursorAt(newest, 'newer') }),
  };
}

/** @throws LtsIncompleteError when LTS says to the last that it has not read everything */
async function askWhole(ask: AskLts, body: QueryBody): Promise<QueryAnswer> {
  for (let asked = 1; ; asked += 1) {
    const answer = await ask(body);
    if (answer.isQueryComplete !== false) return answer;
    if (asked === MAX_ASKS) throw new LtsIncompleteError(`not everything was read, asked ${asked} times`);
    await sleep(asked * PAUSE_MS);
  }
}

/** Whether a cursor still lies in a search's window: LTS refuses one that does not (LTS.0701). */
export function isWithin(cursor: Cursor, search: LogSearch): boolean {
  const time = ingestTime(cursor.lineNum);
  return search.start <= time && time <= search.end;
}
