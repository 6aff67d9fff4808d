/** Reads the time out of a line; undefined when there is none. `nowMs` gives the year to times without one. */
export type ReadTime = (line: string, nowMs: number) => number | undefined;

const clock = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?`;
const zone = String.raw`(?: ?(?<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)\b)?`;
const month = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How far into a line its time may begin: past a level, a logger, or an access log's addresses and users. */
const nearStart = 80;
const accessLogStart = 256;

/** `2023-01-02 03:04:05`, `2023-01-02T03:04:05.678+08:00`, `2023-01-02/03:04:05,678` */
const iso = patternReader(
  String.raw`(?<!\d)(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T /]${clock}${zone}`,
  nearStart,
);
/** nginx's error log, Go: `2023/01/02 03:04:05` */
const slashes = patternReader(
  String.raw`(?<!\d)(?<year>\d{4})/(?<month>\d\d)/(?<day>\d\d) ${clock}${zone}`,
  nearStart,
);
/** The access logs of nginx and Apache: `[10/Oct/2000:13:55:36 +0000]` */
const accessLog = patternReader(
  String.raw`\[(?<day>\d\d)/${month}/(?<year>\d{4}):${clock}${zone}\]`,
  accessLogStart,
);
/** Apache's error log: `[Wed Oct 11 14:32:52.123456 2000]` */
const apacheError = patternReader(String.raw`${month} +(?<day>\d{1,2}) ${clock} (?<year>\d{4})\b`, nearStart);
/** log4j's DATE: `02 Jan 2023 03:04:05,678` */
const dayFirst = patternReader(
  String.raw`(?<!\d)(?<day>\d{1,2}) ${month} (?<year>\d{4}) ${clock}${zone}`,
  nearStart,
);
/** syslog: `Jan  2 03:04:05`, perhaps after a priority such as `<34>` */
const syslog = patternReader(String.raw`^(?:<\d{1,3}>)?${month} +(?<day>\d{1,2}) ${clock}`, nearStart);

/** The ways of writing a time that are not taken for one by chance, in the order in which they are tried. */
export const textTimes: readonly ReadTime[] = [iso, slashes, accessLog, apacheError, dayFirst, syslog];

/** Seconds or milliseconds since 1970 (micro- and nanoseconds too) at the start of a line. */
export const readEpoch: ReadTime = (line) => {
  const digits = /^\[?(\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19})(?![\d.])/.exec(line)?.[1];
  return digits === undefined ? undefined : epochToMs(Number(digits));
};

/** The unit follows from the size; numbers that would be before 1985 or after 2128 are no times. */
export function epochToMs(value: number): number | undefined {
  for (const perSecond of [1, 1e3, 1e6, 1e9]) {
    const seconds = value / perSecond;
    if (seconds >= 5e8 && seconds < 5e9) return Math.floor(seconds * 1000);
  }
  return undefined;
}

function patternReader(source: string, reach: number): ReadTime {
  const pattern = new RegExp(source);
  return (line, nowMs) => {
    const found = pattern.exec(line.length > reach ? line.slice(0, reach) : line)?.groups;
    return found === undefined ? undefined : toMs(found, nowMs);
  };
}

/** Without a zone, a time is one of this machine's. */
function toMs(found: Readonly<Record<string, string | undefined>>, nowMs: number): number | undefined {
  const { year, day, hour, minute, second, fraction = '' } = found;
  const monthIndex = months.includes(found.month ?? '')
    ? months.indexOf(found.month ?? '')
    : Number(found.month) - 1;
  if (monthIndex < 0 || monthIndex > 11 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59) {
    return undefined;
  }
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const at = (fullYear: number): number => {
    const parts = [
      fullYear,
      monthIndex,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
      ms,
    ] as const;
    return found.zone === undefined
      ? new Date(...parts).getTime()
      : Date.UTC(...parts) - offsetMs(found.zone);
  };
  if (year !== undefined) return at(Number(year));
  const thisYear = new Date(nowMs).getFullYear();
  return at(thisYear) > nowMs + 24 * 3600 * 1000 ? at(thisYear - 1) : at(thisYear);
}

function offsetMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
