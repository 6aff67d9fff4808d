import * as z from 'zod/mini';
import { LineNum } from './line-num.ts';

/**
 * What LTS sends and takes on the wire (API reference of 2022-08-15, chapter 5). Only the fields that are used are
 * named; the live service sends more, and may send new ones at any time.
 */

function isStringRecord(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if (typeof (value as Record<string, unknown>)[key] !== 'string') return false;
  return true;
}

/** A check of our own: on pages of 5,000 lines `z.record` costs more than parsing the JSON does. */
const Labels = z.custom<Record<string, string>>(isStringRecord, 'expected an object of strings');

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
export const LogLine = z.object({
  content: z.string(),
  line_num: LineNum,
  labels: z.nullish(Labels),
});
export type LogLine = z.infer<typeof LogLine>;

/** 5.3.1, table 5-50. `isQueryComplete: false` means that the service has not read everything: ask again. */
export const QueryAnswer = z.object({
  logs: z.array(LogLine),
  count: z.nullish(z.number()),
  isQueryComplete: z.optional(z.boolean()),
});
export type QueryAnswer = z.infer<typeof QueryAnswer>;

/** 5.3.1, table 5-49: the body of a query. Times are milliseconds as strings; `search_type` is left out first. */
export interface QueryBody {
  readonly start_time: string;
  readonly end_time: string;
  readonly keywords?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly is_desc: boolean;
  readonly search_type?: 'forwards' | 'backwards';
  readonly line_num?: LineNum;
  /** Where the stream has custom log times: the label `__time__` of the line that `line_num` names. */
  readonly __time__?: string;
  readonly highlight: false;
}

/** 5.1.1. */
export const CreatedGroup = z.object({ log_group_id: z.string() });

/** 5.2.1. */
export const CreatedStream = z.object({ log_stream_id: z.string() });

/** 5.4.1: table 5-59 has one name, its example and every SDK the other. */
export const CreatedDump = z.union([
  z.object({ log_dump_obs_id: z.string() }),
  z.object({ log_dump_objects_id: z.string() }),
]);

/** A delete is answered 204, without a body. */
export const Nothing = z.unknown();
