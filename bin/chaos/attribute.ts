import type { PlannedFault } from './faults.ts';
import { assign } from './match.ts';
import type { Acknowledgement } from './schemas.ts';
import type { Change } from './seen.ts';
import { isDirect, isNear, type Step } from './step.ts';
import { isHedge, isNote, kindRefused } from './texts.ts';

/** A step that was taken. */
export interface Taken {
  readonly number: number;
  readonly step: Step;
  readonly faults: readonly PlannedFault[];
  /** In ms since 1970. */
  readonly startedAt: number;
  /** Absent when the workspace could not be asked. */
  readonly answer: Acknowledgement;
}

/** What came of the steps of a wave. */
export interface Attribution {
  /** Each step's outcome: its answer, or a failure that can only be its own. */
  readonly outcomes: ReadonlyMap<Taken, Change>;
  /** Outcomes beyond the one of each step. */
  readonly surplus: readonly Change[];
  readonly notes: readonly Change[];
  /** Steps without an outcome, of which the person was told that there may be none. */
  readonly unconfirmed: ReadonlySet<Taken>;
}

/**
 * Finds for every change the step that it comes from. An answer names what it is of. A failure does not always: it is
 * given to a step of the same person and place that has no answer, and something went wrong for.
 *
 * @param isTrue whether a failure can be true of a step
 */
export function attribute(
  taken: readonly Taken[],
  changes: readonly Change[],
  isTrue: (change: Change, taken: Taken) => boolean,
): Attribution {
  const isProgress = (change: Change) => taken.some(({ step }) => step.isProgress?.(change));
  const notes = changes.filter((change) => isNote(change.message.text) || isProgress(change));
  const hedges = changes.filter(({ message }) => isHedge(message.text));
  const told = changes.filter((change) => !notes.includes(change) && !hedges.includes(change));

  const answerOf = (change: Change) => taken.filter(({ step }) => step.isAnswer(change));
  const answers = told.filter((change) => answerOf(change).length > 0);
  const failures = told.filter((change) => !answers.includes(change));
  const isAnyShared = taken.some(({ faults }) => faults.some(({ isShared }) => isShared));
  const mayFail = ({ faults }: Taken) => isAnyShared || faults.length > 0;
  const failed = (change: Change) => taken.filter((each) => mayFail(each) && isFailureFor(change, each));

  const ownersOf = (change: Change) => (answers.includes(change) ? answerOf(change) : failed(change));
  const trueOwnersOf = (change: Change) => ownersOf(change).filter((each) => isTrue(change, each));

  // Rather a true outcome for each than one for as many as possible.
  const outcomes = assign(told, ownersOf, assign(failures, trueOwnersOf, assign(answers, answerOf)));
  const placed = new Set(outcomes.values());
  return {
    outcomes,
    surplus: told.filter((change) => !placed.has(change)),
    notes: [...notes, ...hedges],
    unconfirmed: findUnconfirmed(taken, hedges, outcomes),
  };
}

/** Problems are for the person alone, and never take the place of anything. */
export function isFailureFor({ how, message }: Change, { step }: Taken): boolean {
  const isPrivate = message.visibleTo === step.person.id || isDirect(message.channel, step.person);
  const kind = kindRefused(message.text) ?? step.kind;
  return how === 'posted' && isPrivate && isNear(message, step) && kind === step.kind;
}

/** A command may be told so at once, by the bot or by Slack, and a click by Slack's sign beside it. */
function findUnconfirmed(
  taken: readonly Taken[],
  hedges: readonly Change[],
  outcomes: ReadonlyMap<Taken, Change>,
): Set<Taken> {
  const atOnce = taken.filter(({ answer }) => answer.status !== 200 || isHedge(textOf(answer)));
  // A form stays open, and says it in its field.
  const inField = taken.filter(({ answer: { body = '' } }) => body.includes('"response_action":"errors"'));
  const left = [...hedges];
  for (const each of atOnce) {
    const own = left.findIndex((change) => isFailureFor(change, each));
    if (own >= 0) left.splice(own, 1);
  }
  const open = taken.filter(
    (each) => !outcomes.has(each) && !atOnce.includes(each) && !inField.includes(each),
  );
  const byMessage = assign(left, (change) => open.filter((each) => isFailureFor(change, each)));
  return new Set([...atOnce, ...inField, ...byMessage.keys()]);
}

/** What a command is answered with at once is plain text, or JSON with a text. */
function textOf({ body = '' }: Acknowledgement): string {
  const [, text] = /"text"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body) ?? [];
  return text ?? body;
}
