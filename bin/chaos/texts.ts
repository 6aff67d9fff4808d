import { MAYBE_HANDED_OVER, type Words, wordsFor } from '../../lib/views/words.ts';

/** Who cannot be looked up reads English: every text may come in either language. */
const CATALOGUES = [wordsFor('en'), wordsFor('zh')];

/** Whether a message begins with what these words say, in any language. */
export function begins(text: string, say: (words: Words) => string | readonly string[]): boolean {
  return CATALOGUES.some((words) => [say(words)].flat().some((said) => text.startsWith(said)));
}

export function holds(text: string, say: (words: Words) => string): boolean {
  return CATALOGUES.some((words) => text.includes(say(words)));
}

const HOWS = ['answered', 'found', 'existed'] as const;

/** That a group is there now, however that came about. */
export const saysGroup = (text: string, name: string) =>
  begins(text, ({ changes }) => HOWS.map((how) => changes.createdGroup(name, how)));

/** The same of a stream, `group/stream`. */
export const saysStream = (text: string, name: string) =>
  begins(text, ({ changes }) => HOWS.map((how) => changes.createdStream(name, how)));

/** What is made anew cannot have been there. */
export const saysExisted = (text: string, name: string) =>
  begins(text, ({ changes }) => [
    changes.createdGroup(name, 'existed'),
    changes.createdStream(name, 'existed'),
  ]);

/** It says where something is to come, or that it may still come: nothing is done with it. */
export function isNote(text: string): boolean {
  return begins(text, ({ exports, delivery }) => [exports.direct, exports.notMember, delivery.stillAtWork]);
}

/** It says that an answer may come, or may have come: a note beside an outcome, and one itself where there is no other. */
export const isHedge = (text: string) =>
  text.startsWith(MAYBE_HANDED_OVER) || begins(text, ({ delivery }) => delivery.unconfirmed);

/** The kind of step that alone can be told this; undefined for what any of them can be. */
export function kindRefused(text: string): string | undefined {
  const kinds = ['group create', 'stream create', 'transfer'];
  const reasons = ['group_name_taken', 'stream_name_taken', 'stream_has_transfer'] as const;
  return kinds[reasons.findIndex((reason) => begins(text, ({ refusals }) => refusals[reason][0]))];
}

/** A failure that leaves open whether something was done in LTS. All others say, or mean, that it was not. */
export function leavesOpen(text: string): boolean {
  return begins(text, ({ failures, delivery }) => [
    failures.unknown,
    delivery.notShown,
    delivery.brokenOff,
    delivery.unknown,
  ]);
}
