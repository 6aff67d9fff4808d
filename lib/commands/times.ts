import { readDuration } from './duration.ts';
import { fold } from './pieces.ts';
import { createZone, type Zone } from './zone.ts';

const DAY_MS = 86_400_000;

/** When and where a command was typed: what its times are relative to. */
export interface Moment {
  /** Milliseconds. */
  readonly receivedAt: number;
  /** IANA name of the person's time zone. */
  readonly zone: string;
}

/** What a time stands for, in milliseconds, both ends included: a day alone has a length, any other time has none. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const DAY = String.raw`today|yesterday|今天|昨天|\d{4}-\d\d-\d\d`;
const CLOCK = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,3})?)?`;
const OFFSET = String.raw`z|[+-]\d\d:?\d\d`;
/** A clock follows its day behind a blank, behind the T of a date, or, in Chinese, at once. */
const BETWEEN = String.raw`$| +(?=\d)|(?<=\d)t(?=\d)|(?<=天)(?=\d)`;
const TIME = new RegExp(`^(?:(?<day>${DAY})(?:${BETWEEN}))?(?<clock>${CLOCK})?(?<offset>${OFFSET})?$`);
const DAY_ALONE = new RegExp(`^(?:${DAY})$`);
const CLOCK_ALONE = new RegExp(`^${CLOCK}(?:${OFFSET})?$`);

/**
 * Reads `15m` or `2h30m` (ago), `13:10` (today), `yesterday 09:00`, `今天 09:00`, `2026-11-23`, `2026-11-23T09:00Z`, epoch
 * milliseconds or `now`. Without a zone of its own it is the person's. Undefined for anything else.
 */
export function readTime(given: string, { receivedAt, zone }: Moment): Span | undefined {
  const text = fold(given).trim();
  if (text === 'now') return at(receivedAt);
  const ago = readDuration(text);
  if (ago !== undefined) return at(receivedAt - ago);
  if (/^\d{13}$/.test(text)) return at(Number(text));
  const { day, clock, offset } = TIME.exec(text)?.groups ?? {};
  if (day === undefined && clock === undefined) return undefined;
  const zoned = createZone(zone);
  const midnight = readDay(day ?? 'today', zoned.wallTime(receivedAt));
  const sinceMidnight = readClock(clock);
  if (midnight === undefined || sinceMidnight === undefined) return undefined;
  if (offset !== undefined) return readOffset(day, clock, offset, midnight + sinceMidnight);
  if (clock !== undefined) return at(zoned.moment(midnight + sinceMidnight));
  return wholeDay(midnight, zoned);
}

/** Whether a time may go on in the next word: `yesterday 09:00`. */
export function goesOn(value: string, next: string): boolean {
  return DAY_ALONE.test(fold(value)) && CLOCK_ALONE.test(fold(next));
}

function at(ms: number): Span {
  return { first: ms, last: ms };
}

/** From the first moment of a day to the last, though clocks may skip its midnight. */
function wholeDay(midnight: number, zone: Zone): Span {
  return { first: zone.moment(midnight), last: zone.moment(midnight + DAY_MS) - 1 };
}

/** The wall time of a day's midnight. */
function readDay(day: string, now: number): number | undefined {
  const today = now - (((now % DAY_MS) + DAY_MS) % DAY_MS);
  if (day === 'today' || day === '今天') return today;
  if (day === 'yesterday' || day === '昨天') return today - DAY_MS;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const midnight = Date.UTC(year, month - 1, date);
  // The 30th of February would be the second of March.
  return new Date(midnight).toISOString().startsWith(day) ? midnight : undefined;
}

/** Milliseconds since midnight. */
function readClock(clock = '0:00'): number | undefined {
  const [hour = 0, minute = 0, second = 0, fraction = 0] = clock
    .split(/[:.,]/)
    .map((digits, index) => Number(index === 3 ? digits.padEnd(3, '0') : digits));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1_000 + fraction;
}

/** A date and a clock with a zone of their own, as in ISO 8601. */
function readOffset(
  day: string | undefined,
  clock: string | undefined,
  offset: string,
  wall: number,
): Span | undefined {
  if (clock === undefined || !day?.includes('-')) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const ahead = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000;
  return at(sign === '-' ? wall + ahead : wall - ahead);
}
