import { redactLines } from '../commands/redacted-lines.ts';
import type { AskLts, LogSearch } from '../lts/paging.ts';
import type { LogLine } from '../lts/schemas.ts';
import { streamLines } from '../lts/stream-lines.ts';
import type { OptionalKind } from '../redaction/kinds.ts';
import type { LineFormat } from '../views/line-file.ts';

/** As many as the console of LTS gives. */
export const MAX_LINES = 5_000;
/** Lines that are asked for at once, so that the progress moves. */
export const PAGE_LINES = 1_000;
/** Where lines are long fewer come at once, and the progress moves as often as one looks. */
const TELL_MS = 2_000;

/**
 * All lines of a search as one text. `search.limit` lines are asked for at once, and secrets taken out of all of them
 * together: a key may stand on both sides of the end of a page.
 */
export async function writeLines(
  ask: AskLts,
  search: LogSearch,
  format: LineFormat,
  redacts: readonly OptionalKind[],
  onProgress: (lines: number) => Promise<unknown>,
): Promise<{ readonly content: string; readonly lines: number }> {
  const lines: LogLine[] = [];
  let [told, toldAt] = [0, Date.now()];
  for await (const page of streamLines(ask, search)) {
    // What arrived since the lines were counted may make it more.
    lines.push(...page.slice(0, MAX_LINES - lines.length));
    if (lines.length === MAX_LINES) break;
    if (lines.length - told < PAGE_LINES && Date.now() - toldAt < TELL_MS) continue;
    await onProgress(lines.length);
    [told, toldAt] = [lines.length, Date.now()];
  }
  const written = redactLines(lines, redacts).map((line) => format.line(line));
  return { content: [format.head, ...written].join(''), lines: lines.length };
}
