import type { AskLts, LogSearch } from '../lts/paging.ts';
import { streamLines } from '../lts/stream-lines.ts';
import type { LineFormat } from '../views/line-file.ts';

/** As many as the console of LTS gives. */
export const MAX_LINES = 5_000;
/** Lines that are asked for at once, so that the progress moves. */
export const PAGE_LINES = 1_000;
/** Where lines are long fewer come at once, and the progress moves as often as one looks. */
const TELL_MS = 2_000;

/** All lines of a search as one text. `search.limit` lines are asked for at once. */
export async function writeLines(
  ask: AskLts,
  search: LogSearch,
  format: LineFormat,
  onProgress: (lines: number) => Promise<unknown>,
): Promise<{ readonly content: string; readonly lines: number }> {
  const pieces = [format.head];
  let [lines, told, toldAt] = [0, 0, Date.now()];
  for await (const page of streamLines(ask, search)) {
    // What arrived since the lines were counted may make it more.
    const wanted = page.slice(0, MAX_LINES - lines);
    pieces.push(...wanted.map((line) => format.line(line)));
    lines += wanted.length;
    if (lines === MAX_LINES) break;
    if (lines - told < PAGE_LINES && Date.now() - toldAt < TELL_MS) continue;
    await onProgress(lines);
    [told, toldAt] = [lines, Date.now()];
  }
  return { content: pieces.join(''), lines };
}
