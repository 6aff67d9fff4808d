import type { Answer } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import type { Catalog } from './catalog.ts';
import { flag, stringMap, wholeNumber } from './fields.ts';
import { parseKeywords } from './keywords.ts';
import { type Query, runQuery } from './query.ts';
import { refusal } from './refusal.ts';
import { timeOf } from './stream-lines.ts';

const maxWindowMs = 30 * 24 * 3600 * 1000;

/** 5.3.1 */
export async function queryLogs(
  catalog: Catalog,
  groupId: string,
  streamId: string,
  body: JsonObject,
): Promise<Answer> {
  const query = readQuery(body);
  const { lines } = catalog.stream(groupId, streamId);
  return { status: 200, body: await runQuery(lines, query) };
}

/** `__time__`, `is_iterative` and other newer fields are taken and do nothing here. */
function readQuery(body: JsonObject): Query {
  const newestFirst = flag(body.is_desc, false);
  const query = {
    labels: stringMap(body.labels),
    newestFirst,
    withCount: flag(body.is_count, false),
    withHighlights: flag(body.highlight, true),
    condition: readKeywords(body.keywords),
    limit: readLimit(body.limit),
    ...readWindow(body),
  };
  return { ...query, cursor: readCursor(body, query) };
}

function readKeywords(value: unknown): Query['condition'] {
  if (value === undefined) return null;
  if (typeof value !== 'string') throw refusal('invalidBody');
  return parseKeywords(value);
}

function readLimit(value: unknown): number {
  if (value === undefined) return 50;
  const limit = wholeNumber(value);
  if (limit === undefined || limit < 1 || limit > 5000) throw refusal('badLimit');
  return limit;
}

function readWindow(body: JsonObject): { startTime: number; endTime: number } {
  const startTime = wholeNumber(body.start_time);
  const endTime = wholeNumber(body.end_time);
  if (startTime === undefined || endTime === undefined || startTime < 0 || startTime >= endTime) {
    throw refusal('badTimes');
  }
  if (endTime - startTime > maxWindowMs) throw refusal('invalidBody');
  return { startTime, endTime };
}

/**
 * `forwards` goes on in the order of the lines, `backwards` shows those on the cursor's other side. The first query,
 * `init`, has no cursor to go by; one that is sent all the same must lie in the window.
 */
function readCursor(
  body: JsonObject,
  query: Pick<Query, 'startTime' | 'endTime' | 'newestFirst'>,
): Query['cursor'] {
  const { search_type: type = 'init', line_num: value } = body;
  if (type !== 'init' && type !== 'forwards' && type !== 'backwards') throw refusal('invalidBody');
  if (value === undefined) return null;
  if (typeof value !== 'string' || !/^\d{19}$/.test(value)) throw refusal('badTimes');
  const lineNum = BigInt(value);
  if (timeOf(lineNum) < query.startTime || timeOf(lineNum) > query.endTime) throw refusal('badTimes');
  if (type === 'init') return null;
  return { lineNum, towards: (type === 'forwards') === query.newestFirst ? 'older' : 'newer' };
}
