import {
  LtsArgumentError,
  type LtsError,
  LtsIncompleteError,
  LtsMalformedError,
  LtsRefusedError,
  LtsTooLargeError,
  LtsUnconfirmedError,
  LtsUnreachableError,
} from '../lts/errors.ts';
import type { Problem } from './problem.ts';
import type { Words } from './words.ts';

/** Why a call of LTS failed, what to do about it, and what LTS's support asks for. */
export function ltsProblem(error: LtsError, words: Words): Problem {
  const { failures } = words;
  if (error instanceof LtsRefusedError) {
    const [what, remedy] = words.refusals[error.reason];
    return { what, remedy, ...referenceOf(error, words) };
  }
  if (error instanceof LtsMalformedError) return { what: failures.malformed, ...referenceOf(error, words) };
  if (error instanceof LtsUnconfirmedError) {
    const reference = referenceOf(error.cause, words);
    if (error.seen === 'undone') return { what: failures.undone, ...reference };
    if (error.seen === 'still_there') return { what: failures.stillThere, ...reference };
    return { what: failures.unknown, remedy: failures.lookFirst, ...reference };
  }
  if (error instanceof LtsArgumentError) {
    const { field, allowed, given } = error;
    const reference = `${field} = ${JSON.stringify(given)}; ${allowed}`;
    return { what: failures.badArgument, remedy: failures.badArgumentRemedy, reference };
  }
  if (error instanceof LtsIncompleteError) return { what: failures.incomplete };
  if (error instanceof LtsTooLargeError) return { what: failures.tooLarge };
  const isLate = error instanceof LtsUnreachableError && error.isLate;
  return { what: isLate ? failures.late : failures.unreachable };
}

/** LTS's code, or the status where it gave none, and the id of the request. */
function referenceOf(error: unknown, { failures }: Words): Pick<Problem, 'reference'> {
  const parts: string[] = [];
  if (error instanceof LtsRefusedError) parts.push(error.ltsCode ?? `HTTP ${error.status}`);
  if (error instanceof LtsRefusedError || error instanceof LtsMalformedError) {
    if (error.requestId) parts.push(failures.requestId(error.requestId));
  }
  return parts.length > 0 ? { reference: parts.join(' · ') } : {};
}
