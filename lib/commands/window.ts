import type { TypedSearch } from './command.ts';
import { MAX_WINDOW_MS } from './duration.ts';
import { DEFAULT_SPAN_MS } from './latest-lines.ts';
import { MistakeError, type Place } from './mistake.ts';
import type { Piece } from './pieces.ts';
import { type Moment, readTime, type Span } from './times.ts';
import { expectValue } from './values.ts';

type Window = Pick<TypedSearch, 'start' | 'end' | 'endIsFixed'>;

/**
 * The window that `since:` or `from:`, which are the same, and `to:` describe: both ends included, at most 30 days,
 * and over by the moment of the command. A day alone begins where it begins and ends where it ends, so that
 * `from:yesterday to:yesterday` is the whole day; today ends now. `textEnd` is the place of what is missing.
 */
export function readWindow(options: ReadonlyMap<string, Piece>, textEnd: Place, moment: Moment): Window {
  const { receivedAt } = moment;
  const from = findStart(options);
  const to = expectValue(options, 'to');
  if (!from) {
    if (to) throw new MistakeError({ kind: 'start_expected' }, textEnd);
    return { start: receivedAt - DEFAULT_SPAN_MS, end: receivedAt, endIsFixed: false };
  }
  const start = readPast(from, moment).first;
  const end = to ? Math.min(readPast(to, moment).last, receivedAt) : receivedAt;
  const place = to ?? from;
  if (start >= end) throw new MistakeError({ kind: 'window_reversed' }, place);
  if (end - start > MAX_WINDOW_MS) throw new MistakeError({ kind: 'window_too_long' }, place);
  return { start, end, endIsFixed: to !== undefined };
}

function findStart(options: ReadonlyMap<string, Piece>): Piece | undefined {
  const since = expectValue(options, 'since');
  const from = expectValue(options, 'from');
  if (!since || !from) return since ?? from;
  const [name, second] = since.start > from.start ? (['since', since] as const) : (['from', from] as const);
  // The name and its colon stand right before the value.
  throw new MistakeError({ kind: 'two_starts' }, { start: second.start - name.length - 1, end: second.end });
}

/** A time that has begun by the moment of the command. */
function readPast(value: Piece, moment: Moment): Span {
  const span = readTime(value.text, moment);
  if (!span) throw new MistakeError({ kind: 'bad_time', given: value.text }, value);
  if (span.first <= moment.receivedAt) return span;
  throw new MistakeError({ kind: 'time_in_future', given: value.text }, value);
}
