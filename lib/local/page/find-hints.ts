export interface Hint {
  /** What stands behind the command, such as `logs checkout/api error since:1h`. */
  readonly line: string;
  readonly about: string;
}

export interface Found {
  /** What the command begins with here; empty where nothing need stand in front. */
  readonly before: string;
  readonly hints: readonly Hint[];
  /** Whether they go on with what is typed, so that one may take its place; else they only show how it is written. */
  readonly completes: boolean;
}

/** More would hide the messages. */
const MOST = 7;
const MOST_USAGE = 4;
export const NOTHING: Found = { before: '', hints: [], completes: false };

/**
 * What can be typed next. `before` is what a command begins with in this place, such as `/lts` or `@lts`; none is
 * needed in the bot's direct message.
 */
export function findHints(typed: string, before: readonly string[], all: readonly Hint[]): Found {
  if (typed === '') return NOTHING;
  const begun = before.find((each) => each.startsWith(typed));
  if (begun !== undefined) return completing(begun, all.slice(0, MOST));
  const start = before.find((each) => typed.startsWith(each));
  if (start === undefined) return NOTHING;
  const rest = typed.slice(start.length);
  if (start !== '' && !/^\s/.test(rest)) return NOTHING;
  const words = rest.trimStart();
  const going = all.filter(({ line }) => line.startsWith(words) && line !== words.trim());
  if (going.length > 0) return completing(start, going.slice(0, MOST));
  const [verb = ''] = words.split(/\s/, 1);
  const usage = all.filter(({ line }) => line.split(' ', 1)[0] === verb);
  return { before: start, hints: usage.slice(0, MOST_USAGE), completes: false };
}

function completing(before: string, hints: readonly Hint[]): Found {
  return { before, hints, completes: true };
}
