import type { TypedSearch } from './command.ts';

/** What is searched when nothing more is said: the last quarter of an hour, newest first. */
export const DEFAULT_SPAN_MS = 15 * 60_000;
const DEFAULT_LIMIT = 50;

export function latestLines(now: number): TypedSearch {
  return {
    start: now - DEFAULT_SPAN_MS,
    end: now,
    endIsFixed: false,
    words: '',
    labels: {},
    order: 'newest',
    limit: DEFAULT_LIMIT,
    isCounted: false,
  };
}
