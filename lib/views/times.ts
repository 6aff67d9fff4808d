/** Times in one person's zone. Formatters are costly to make and used for every line. */
export interface Clock {
  /** `2026-11-23 09:41:07.512` */
  stamp(ms: number): string;
  /** `2026-11-23 09:41:07` */
  second(ms: number): string;
  /** `09:41:07` */
  timeOfDay(ms: number): string;
  /** `2026-11-23 09:41` */
  minute(ms: number): string;
  /** `2026-11-23 09:41:07 – 10:41:07 (Europe/Berlin)`, with the second date where it differs. */
  span(start: number, end: number): string;
  readonly zone: string;
}

const MINUTE_MS = 60_000;

export function createClock(zone: string): Clock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const write = (ms: number): string => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(ms)) parts[type] = value;
    return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
  };
  /** Up to the seconds; empty where those are not as in UTC, or the clock is put back or forward in between. */
  const writeMinute = (minute: number): string => {
    const [first, last] = [write(minute * MINUTE_MS), write((minute + 1) * MINUTE_MS - 1_000)];
    const start = first.slice(0, -2);
    return first === `${start}00` && last === `${start}59` ? start : '';
  };
  /** Lines stand close together, and a line's time stands in a message more than once. */
  const known = new Map<number, string>();
  const second = (ms: number): string => {
    const minute = Math.floor(ms / MINUTE_MS);
    const start = known.get(minute) ?? writeMinute(minute);
    known.set(minute, start);
    const seconds = Math.floor((ms - minute * MINUTE_MS) / 1_000);
    return start ? `${start}${String(seconds).padStart(2, '0')}` : write(ms);
  };
  return {
    zone,
    second,
    timeOfDay: (ms) => second(ms).slice(11),
    minute: (ms) => second(ms).slice(0, -3),
    span: (start, end) => {
      const from = second(start);
      const to = second(end);
      const isSameDay = from.slice(0, 10) === to.slice(0, 10);
      return `${from} – ${isSameDay ? to.slice(11) : to} (${zone})`;
    },
    // Every zone's offset is whole seconds, so the milliseconds are those of UTC.
    stamp: (ms) => `${second(ms)}.${String(ms - Math.floor(ms / 1_000) * 1_000).padStart(3, '0')}`,
  };
}
