import { type Finding, good, unknown, wrong } from './finding.ts';

/** Slack and AWS refuse a signature that is five minutes off, LTS one of fifteen. A header tells whole seconds. */
const TOLERATED_MS = 60_000;

/** `date` is the header of an answer, `now` in ms. */
export function checkClock(
  place: { readonly what: string; readonly where: string },
  date: string | null,
  now: number,
): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return unknown(place, 'the answer says no time');
  const off = Math.round((now - theirs) / 1_000);
  if (Math.abs(now - theirs) <= TOLERATED_MS) return good(place, `${Math.abs(off)} s apart`);
  return wrong(
    place,
    `${Math.abs(off)} s ${off > 0 ? 'ahead' : 'behind'}: signatures made here are refused from five minutes on`,
    'set the clock by NTP, such as "timedatectl set-ntp true"; the functions have clocks of their own',
  );
}
