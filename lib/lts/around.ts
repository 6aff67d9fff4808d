import { type AskLts, type Cursor, cursorAt, fetchPage, type LogSearch, type Page } from './paging.ts';

/**
 * The lines around one, newest first: up to `limit`, half of them after it. The line itself is among them, if it is
 * still there.
 */
export async function fetchAround(
  ask: AskLts,
  search: Omit<LogSearch, 'order'>,
  line: Omit<Cursor, 'direction'>,
): Promise<Page> {
  const newestFirst = { ...search, order: 'newest' } as const;
  const half = { ...newestFirst, limit: Math.ceil(search.limit / 2) };
  const after = await fetchPage(ask, half, { ...line, direction: 'newer' });
  const next = after.lines.at(-1);
  const rest = { ...newestFirst, limit: search.limit - after.lines.length };
  // With nothing after it, the line is the newest of the window, where a page without a cursor begins.
  const before = await fetchPage(ask, rest, next && cursorAt(next, 'older'));
  return {
    lines: [...after.lines, ...before.lines],
    near: 'first',
    ...(before.older && { older: before.older }),
    ...(after.newer && { newer: after.newer }),
  };
}
