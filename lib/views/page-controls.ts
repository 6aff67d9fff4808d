import type { ActionsBlock, Button, StaticSelect } from '@slack/types';
import type { Verb } from '../commands/access.ts';
import type { LineRef, PageCommand } from '../commands/click.ts';
import type { RedactedPage } from '../commands/redacted-lines.ts';
import type { PageResult } from '../commands/result.ts';
import { type Cursor, cursorAt, type Page } from '../lts/paging.ts';
import type { LogLine } from '../lts/schemas.ts';
import { button, type Choice, select } from './controls.ts';
import { anchorOf, fitAround } from './fit.ts';
import { LIMITS } from './limits.ts';
import { lineLabels } from './line-labels.ts';
import type { Message } from './message.ts';
import type { Audience, Viewer } from './viewer.ts';

/**
 * What can be done with a page, given the lines of it that are shown. A revealed one can only be left: it goes to nobody
 * else, and what is paged to from it is redacted.
 */
export function pageControls(
  result: PageResult,
  page: RedactedPage,
  viewer: Viewer,
  audience: Audience,
): (Button | StaticSelect)[] {
  const { stream, search, cursor, isRevealed = false } = result;
  const { words } = viewer;
  const { older, newer, share, export: exportLabel } = words.page;
  const { source, groupName: group, streamName } = stream;
  // What all see is clicked by others, too.
  const may = (verb: Verb) =>
    audience.kind === 'public' || viewer.access?.may(verb, { source, group, stream: streamName }) === true;
  const isPrivate = audience.kind === 'private';
  const isInModal = isPrivate && audience.where === 'modal';
  const searched = { stream, search };
  const shown = { ...searched, ...(cursor && { cursor }), ...aroundOf(result) };
  return [
    ...(page.older ? [button('older', older, turn(result, { cursor: page.older, extends: false }))] : []),
    button('newer', newer, turn(result, newerOf(result, page))),
    ...aroundControl(result, page, viewer),
    ...(isPrivate && !audience.where && !isRevealed && may('share')
      ? [button('share', share, { kind: 'share', ...shown })]
      : []),
    ...(isPrivate && !isRevealed && piecesIn(page) > 0 && may('reveal')
      ? [button('reveal', words.redaction.reveal, { kind: 'reveal', ...shown })]
      : []),
    ...(page.lines.length > 0 && !isRevealed && !isInModal && may('export')
      ? [button('export', exportLabel, { kind: 'export', ...searched, format: 'ndjson' })]
      : []),
    button('refine', viewer.words.search.refine, { kind: 'open_search', ...searched }),
  ];
}

/** How many pieces were taken out of the lines that are shown. */
export function piecesIn({ lines }: Pick<RedactedPage, 'lines'>): number {
  return lines.reduce((sum, { pieces }) => sum + pieces, 0);
}

/** The line that the page is about; it may have expired since. */
function aroundOf({ page, around: lineNum }: PageResult): { readonly around?: LineRef } {
  if (lineNum === undefined) return {};
  const line = page.lines.find(({ line_num }) => line_num === lineNum);
  return { around: line ? lineRef(line) : { lineNum } };
}

function lineRef(line: LogLine): LineRef {
  const { direction: _direction, ...ref } = cursorAt(line, 'older');
  return ref;
}

type Target = Pick<PageCommand, 'cursor' | 'extends'>;

function turn({ stream, search, cursor: shown }: PageResult, target: Target): PageCommand {
  return { kind: 'page', stream, search, ...target, ...(shown && { shown }) };
}

/** At the newest end `Newer` looks again, with the window's end moved to then. */
function newerOf({ search }: PageResult, page: Page): Target {
  const newest = search.order === 'newest' ? page.lines[0] : page.lines.at(-1);
  const cursor: Cursor | undefined = page.newer ?? (newest && cursorAt(newest, 'newer'));
  return { extends: page.newer === undefined, ...(cursor && { cursor }) };
}

/** A button for one line, a select for several: the ones nearest to where the reader came from, if not for all. */
function aroundControl(
  result: PageResult,
  page: RedactedPage,
  { words, clock }: Viewer,
): (Button | StaticSelect)[] {
  const { lines } = page;
  const { start, end } = fitAround(
    lines.map(() => 1),
    LIMITS.selectOptions,
    anchorOf({ ...result, page }),
  );
  const { source, groupId, streamId } = result.stream;
  const labels = lineLabels(lines, clock);
  const choices = lines.map((line, index): Choice => {
    const click = { kind: 'around', source, groupId, streamId, ...lineRef(line) } as const;
    return { label: labels[index] ?? '', click };
  });
  const [only] = choices;
  if (!only) return [];
  if (choices.length === 1) return [button('around', words.page.around, only.click)];
  const isAll = choices.length <= LIMITS.selectOptions;
  const placeholder = isAll ? words.page.aroundOne : words.page.aroundOneOf(LIMITS.selectOptions);
  return [select('around', placeholder, choices.slice(start, end))];
}

/** A message that comes to the direct message with the bot, where there is nobody to share it with. */
export function withoutShare({ text, blocks }: Message): Message {
  return {
    text,
    blocks: blocks.map((block) =>
      block.type === 'actions'
        ? { ...block, elements: block.elements.filter((each) => !isShare(each)) }
        : block,
    ),
  };
}

function isShare(element: ActionsBlock['elements'][number]): boolean {
  return 'action_id' in element && element.action_id === 'share';
}
