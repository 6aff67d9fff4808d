import type { NewDump } from '../lts/dump-call.ts';
import { DUMP_PERIODS } from '../lts/dump-periods.ts';
import { MistakeError } from './mistake.ts';
import { behind, fold, type Piece } from './pieces.ts';

/** A page shows fewer where the lines are long: a message holds about 10,000 characters. */
const MAX_LIMIT = 200;
/** Table 5-25. For groups, 5.1.1 says at most 7: within the wider range the service has the last word. */
const MAX_RETENTION_DAYS = 365;
/** Of groups, streams and enterprise projects: tables 5-3 and 5-25. Neither says which characters. */
const MAX_NAME = 64;
/** What 5.1.1's table names, as the longest and as the only one. */
export const DEFAULT_RETENTION_DAYS = 7;

/** API reference, 5.4.1, table 5-58. It says of none of these which characters they may hold. */
const BUCKET = [3, 63] as const;
const MAX_PREFIX = 64;
/** The default that table 5-58 names. */
export const DEFAULT_FORMAT: NewDump['format'] = 'RAW';

/** The value of an option. @throws MistakeError when nothing follows the colon */
export function expectValue(options: ReadonlyMap<string, Piece>, option: string): Piece | undefined {
  const value = options.get(option);
  if (value?.text === '') throw new MistakeError({ kind: 'value_expected', option }, behind(value));
  return value;
}

export function readLimit(value: Piece): number {
  const limit = readWhole(value.text);
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new MistakeError({ kind: 'bad_limit', given: value.text, max: MAX_LIMIT }, value);
}

export function readOrder(value: Piece): 'newest' | 'oldest' {
  const order = fold(value.text);
  if (order === 'newest' || order === 'oldest') return order;
  throw new MistakeError({ kind: 'bad_order', given: value.text }, value);
}

/** In days. */
export function readRetention(value: Piece): number {
  const days = readWhole(value.text);
  if (days >= 1 && days <= MAX_RETENTION_DAYS) return days;
  throw new MistakeError({ kind: 'bad_retention', given: value.text }, value);
}

/** A name for something new. */
export function readName(value: Piece): string {
  if (isWithin(value.text, 1, MAX_NAME) && !/\p{Cc}/u.test(value.text)) return value.text;
  throw new MistakeError({ kind: 'bad_name', given: value.text }, value);
}

/** The same for a group: `checkout/api` could never be told from a stream. */
export function readGroupName(value: Piece): string {
  if (/[/／]/.test(value.text)) throw new MistakeError({ kind: 'bad_name', given: value.text }, value);
  return readName(value);
}

export function readBucket(value: Piece): string {
  const name = value.text.normalize('NFKC');
  if (isWithin(name, ...BUCKET)) return name;
  throw new MistakeError({ kind: 'bad_bucket', given: value.text }, value);
}

export function readPeriod(value: Piece): NewDump['every'] {
  const typed = fold(value.text);
  if (isPeriod(typed)) return typed;
  throw new MistakeError({ kind: 'bad_period', given: value.text, known: Object.keys(DUMP_PERIODS) }, value);
}

function isPeriod(text: string): text is NewDump['every'] {
  return Object.hasOwn(DUMP_PERIODS, text);
}

export function readFormat(value: Piece): NewDump['format'] {
  const format = fold(value.text);
  if (format === 'raw') return 'RAW';
  if (format === 'json') return 'JSON';
  throw new MistakeError({ kind: 'bad_format', given: value.text }, value);
}

/** Of file names, or of folders. */
export function readPrefix(value: Piece): string {
  if (isWithin(value.text, 1, MAX_PREFIX)) return value.text;
  throw new MistakeError({ kind: 'bad_prefix', given: value.text }, value);
}

/** Whether the length is right, in characters, as LTS counts. */
function isWithin(text: string, least: number, most: number): boolean {
  const { length } = [...text];
  return length >= least && length <= most;
}

/** A whole number of up to four digits, else 0. */
function readWhole(text: string): number {
  const digits = fold(text);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
}
