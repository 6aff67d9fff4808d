import { MAX_WINDOW_MS } from '../commands/duration.ts';
import type { Moment } from '../commands/times.ts';
import { MAX_TEXT } from './message-text.ts';
import { type FoundTime, readTimes } from './read-times.ts';
import { withoutAddresses } from './without-addresses.ts';

const MINUTE_MS = 60_000;
/** An alert follows what it is about: rules wait some minutes before they fire. */
const BEFORE_MS = 15 * MINUTE_MS;
const AFTER_MS = 5 * MINUTE_MS;
/** No stream keeps its lines for longer (API reference, table 5-25): an older time is none of an incident. */
const MAX_AGE_MS = 365 * 86_400_000;
/** Where the name of a time may stand before it. */
const LABEL = 48;

/** The last of these before a time says what it is; only without one does `at` or `time` say that it is one. */
const NAMES = new RegExp(
  [
    String.raw`(?<start>start|fired|firing|trigger|began|begin|since|\bopen(?:ed)?\b|creat|raised|occur|detect|happen|first seen|触发|开始|发生|产生)`,
    String.raw`(?<end>ends?[ _-]?at|\bended|end[ _-]?time|resol|recover|closed|\bclear|恢复|结束|解除|清除)`,
    String.raw`(?<foreign>expire|until|deploy|releas|built|build|silence|snooze|\bnext\b|\bdue\b(?! to)|updated|version|到期|过期|发布|部署|静默|下次)`,
  ].join('|'),
  'gi',
);
const TIME = /(?<![a-z])(?:time|timestamp|ts|at|date)\b|时间/i;

/** In milliseconds, both ends included. */
interface Window {
  readonly start: number;
  readonly end: number;
}

type Meaning = 'start' | 'end' | 'other';

/**
 * The window in which to look for what a text is about: from 15 minutes before the start that it names to 5 minutes
 * after the end. What has no end goes on until the message. A text that names neither is about the first time in it, and
 * without one about the time of the message.
 *
 * It never ends after `receivedAt`, and has at most 30 days: the last of them. `messageTime` is in milliseconds.
 */
export function findWindow(text: string, messageTime: number, moment: Moment): Window {
  const now = moment.receivedAt;
  const said = Math.floor(Math.min(messageTime, now));
  const times = findMeanings(withoutAddresses(text.slice(0, MAX_TEXT)), moment);
  const starts = times.start.length > 0 ? times.start : times.other.slice(0, 1);
  const first = Math.min(...(starts.length > 0 ? starts : [...times.end, said]));
  const ends = times.end.filter((ms) => ms >= first);
  const goesOn = times.start.length > 0 && ends.length === 0;
  const last = Math.max(first, ...ends, ...(goesOn ? [said] : []));
  const end = Math.min(last + AFTER_MS, now);
  return { start: Math.max(first - BEFORE_MS, end - MAX_WINDOW_MS), end };
}

function findMeanings(text: string, moment: Moment): Readonly<Record<Meaning, number[]>> {
  const times = { start: [] as number[], end: [] as number[], other: [] as number[] };
  for (const time of readTimes(text, moment)) {
    const meaning = readMeaning(text.slice(Math.max(0, time.index - LABEL), time.index), time);
    const age = moment.receivedAt - time.ms;
    if (meaning && age >= 0 && age <= MAX_AGE_MS) times[meaning].push(time.ms);
  }
  return times;
}

/** Undefined for a time of something else, and for what may be no time at all. */
function readMeaning(before: string, { isVague }: FoundTime): Meaning | undefined {
  const lines = before.split('\n');
  // Some write the name on a line of its own.
  const label = /\p{L}/u.test(lines.at(-1) ?? '') ? lines.at(-1) : lines.slice(-2).join('\n');
  const names = Array.from((label ?? '').matchAll(NAMES)).at(-1)?.groups;
  if (names?.foreign !== undefined) return undefined;
  if (names?.start !== undefined) return 'start';
  if (names?.end !== undefined) return 'end';
  return isVague && !TIME.test(label ?? '') ? undefined : 'other';
}
