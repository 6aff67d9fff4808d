const hourMs = 3600 * 1000;
const dayMs = 24 * hourMs;
/** A little less, so that a search of the last 24 hours finds the oldest line for a while. */
const squeezedMs = dayMs - hourMs / 6;
const latestMs = 9_999_999_999_999;

/**
 * Turns the times that the lines of a file name (milliseconds, NaN where a line names none) into their ingest times,
 * in place. A line without a time takes the one before, and so does one whose time is older: ingest times never run
 * backwards. Unless they are kept, times move so that the newest is now, and a file of more than 24 hours is squeezed
 * into ten minutes less. A file without any time is spread over the last hour.
 */
export function placeTimes(times: Float64Array, options: { keepTimes: boolean; nowMs: number }): void {
  const first = times.find((time) => !Number.isNaN(time));
  if (first === undefined) {
    spread(times, options.nowMs);
    return;
  }
  let previous = Math.max(0, first);
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] as number;
    if (time > previous) previous = Math.min(time, latestMs);
    times[index] = previous;
  }
  if (!options.keepTimes) moveToNow(times, options.nowMs);
}

function spread(times: Float64Array, nowMs: number): void {
  const last = times.length - 1;
  for (let index = 0; index <= last; index += 1) {
    times[index] = last === 0 ? nowMs : Math.round(nowMs - hourMs * (1 - index / last));
  }
}

/** Expects times in order. */
function moveToNow(times: Float64Array, nowMs: number): void {
  const newest = times.at(-1) ?? nowMs;
  const span = newest - (times[0] ?? newest);
  const scale = span > dayMs ? squeezedMs / span : 1;
  for (let index = 0; index < times.length; index += 1) {
    times[index] = Math.round(nowMs - (newest - (times[index] as number)) * scale);
  }
}
