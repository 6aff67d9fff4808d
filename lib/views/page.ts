import type { KnownBlock } from '@slack/types';
import type { RedactedPage } from '../commands/redacted-lines.ts';
import type { PageResult } from '../commands/result.ts';
import { ingestTime } from '../lts/line-num.ts';
import { keepRange } from '../lts/paging.ts';
import { anchorOf, fitAround } from './fit.ts';
import { escapedLength, LIMITS } from './limits.ts';
import { lineLabels } from './line-labels.ts';
import { showContent } from './log-text.ts';
import { context, escapeText, type Message, richText } from './message.ts';
import { noMatch } from './no-match.ts';
import { pageControls, piecesIn } from './page-controls.ts';
import { isFiltered, searchHeader } from './search-header.ts';
import type { Audience, Viewer } from './viewer.ts';

/**
 * A page of log lines. It holds as many lines as fit, counted from the side where the reader came from, and its
 * buttons continue at the lines that are really shown: nothing is skipped, nothing repeated.
 */
export function pageMessage(result: PageResult, viewer: Viewer, audience: Audience): Message {
  const { words } = viewer;
  const { stream, search } = result;
  const { title, titleText, details } = searchHeader(stream, search, viewer);
  const spent = escapedLength(titleText + details.join()) + RESERVED;
  const { page, rows } = fitLines(result, viewer, LIMITS.messageText - spent);
  const isEmpty = rows.length === 0;

  const count = isEmpty
    ? words.page.none(isFiltered(search))
    : words.page.lineCount(rows.length, countAll(result));
  const order = search.order === 'newest' ? words.page.newestFirst : words.page.oldestFirst;
  const { above, below } = remarks(result, page, viewer);
  return {
    text: escapeText([titleText, count, ...details, ...above, ...below].join(' · ')),
    blocks: [
      richText(title),
      context([...details, ...(isEmpty ? [] : [order, count])].join(' · ')),
      ...above.map(context),
      ...(isEmpty ? noMatch(result, viewer) : [literal(rows)]),
      ...below.map(context),
      { type: 'actions', elements: pageControls(result, page, viewer, audience) },
    ],
  };
}

/** Room for the count, the order, the remarks and the labels of the buttons, in either language. */
const RESERVED = 900;

/** Log text goes into rich_text_preformatted and nowhere else: there Slack leaves it alone. */
function literal(rows: readonly string[]): KnownBlock {
  const text = { type: 'text', text: rows.join('\n') } as const;
  return richText({ type: 'rich_text_preformatted', elements: [text] });
}

/** A line takes room twice: where it is shown, and where it can be chosen. */
function fitLines(
  result: PageResult,
  { clock }: Viewer,
  room: number,
): { page: RedactedPage; rows: string[] } {
  const { page, search } = result;
  const labels = lineLabels(page.lines, clock);
  const rows = page.lines.map(
    ({ line_num, content }) => `${clock.stamp(ingestTime(line_num))}  ${showContent(content)}`,
  );
  const costs = rows.map((row, index) => escapedLength(row) + 1 + (labels[index]?.length ?? 0));
  const { start, end } = fitAround(costs, room, anchorOf(result));
  return { page: keepRange(page, search.order, start, end), rows: rows.slice(start, end) };
}

/** How many match in the window: as LTS counted, or as many as there are when all of them came. */
function countAll({ page, around }: PageResult): number | undefined {
  if (around !== undefined) return undefined;
  if (page.count !== undefined) return Math.max(page.count, page.lines.length);
  return page.older || page.newer ? undefined : page.lines.length;
}

interface Remarks {
  readonly above: string[];
  readonly below: string[];
}

function remarks(
  { nothingNewer, search, around, isRevealed }: PageResult,
  page: RedactedPage,
  { words, clock }: Viewer,
): Remarks {
  const position = page.lines.findIndex(({ line_num }) => line_num === around) + 1;
  const pieces = piecesIn(page);
  return {
    above: [
      ...(isRevealed ? [words.redaction.revealed(pieces)] : []),
      ...(around === undefined
        ? []
        : [words.page.aroundLine(clock.stamp(ingestTime(around)), position === 0 ? undefined : position)]),
    ],
    below: [
      ...(pieces > 0 && !isRevealed ? [words.redaction.redacted(pieces)] : []),
      ...(page.lines.length > 0 && !page.older ? [words.page.noOlder(isFiltered(search))] : []),
      ...(nothingNewer === 'yet' ? [words.page.nothingNewer(clock.second(search.end))] : []),
      ...(nothingNewer === 'window_ends' ? [words.page.windowEnds] : []),
    ],
  };
}
