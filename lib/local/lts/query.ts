import { highlight, wantedTerms } from './highlight.ts';
import type { Condition } from './keywords.ts';
import { matchLines } from './match-lines.ts';
import { createPacer } from './pacer.ts';
import { firstLineNum, type Labels, lastLineNum, type Slice, type StreamLines } from './stream-lines.ts';

/** A query whose fields have been checked. */
export interface Query {
  /** The window in milliseconds, both ends included. */
  readonly startTime: number;
  readonly endTime: number;
  readonly condition: Condition | null;
  readonly labels: Labels;
  readonly limit: number;
  readonly newestFirst: boolean;
  /** Where to go on, the line itself excluded; null on the first page. */
  readonly cursor: { readonly lineNum: bigint; readonly towards: 'newer' | 'older' } | null;
  readonly withCount: boolean;
  readonly withHighlights: boolean;
}

export interface QueryResult {
  readonly count?: number;
  readonly logs: readonly { content: string; labels: Labels; line_num: string }[];
}

/** Reads a page of lines. Takes turns with other work: it never holds the event loop for long. */
export async function runQuery(lines: StreamLines, query: Query): Promise<QueryResult> {
  const logs = await readPage(lines, query);
  return query.withCount ? { count: await countMatches(lines, query), logs } : { logs };
}

async function countMatches(lines: StreamLines, query: Query): Promise<number> {
  const pause = createPacer();
  let count = 0;
  for (const slice of lines.slices(firstLineNum(query.startTime), lastLineNum(query.endTime), false)) {
    const marks = matchesIn(lines, query, slice);
    if (marks === null) count += slice.to - slice.from;
    else for (const mark of marks) count += mark;
    await pause();
  }
  return count;
}

async function readPage(lines: StreamLines, query: Query): Promise<QueryResult['logs']> {
  const pause = createPacer();
  const { low, high, fromNewest } = pageRange(query);
  const terms = query.withHighlights && query.condition !== null ? wantedTerms(query.condition) : [];
  const page: QueryResult['logs'][number][] = [];
  for (const slice of lines.slices(low, high, fromNewest)) {
    for (const index of matchingIndexes(slice, matchesIn(lines, query, slice), fromNewest)) {
      page.push(toLog(lines, slice, index, terms));
      if (page.length === query.limit) break;
    }
    if (page.length === query.limit) break;
    await pause();
  }
  return fromNewest === query.newestFirst ? page : page.reverse();
}

/** Which line_nums the page may hold, and from which end it is filled: the one nearest to the cursor. */
function pageRange({ startTime, endTime, cursor, newestFirst }: Query): {
  low: bigint;
  high: bigint;
  fromNewest: boolean;
} {
  const low = firstLineNum(startTime);
  const high = lastLineNum(endTime);
  if (cursor === null) return { low, high, fromNewest: newestFirst };
  if (cursor.towards === 'newer') return { low: highest(low, cursor.lineNum + 1n), high, fromNewest: false };
  return { low, high: lowest(high, cursor.lineNum - 1n), fromNewest: true };
}

function highest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function lowest(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** A mark for each line of the slice, or null when all match. */
function matchesIn(lines: StreamLines, { condition, labels }: Query, slice: Slice): Uint8Array | null {
  const wantsLabels = Object.keys(labels).length > 0;
  if (condition === null && !wantsLabels) return null;
  const marks =
    condition === null ? new Uint8Array(slice.to - slice.from).fill(1) : matchLines(condition, slice);
  if (wantsLabels) {
    const fits = lines.labelSetsWith(labels);
    for (let index = 0; index < marks.length; index += 1) {
      if (fits[slice.segment.labelSets[slice.from + index] as number] === 0) marks[index] = 0;
    }
  }
  return marks;
}

function* matchingIndexes(slice: Slice, marks: Uint8Array | null, fromNewest: boolean): Generator<number> {
  const size = slice.to - slice.from;
  for (let done = 0; done < size; done += 1) {
    const offset = fromNewest ? size - 1 - done : done;
    if (marks === null || marks[offset] === 1) yield slice.from + offset;
  }
}

function toLog(
  lines: StreamLines,
  { segment }: Slice,
  index: number,
  terms: Parameters<typeof highlight>[1],
) {
  const line = segment.content.subarray(segment.start(index), segment.start(index + 1));
  return {
    content: highlight(line, terms),
    labels: lines.labelsOf(segment.labelSets[index] as number),
    line_num: String(segment.lineNums[index]).padStart(19, '0'),
  };
}
