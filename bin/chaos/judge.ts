import { type Attribution, attribute, isFailureFor, type Taken } from './attribute.ts';
import { type Change, compare, type Seen } from './seen.ts';
import type { LtsState } from './step.ts';
import { leavesOpen } from './texts.ts';

/** How a step ended. `left open` is a failure that says so of a change in LTS; `unconfirmed` a note with nothing else. */
type Ending = 'answered' | 'failed' | 'left open' | 'unconfirmed' | 'lost';

/** Something that must never be. */
export interface Violation {
  readonly what: string;
  /** The step, or those that a message may be of. */
  readonly steps: readonly Taken[];
  readonly found: readonly Change[];
}

export interface Verdict {
  readonly endings: ReadonlyMap<Taken, Ending>;
  readonly violations: readonly Violation[];
  /** What those were told whose steps failed. */
  readonly failures: readonly string[];
  readonly notes: number;
  /** In ms, from the deed to the message; of what was replaced nobody knows when. */
  readonly latencies: readonly number[];
}

/** What the bot shows, and Slack; not what people and other programs say. */
export function changesBy(bot: string, before: readonly Seen[], after: readonly Seen[]): Change[] {
  return compare(before, after).filter(({ message }) => message.from === bot);
}

/** Whether exactly one true outcome came of every step. */
export function judge(taken: readonly Taken[], changes: readonly Change[], state: LtsState): Verdict {
  const found = attribute(taken, changes, (change, each) => findLie(change, each, state) === undefined);
  const violations: Violation[] = [];
  const endings = new Map<Taken, Ending>();
  for (const each of taken) {
    const outcome = found.outcomes.get(each);
    const ending = endingOf(each, found);
    endings.set(each, ending);
    const seen = outcome ? [outcome] : changes.filter((change) => isFailureFor(change, each));
    for (const what of findProblems(each, outcome, ending, state))
      violations.push({ what, steps: [each], found: seen });
  }
  violations.push(...found.surplus.map((change) => describeSurplus(change, taken, found)));
  const latencies = [...found.outcomes].flatMap(([{ startedAt }, { how, message }]) =>
    how === 'posted' ? [Number(message.ts) * 1_000 - startedAt] : [],
  );
  const failures = [...found.outcomes].flatMap(([{ step }, change]) =>
    step.isAnswer(change) ? [] : [change.message.text],
  );
  return { endings, violations, failures, notes: found.notes.length, latencies };
}

/** A second answer, or a failure beside an answer. */
function describeSurplus(change: Change, taken: readonly Taken[], { outcomes }: Attribution): Violation {
  const answered = taken.filter(({ step }) => step.isAnswer(change));
  const failed = taken.filter(({ faults }) => faults.length > 0).filter((each) => isFailureFor(change, each));
  const steps = answered.length > 0 ? answered : failed;
  const others = steps.flatMap((each) => outcomes.get(each) ?? []);
  const what = answered.length > 0 ? 'told twice' : 'told beside the outcome';
  return { what, steps, found: [change, ...others] };
}

function endingOf(taken: Taken, { outcomes, unconfirmed }: Attribution): Ending {
  const outcome = outcomes.get(taken);
  if (!outcome) return unconfirmed.has(taken) ? 'unconfirmed' : 'lost';
  if (taken.step.isAnswer(outcome)) return 'answered';
  return taken.step.write && leavesOpen(outcome.message.text) ? 'left open' : 'failed';
}

function findProblems(taken: Taken, outcome: Change | undefined, ending: Ending, state: LtsState): string[] {
  const { step } = taken;
  const count = step.write?.count(state) ?? 0;
  const problems = [
    ending === 'lost' && 'nothing came of it',
    count > 1 && `done ${count} times`,
    outcome && findLie(outcome, taken, state),
    outcome && step.isAnswer(outcome) && step.flawOf(outcome.message),
    outcome && !step.mayBePublic && !isPrivate(outcome.message) && 'others see the answer',
  ];
  return problems.filter((problem) => typeof problem === 'string');
}

function isPrivate({ visibleTo, channel }: Seen): boolean {
  return visibleTo !== null || channel.isIm;
}

/** What a message says of LTS that is not so. What it leaves open may be either way, where something went wrong. */
function findLie({ message }: Change, { step }: Taken, state: LtsState): string | undefined {
  const { write } = step;
  if (!write || leavesOpen(message.text)) return undefined;
  const [isTold, isDone] = [write.isTold(message.text), write.isDone(state)];
  if (isTold === isDone) return undefined;
  return isTold ? 'told as done, and it is not' : 'told as not done, and it is';
}
