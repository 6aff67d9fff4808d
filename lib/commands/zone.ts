const DAY_MS = 86_400_000;

/**
 * The clocks of one IANA zone. Wall times are numbers too: the milliseconds at which a clock that is set to UTC shows
 * the same date and time, so that days and hours are reckoned without a calendar.
 */
export interface Zone {
  /** What the clocks show at a moment, to the second. */
  wallTime(ms: number): number;
  /**
   * The moment at which the clocks show a wall time. One that exists twice, as clocks are set back, is the first. One
   * that does not exist, as they are set forward, moves forward by what they skip: 02:30 becomes 03:30.
   */
  moment(wall: number): number;
}

/** @throws RangeError for a zone that Intl does not know */
export function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wallTime = (ms: number): number => {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(ms)) shown[type] = Number(value);
    const { year = 0, month = 1, day, hour, minute, second } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const offset = (ms: number): number => wallTime(ms) - Math.floor(ms / 1_000) * 1_000;
  return {
    wallTime,
    moment: (wall) => {
      // No offset reaches 16 hours: a day to each side lies surely before and after a change of the clocks.
      const before = offset(wall - DAY_MS);
      const after = offset(wall + DAY_MS);
      const exists = [wall - before, wall - after].filter((ms) => ms + offset(ms) === wall);
      return exists.length > 0 ? Math.min(...exists) : wall - before;
    },
  };
}
