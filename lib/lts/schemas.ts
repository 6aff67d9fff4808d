import * as z from 'zod/mini';
import { isLineNum, type LineNum } from './line-num.ts';

/**
 * What LTS sends and takes on the wire (API reference of 2022-08-15, chapter 5). Only the fields that are used are
 * named; the live service sends more, and may send new ones at any time.
 */

function isStringRecord(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if (typeof (value as Record<string, unknown>)[key] !== 'string') return false;
  return true;
}

/** 5.1.2, table 5-13. `creation_time` is in milliseconds. */
export const LogGroup = z.object({
  log_group_id: z.string(),
  log_group_name: z.string(),
  creation_time: z.number(),
  ttl_in_days: z.number(),
});
export type LogGroup = z.infer<typeof LogGroup>;

export const LogGroupList = z.object({ log_groups: z.array(LogGroup) });

/** 5.2.2, table 5-35. `filter_count` counts the stream's filters. */
export const LogStream = z.object({
  log_stream_id: z.string(),
  log_stream_name: z.string(),
  creation_time: z.number(),
  filter_count: z.nullish(z.number()),
});
export type LogStream = z.infer<typeof LogStream>;

export const LogStreamList = z.object({ log_streams: z.array(LogStream) });

/** 5.3.1, table 5-51. */
export interface LogLine {
  readonly content: string;
  readonly line_num: LineNum;
  readonly labels?: Readonly<Record<string, string>> | null | undefined;
}

/**
 * Lines are checked by hand, in one pass: on a page of 5,000, zod's own objects and records cost more than half of
 * what parsing the JSON does, and this costs a tenth.
 */
function isLogLine(value: unknown): value is LogLine {
  if (typeof value !== 'object' || value === null) return false;
  const { content, line_num, labels } = value as Record<string, unknown>;
  const areLabelsGood = labels === undefined || labels === null || isStringRecord(labels);
  return typeof content === 'string' && isLineNum(line_num) && areLabelsGood;
}

const LogLines = z.custom<readonly LogLine[]>((value) => Array.isArray(value) && value.every(isLogLine));

/** 5.3.1, table 5-50. `isQueryComplete: false` means that the service has not read everything: ask again. */
export const QueryAnswer = z.object({
  logs: LogLines,
  count: z.nullish(z.number()),
  isQueryComplete: z.nullish(z.boolean()),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;

/** 5.3.1, table 5-49: the body of a query. Times are milliseconds as strings; `search_type` is left out first. */
export interface QueryBody {
  readonly start_time: string;
  readonly end_time: string;
  readonly keywords?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly limit: number;
  /** Whether the answer counts all matches in the window. */
  readonly is_count?: boolean;
  readonly is_desc: boolean;
  readonly search_type?: 'forwards' | 'backwards';
  readonly line_num?: LineNum;
  /** Where the stream has custom log times: the label `__time__` of the line that `line_num` names. */
  readonly __time__?: string;
  readonly highlight: false;
}

const Id = z.string().check(z.minLength(1));

/** 5.1.1. */
export const CreatedGroup = z.object({ log_group_id: Id });

/** 5.2.1. */
export const CreatedStream = z.object({ log_stream_id: Id });

/** 5.4.1: table 5-59 has one name, its example and every SDK the other. */
export const CreatedDump = z.union([
  z.object({ log_dump_obs_id: Id }),
  z.object({ log_dump_objects_id: Id }),
]);

/** A delete is answered 204, without a body. */
export const Nothing = z.union([z.undefined(), z.null(), z.object({})]);
