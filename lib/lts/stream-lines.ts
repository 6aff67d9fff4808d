import { type AskLts, fetchPage, type LogSearch, type Page } from './paging.ts';
import type { LogLine } from './schemas.ts';

/** With the one line more that a page asks for, the most that LTS gives at once: the quickest way through all lines. */
export const MAX_PAGE_LINES = 4_999;

/**
 * Every line of a search in its order, a page of up to `search.limit` at a time. While one page is being used the next is on its way, so at
 * most two are in memory, however many lines there are. Ends with the error of the page that failed.
 */
export async function* streamLines(
  ask: AskLts,
  search: LogSearch,
): AsyncGenerator<readonly LogLine[], void, undefined> {
  const follow = ({ older, newer }: Page) => (search.order === 'newest' ? older : newer);
  let wanted = search;
  let next: Promise<Page> | undefined = fetchPage(ask, wanted);
  while (next) {
    const page: Page = await next;
    const cursor = follow(page);
    // Where lines are so long that fewer came at once, no more are asked for again.
    if (cursor) wanted = { ...wanted, limit: page.lines.length };
    next = cursor && fetchPage(ask, wanted, cursor);
    // Whoever stops early never awaits it.
    next?.catch(() => {});
    yield page.lines;
  }
}
