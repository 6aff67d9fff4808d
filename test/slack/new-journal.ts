import type { Journal, Past } from '../../lib/commands/journal.ts';

/** Which attempt at a job has the answer, and which the note. */
export type Claims = Map<string, symbol>;

/**
 * The journal of an attempt at a job that no earlier one has worked on, unless `past` says so. Attempts at one job share
 * their claims.
 */
export function newJournal(past: Partial<Past> = {}, claims: Claims = new Map()): Journal {
  const me = Symbol('attempt');
  const claim = async (what: string) => {
    const holder = claims.get(what) ?? me;
    claims.set(what, holder);
    return holder === me;
  };
  return {
    past: { attempt: 1, isWriteOpen: false, isTold: false, ...past },
    writeBegins: async () => {},
    writeEnded: async () => {},
    exportShown: async () => {},
    mayTell: () => claim('answer'),
    notTold: async () => void (claims.get('answer') === me && claims.delete('answer')),
    mayNote: () => claim('note'),
  };
}
