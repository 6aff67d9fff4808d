import type { Moment } from '../commands/times.ts';
import { createZone, type Zone } from '../commands/zone.ts';

const DAY_MS = 86_400_000;
/** A pasted log has as many times as lines, and the first few say enough. */
const MAX_TIMES = 200;

/** A time that a text gives. */
export interface FoundTime {
  readonly ms: number;
  /** Where it stands. */
  readonly index: number;
  /** A clock without a day, or a bare number, which may mean something else. */
  readonly isVague: boolean;
}

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\b\.?)?`;
const ZONE = String.raw`(?: ?(?<offset>(?:utc|gmt)? ?[+-]\d{1,2}(?::?\d\d)?(?![\d:-])|(?:utc|gmt|z)\b))?`;
const NUMBERS = String.raw`(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<date>\d{1,2})`;
const MONTH = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const QUOTES = String.raw`[\s"'*_\`]{0,4}`;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** In the order in which they are tried; what one has read is not read again. */
const FORMATS: readonly RegExp[] = [
  // 2026-11-25T13:05:00.123Z, 2026-11-25 13:05:00 +0000 UTC, 2026/11/25 21:05:00 GMT+08:00, 2026年11月25日 21:05
  `(?<!\\d)${NUMBERS}(?:日 ?|t|[ ,@]{1,3}|　)${CLOCK}${ZONE}`,
  // 13:05:00 on 2026.11.25
  `(?<![\\d:])${CLOCK}${ZONE},?(?: on)? ${NUMBERS}(?!\\d)`,
  // Nov 25, 2026 @ 13:05:00.000, Nov 25 2026 at 1:05 PM UTC, Wed Nov 25 13:05:00 UTC 2026, Nov 25 13:05:00
  `\\b${MONTH}\\.? {1,2}(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?[ ,@]{1,3}(?:at )?${CLOCK}${ZONE}(?:(?: [a-z]{3,4})? (?<year2>\\d{4})(?![\\d:-]))?`,
  // Wed, 25 Nov 2026 13:05:00 GMT, 25/Nov/2026:13:05:00 +0000
  `(?<!\\d)(?<date>\\d{1,2})[ /-]${MONTH}[ /-](?<year>\\d{4})[ :,]{1,2}(?:at )?${CLOCK}${ZONE}`,
  // 11/25/2026, 1:05:00 PM: only with it the month is known to stand first.
  `(?<!\\d)(?<month>\\d{1,2})/(?<date>\\d{1,2})/(?<year>\\d{4}),? ${CLOCK}(?<=m\\.?)${ZONE}`,
  String.raw`(?<=[:=]${QUOTES}|\b(?:at|since) )(?<epoch>[12]\d{9}(?:\d{3})?)(?:\.\d{1,9})?(?![\w:/-]|\.\w)`,
  `(?<![\\w.:/-])${CLOCK}(?![:\\d])${ZONE}`,
].map((source) => new RegExp(source, 'gi'));

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * The times in a text, by where they stand. Without a zone of their own they are of the asker's, and without a day or a
 * year the last before `receivedAt`.
 */
export function readTimes(text: string, { receivedAt, zone }: Moment): FoundTime[] {
  const zoned = createZone(zone);
  const found: FoundTime[] = [];
  // A full-width colon is as long as another.
  let rest = text.replaceAll('：', ':');
  for (const format of FORMATS) {
    for (const { index, groups: parts = {} } of rest.matchAll(format)) {
      if (found.length === MAX_TIMES) break;
      const ms = toMs(parts, receivedAt, zoned);
      const isVague = parts.date === undefined;
      if (ms !== undefined) found.push({ ms, index, isVague });
    }
    rest = rest.replace(format, (whole) => '\0'.repeat(whole.length));
  }
  return found.toSorted((one, other) => one.index - other.index);
}

function toMs(parts: Parts, now: number, zone: Zone): number | undefined {
  if (parts.epoch !== undefined) return Number(parts.epoch.padEnd(13, '0'));
  const clock = readClock(parts);
  if (clock === undefined) return undefined;
  const clocks = parts.offset === undefined ? zone : createOffset(parts.offset);
  const moments = readDays(parts, clocks.wallTime(now)).map((day) => clocks.moment(day + clock));
  return moments.find((ms) => ms <= now) ?? moments[0];
}

/** The wall times of the midnights that may be meant, the latest first. */
function readDays({ year, year2 = year, month, name, date }: Parts, now: number): number[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  if (date === undefined) return [today, today - DAY_MS];
  const thisYear = new Date(now).getUTCFullYear();
  const years = year2 === undefined ? [thisYear, thisYear - 1] : [Number(year2)];
  const index = name === undefined ? Number(month) - 1 : MONTHS.indexOf(name.toLowerCase()) / 3;
  return (
    years
      .map((one) => new Date(Date.UTC(one, index, Number(date))))
      // The 30th of February would be the second of March.
      .filter((day) => day.getUTCMonth() === index && day.getUTCDate() === Number(date))
      .map(Number)
  );
}

/** Milliseconds since midnight. */
function readClock({ hour, minute, second = '0', fraction = '', half }: Parts): number | undefined {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = (hours * 60 + Number(minute)) * 60 + Number(second);
  return seconds * 1_000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Clocks that are always as far ahead of UTC: `Z`, `+0800`, `GMT +08:00`. */
function createOffset(offset: string): Zone {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
  return { wallTime: (ms) => ms + ahead, moment: (wall) => wall - ahead };
}
