import { MistakeError } from './mistake.ts';
import { behind, fold, type Piece } from './pieces.ts';

/** A page shows fewer where the lines are long: a message holds about 10,000 characters. */
const MAX_LIMIT = 200;
/** Table 5-25. For groups, 5.1.1 says at most 7: within the wider range the service has the last word. */
const MAX_RETENTION_DAYS = 365;
/** Of groups, streams and enterprise projects: tables 5-3 and 5-25. Neither says which characters. */
const MAX_NAME = 64;

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

/** Whether the length is right, in characters, as LTS counts. */
export function isWithin(text: string, least: number, most: number): boolean {
  const { length } = [...text];
  return length >= least && length <= most;
}

/** A whole number of up to four digits, else 0. */
function readWhole(text: string): number {
  const digits = fold(text);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
}
