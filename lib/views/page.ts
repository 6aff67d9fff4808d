import type { Button, KnownBlock } from '@slack/types';
import type { PageCommand } from '../commands/command.ts';
import type { PageResult } from '../commands/run.ts';
import { ingestTime } from '../lts/line-num.ts';
import { type Cursor, cursorAt, keepNear, type Page } from '../lts/paging.ts';
import { encodePage } from './buttons.ts';
import { escapedLength, LIMITS } from './limits.ts';
import { showContent } from './log-text.ts';
import { bold, code, context, escapeText, type Message, paragraph, plain } from './message.ts';
import type { Viewer } from './viewer.ts';

/**
 * A page of log lines. It holds as many lines as fit, counted from the side where the reader came from, and its
 * buttons continue at the lines that are really shown: nothing is skipped, nothing repeated.
 */
export function pageMessage(result: PageResult, viewer: Viewer): Message {
  const { words, clock } = viewer;
  const { stream, search } = result;
  const name = `${stream.groupName}/${stream.streamName}`;
  const asked = [search.words, ...Object.entries(search.labels).map(([label, value]) => `${label}=${value}`)];
  const filter = showContent(asked.filter(Boolean).join(' '));
  const span = clock.span(search.start, search.end);
  const title = paragraph(bold(name), ...(filter ? [plain('  '), code(filter)] : []));

  const spent = escapedLength(name + filter + span) + RESERVED;
  const { page, rows } = fitLines(result, viewer, LIMITS.messageText - spent);
  const count = page.lines.length === 0 ? words.noMatch : words.lineCount(page.lines.length);
  const remarks = notes(result, page, viewer);
  const order = search.order === 'newest' ? words.newestFirst : words.oldestFirst;
  return {
    text: escapeText([filter ? `${name} ${filter}` : name, count, span, ...remarks].join(' · ')),
    blocks: [
      { type: 'rich_text', elements: [title] },
      context(`${span} · ${order} · ${count}`),
      ...(rows.length > 0 ? [literal(rows)] : []),
      ...remarks.map(context),
      { type: 'actions', elements: buttons(result, page, viewer) },
    ],
  };
}

const DAY_MS = 86_400_000;

/** Room for the count, the order, the notes and the buttons' labels, in either language. */
const RESERVED = 500;

/** Log text goes into rich_text_preformatted and nowhere else: there Slack leaves it alone. */
function literal(rows: readonly string[]): KnownBlock {
  const text = { type: 'text', text: rows.join('\n') } as const;
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [text] }] };
}

function fitLines(
  { page, search }: PageResult,
  { clock }: Viewer,
  room: number,
): { page: Page; rows: string[] } {
  const rows = page.lines.map(
    ({ line_num, content }) => `${clock.stamp(ingestTime(line_num))}  ${showContent(content)}`,
  );
  const fromNear = page.near === 'first' ? rows : rows.toReversed();
  let left = room;
  const overflow = fromNear.findIndex((row) => {
    left -= escapedLength(row) + 1;
    return left < 0;
  });
  if (overflow < 0) return { page, rows };
  const shown = page.near === 'first' ? rows.slice(0, overflow) : rows.slice(-overflow);
  return { page: keepNear(page, search.order, overflow), rows: shown };
}

function notes({ nothingNewer, search }: PageResult, page: Page, { words, clock }: Viewer): string[] {
  return [
    ...(page.lines.length === 0 ? [words.noMatchHint(search.end - search.start < DAY_MS)] : []),
    ...(page.lines.length > 0 && !page.older ? [words.noOlder] : []),
    ...(nothingNewer ? [words.nothingNewer(clock.second(search.end))] : []),
  ];
}

function buttons({ stream, search, cursor: shown }: PageResult, page: Page, { words }: Viewer): Button[] {
  const back = shown ? { shown } : {};
  const common = { kind: 'page', stream, search } as const;
  const button = (
    id: 'older' | 'newer',
    label: string,
    target: Omit<PageCommand, keyof typeof common>,
  ): Button => ({
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: label, emoji: false },
    value: encodePage({ ...common, ...target }),
  });
  const newest = search.order === 'newest' ? page.lines[0] : page.lines.at(-1);
  // At the newest end `Newer` looks again, with the window's end moved to then.
  const newer: Cursor | undefined = page.newer ?? (newest && cursorAt(newest, 'newer'));
  return [
    ...(page.older ? [button('older', words.older, { cursor: page.older, extends: false, ...back })] : []),
    button('newer', words.newer, {
      extends: page.newer === undefined,
      ...(newer && { cursor: newer }),
      ...back,
    }),
  ];
}
