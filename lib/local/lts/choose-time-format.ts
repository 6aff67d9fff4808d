import { isObject } from '../json.ts';

import { epochToMs, type ReadTime, readEpoch, textTimes } from './read-time.ts';

const timeFields = [
  '@timestamp',
  'timestamp',
  'time',
  'ts',
  'datetime',
  'date',
  'eventTime',
  'event_time',
  'asctime',
  'created_at',
  't',
];

interface Candidate {
  readonly read: ReadTime;
  /** The part of the sample's lines that must hold such a time, in percent. */
  readonly leastPercent: number;
}

/** Few lines of a log with stack traces have a time; but a number is one only where most lines begin with such. */
const candidates: readonly Candidate[] = [
  ...timeFields.map((field) => ({ read: jsonTime(field), leastPercent: 2 })),
  ...textTimes.map((read) => ({ read, leastPercent: 2 })),
  { read: readEpoch, leastPercent: 50 },
];

/**
 * How a file writes its times: the way that most lines of `sample`, its first lines, use. One way for the whole file,
 * so that a stray date or number elsewhere is not taken for a line's time. Null when there is none.
 */
export function chooseTimeFormat(sample: readonly string[], nowMs: number): ReadTime | null {
  let best: { read: ReadTime; count: number } | null = null;
  for (const { read, leastPercent } of candidates) {
    const count = sample.filter((line) => read(line, nowMs) !== undefined).length;
    if (count * 100 >= sample.length * leastPercent && count > (best?.count ?? 0)) best = { read, count };
  }
  return best?.read ?? null;
}

/** The time in a field of lines that are JSON objects. */
function jsonTime(field: string): ReadTime {
  return (line, nowMs) => {
    if (!line.startsWith('{') || !line.includes(field)) return undefined;
    const value = parseObject(line)?.[field];
    if (typeof value === 'number') return epochToMs(value);
    if (typeof value !== 'string') return undefined;
    if (/^\d+(\.\d+)?$/.test(value)) return epochToMs(Number(value));
    return textTimes.map((read) => read(value, nowMs)).find((time) => time !== undefined);
  };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
