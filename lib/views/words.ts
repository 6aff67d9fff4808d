import type { Mistake } from '../commands/mistake.ts';
import { en } from './en.ts';
import type { Refusals } from './refusals.ts';
import { zh } from './zh.ts';

/** All text of the bot. Both catalogues are complete: a missing key does not compile. */
export interface Words {
  help(command: string): {
    readonly title: string;
    readonly lines: readonly (readonly [example: string, meaning: string])[];
  };
  readonly groups: string;
  readonly streams: string;
  readonly name: string;
  readonly retention: string;
  readonly created: string;
  more(count: number): string;
  readonly noGroups: string;
  days(count: number): string;
  streamsOf(group: string): string;
  noStreams(group: string): string;
  nextStreams(command: string, group: string): string;
  nextLogs(command: string, group: string, stream: string): string;
  readonly newestFirst: string;
  readonly oldestFirst: string;
  lineCount(count: number): string;
  readonly noMatch: string;
  noMatchHint(canWiden: boolean): string;
  readonly noOlder: string;
  nothingNewer(time: string): string;
  readonly older: string;
  readonly newer: string;
  mistake(mistake: Mistake, command: string): { readonly what: string; readonly example?: string };
  readonly unreachable: string;
  readonly late: string;
  readonly incomplete: string;
  readonly tooLarge: string;
  readonly refusals: Refusals;
  readonly malformed: string;
  requestId(id: string): string;
}

/** The catalogue for a Slack locale such as `zh-CN` or `en-GB`; English where there is none. */
export function wordsFor(locale: string | undefined): Words {
  return locale?.startsWith('zh') ? zh : en;
}

/** For moments when nobody knows the person's language yet. */
export const NOT_HANDED_OVER =
  'This could not be passed on in time. If no answer comes within a minute, please try again. / 未能及时转交处理。如一分钟内没有答复，请重试。';

/** Slack refuses a message of ours: a fault, and better told than kept. */
export const NOT_SHOWN =
  'Slack did not take the answer to this. Please tell those who run this bot. / Slack 未接受答复内容，请告知机器人的维护者。';

export const NOT_ANSWERED =
  'This could not be answered, after several attempts. Please try again. / 多次尝试后仍未能完成，请重试。';
