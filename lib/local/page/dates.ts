/** Times as one person reads them: in their zone and language, always with 24 hours. */
export interface Clock {
  /** `14:05` */
  time(ms: number): string;
  /** `Monday, 23 November 2026, 14:05:09`, for tooltips and screen readers. */
  full(ms: number): string;
  /** Days since 1970 in the person's zone: equal for two moments of the same day there. */
  dayNumber(ms: number): number;
  /** `Today`, `Yesterday` or a date. */
  dayName(ms: number): string;
  /** Fills a template such as `{date_short_pretty} {time_secs}`. */
  fill(template: string, ms: number): string;
  /** `2026-11-23T14:05`, as a clock on the wall shows it there. */
  onWall(ms: number): string;
  /** The moment, in ms, at which a clock there shows this; of two, one of them. */
  atWall(wall: string): number;
}

type Format = Intl.DateTimeFormatOptions;
const time: Format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const dateLong: Format = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const dateFull: Format = { year: 'numeric', month: 'long', day: 'numeric' };

/** The tokens of https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
const tokens: Readonly<Record<string, Format>> = {
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_long: dateLong,
  date_long_full: dateFull,
  date: { month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  time,
  time_secs: { ...time, second: '2-digit' },
};

const dayMs = 86_400_000;

export function createClock(locale: string, zone: string, now: () => number = Date.now): Clock {
  const format = (ms: number, options: Format): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(ms);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  // Sweden writes dates as ISO 8601 does.
  const isoDate = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const dayNumber = (ms: number): number => Date.parse(isoDate.format(ms)) / dayMs;

  const pretty = (ms: number, options: Format): string => {
    const days = dayNumber(ms) - dayNumber(now());
    return Math.abs(days) <= 1 ? relative.format(days, 'day') : format(ms, options);
  };

  const ago = (ms: number): string => {
    const seconds = Math.round((ms - now()) / 1000);
    const size = Math.abs(seconds);
    if (size < 60) return relative.format(seconds, 'second');
    if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
    if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
    return relative.format(Math.trunc(seconds / 86_400), 'day');
  };

  const token = (name: string, ms: number): string | undefined => {
    if (name === 'date_num') return isoDate.format(ms);
    if (name === 'ago') return ago(ms);
    if (name === 'day_divider_pretty') return pretty(ms, dateLong);
    const plain = tokens[name];
    if (plain) return format(ms, plain);
    const base = name.endsWith('_pretty') ? tokens[name.slice(0, -'_pretty'.length)] : undefined;
    return base && pretty(ms, base);
  };

  const isoTime = new Intl.DateTimeFormat('sv-SE', { ...time, timeZone: zone });
  const onWall = (ms: number): string => `${isoDate.format(ms)}T${isoTime.format(ms)}`;

  /** The zone's offset is that of the moment which is looked for: a second try mends a first one across a change. */
  const atWall = (wall: string): number => {
    const asUtc = Date.parse(`${wall}Z`);
    const guess = (ms: number): number => asUtc - (Date.parse(`${onWall(ms)}Z`) - ms);
    return guess(guess(asUtc));
  };

  return {
    onWall,
    atWall,
    time: (ms) => format(ms, time),
    full: (ms) => format(ms, { ...dateLong, ...time, second: '2-digit' }),
    dayNumber,
    dayName: (ms) => {
      const name = pretty(ms, dateLong);
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    },
    fill: (template, ms) => template.replaceAll(/\{(\w+)\}/g, (whole, name) => token(name, ms) ?? whole),
  };
}

/** The moment of a message, in ms: its `ts` is `seconds.6digits`. */
export function timeOf(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}
