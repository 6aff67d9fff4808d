import { MistakeError } from '../commands/mistake.ts';
import type { Result } from '../commands/result.ts';
import { ChatOpsError } from '../errors.ts';
import { LtsRefusedError } from '../lts/errors.ts';
import { isTrouble, reasonOf } from '../lts/reasons.ts';

/** Whatever stands in front of LTS writes codes as it likes, and each one becomes a metric that costs. */
const LTS_CODE = /^[A-Z]{1,8}\.\d{1,8}$/;

/** What a job that ended without an error is counted as. */
export function outcomeOfResult(result: Result): string {
  // Nothing is done yet.
  if (result.kind === 'approval_asked' || result.kind === 'deletion' || result.kind === 'form')
    return result.kind;
  if (result.kind !== 'approval_ended') return 'ok';
  const { ending } = result;
  if (ending.kind !== 'approved') return ending.kind;
  if (ending.came.kind === 'undone') return 'failed';
  return ending.came.kind === 'failed' ? outcomeOf(ending.came.error) : 'ok';
}

/** What a job that was not done is counted as: one of a few words, or LTS's own code. */
export function outcomeOf(error: unknown): string {
  if (error instanceof MistakeError) return 'mistake';
  if (error instanceof LtsRefusedError) {
    const { ltsCode, status } = error;
    return ltsCode !== undefined && LTS_CODE.test(ltsCode) ? ltsCode : `HTTP ${status}`;
  }
  return error instanceof ChatOpsError ? error.code.replace(/^lts_/, '') : 'unexpected';
}

/** Of the errors of LTS's client, without `lts_`: those that say nothing of what was asked. */
const TROUBLES: readonly string[] = ['unreachable', 'malformed', 'incomplete', 'unconfirmed'];

/** Whether an outcome says that LTS refuses the bot, fails, or cannot be reached: somebody has to look, and not whoever asked. */
export function isLtsTrouble(outcome: string): boolean {
  if (LTS_CODE.test(outcome)) return isTrouble(reasonOf(0, outcome));
  return TROUBLES.includes(outcome) || outcome.startsWith('HTTP ');
}
