import type { StreamRef, TypedSearch } from '../../lib/commands/command.ts';
import { redactLines } from '../../lib/commands/redacted-lines.ts';
import type { PageResult } from '../../lib/commands/result.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import type { Page } from '../../lib/lts/paging.ts';
import type { LogLine } from '../../lib/lts/schemas.ts';
import { createClock } from '../../lib/views/times.ts';
import type { Viewer } from '../../lib/views/viewer.ts';
import { wordsFor } from '../../lib/views/words.ts';
import { everything } from '../access/everything.ts';

/** The moment of the lines, 09:41:07.512 in Berlin. */
export const NOW = Date.parse('2026-11-23T08:41:07.512Z');

export const rita: Viewer = {
  words: wordsFor('en-US'),
  clock: createClock('Europe/Berlin'),
  command: '/lts',
  sources: ['prod'],
  access: everything,
};
export const anwen: Viewer = { ...rita, words: wordsFor('zh-CN'), clock: createClock('Asia/Shanghai') };

export const stream: StreamRef = {
  source: 'prod',
  groupId: '11111111-1111-4111-8111-111111111111',
  groupName: 'checkout',
  streamId: '22222222-2222-4222-8222-222222222222',
  streamName: 'api',
};

export const search: TypedSearch = {
  start: NOW - 3_600_000,
  end: NOW + 1_000,
  words: 'error',
  labels: {},
  order: 'newest',
  limit: 200,
  endIsFixed: false,
  isCounted: false,
};

/** The number of a line that came `ms` after the moment; lines of one millisecond differ in `n`. */
export function lineNum(n: number, ms = 0): LineNum {
  return LineNum.parse(String(BigInt(NOW + ms) * 1_000_000n + BigInt(n)));
}

/** Lines in the order given, each a second older than the one before it. */
export function linesOf(contents: readonly string[]): LogLine[] {
  return contents.map((content, index) => ({ content, line_num: lineNum(0, -1_000 * index) }));
}

export function pageOf(
  lines: readonly LogLine[],
  more: Partial<Omit<Page, 'lines'>> = {},
  result: Partial<PageResult> = {},
): PageResult {
  return {
    kind: 'page',
    stream,
    search,
    page: { lines: redactLines(lines, []), near: 'first', ...more },
    ...result,
  };
}
