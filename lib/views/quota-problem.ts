import type { ReadQuotaError } from '../commands/read-quota.ts';
import type { Problem } from './problem.ts';
import type { Viewer } from './viewer.ts';

/** A stream has been read as often as LTS allows: why, and when it goes on. */
export function quotaProblem({ readsPerMinute, freeAt }: ReadQuotaError, { words, clock }: Viewer): Problem {
  // Rounded down, it would be too early.
  const from = clock.timeOfDay(Math.ceil(freeAt / 1_000) * 1_000);
  return {
    what: words.failures.readTooOften(readsPerMinute),
    remedy: words.failures.readAgain(from, clock.zone),
  };
}
