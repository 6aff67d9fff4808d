import type { AskLts } from '../../../lib/lts/paging.ts';
import type { LogLine } from '../../../lib/lts/schemas.ts';
import { MAX_PAGE_LINES, streamLines } from '../../../lib/lts/stream-lines.ts';
import { END, START } from './canned-answers.ts';
import { connectOurs } from './our-client.ts';

/**
 * Streams 5,000 lines for each page. A full answer holds one line more than the page that comes of it, so that after so
 * many full ones as many lines as there are pages are left, for a last short one.
 */
export function streamPages(url: string, pages: number): AsyncIterable<readonly LogLine[]> {
  const query = connectOurs(url);
  let asked = 0;
  const ask: AskLts = async ({ limit }) => {
    asked += 1;
    return { logs: await query(asked > pages ? pages : limit) };
  };
  return streamLines(ask, {
    start: START,
    end: END,
    keywords: '',
    labels: {},
    order: 'newest',
    limit: MAX_PAGE_LINES,
    isCounted: false,
  });
}
