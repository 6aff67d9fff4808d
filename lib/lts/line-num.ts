import * as z from 'zod/mini';

/**
 * A log line's `line_num`: 19 digits, the first 13 of them the ingest time in milliseconds. It exceeds 2^53, so it
 * stays a string everywhere and is compared as a BigInt (API reference, 5.3.1, table 5-51).
 */
export const LineNum = z
  .string()
  .check(z.regex(/^\d{19}$/))
  .brand<'LineNum'>();
export type LineNum = z.infer<typeof LineNum>;

export function isLineNum(value: unknown): value is LineNum {
  return typeof value === 'string' && /^\d{19}$/.test(value);
}

/** The ingest time of a line in milliseconds: what windows compare, and the time that is shown. */
export function ingestTime(lineNum: LineNum): number {
  return Number(lineNum.slice(0, 13));
}
