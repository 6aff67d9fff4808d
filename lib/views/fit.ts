import type { PageResult } from '../commands/result.ts';

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The most items next to each other that fit into `room`: those nearest to the item at `anchor`, on both sides of it
 * alike. From an anchor at one end they are simply the first ones, or the last.
 */
export function fitAround(costs: readonly number[], room: number, anchor: number): Range {
  let [start, end, left] = [anchor, anchor, room];
  while (start > 0 || end < costs.length) {
    const isBehind = start === 0 || (end < costs.length && end - anchor <= anchor - start);
    left -= costs[isBehind ? end : start - 1] ?? 0;
    if (left < 0) break;
    if (isBehind) end += 1;
    else start -= 1;
  }
  return { start, end };
}

/** The line that the reader came to, or came from: what must stay when a page shrinks. */
export function anchorOf({ page, around }: Pick<PageResult, 'page' | 'around'>): number {
  const { lines, near } = page;
  if (around === undefined) return near === 'first' ? 0 : lines.length;
  // Numbers of one length compare as text. What is around a line stands newest first.
  const index = lines.findIndex(({ line_num }) => line_num <= around);
  return index < 0 ? lines.length : index;
}
