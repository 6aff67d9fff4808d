import { ingestTime } from '../lts/line-num.ts';
import type { LogLine } from '../lts/schemas.ts';
import type { Clock } from './times.ts';

/**
 * What each line is called where one can be chosen: its time of day, with the date where the lines are of several
 * days, and with a number where several are of the same millisecond.
 */
export function lineLabels(lines: readonly Pick<LogLine, 'line_num'>[], clock: Clock): string[] {
  const stamps = lines.map(({ line_num }) => clock.stamp(ingestTime(line_num)));
  const days = new Set(stamps.map((stamp) => stamp.slice(0, 10)));
  const times = stamps.map((stamp) => stamp.slice(days.size > 1 ? MONTH : TIME_OF_DAY));
  const totals = Map.groupBy(times, (time) => time);
  const seen = new Map<string, number>();
  return times.map((time) => {
    if (totals.get(time)?.length === 1) return time;
    const number = (seen.get(time) ?? 0) + 1;
    seen.set(time, number);
    return `${time} (${number})`;
  });
}

/** Where in `2026-11-23 09:41:07.512` the month begins, and where the time. */
const MONTH = 5;
const TIME_OF_DAY = 11;
