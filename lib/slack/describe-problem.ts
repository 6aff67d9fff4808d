import type { Gate } from '../access/gate.ts';
import { SettingsUnavailableError } from '../commands/channel-settings.ts';
import type { Job } from '../commands/job.ts';
import { type Mistake, MistakeError } from '../commands/mistake.ts';
import { placeOfName } from '../commands/name-place.ts';
import { NotAllowedError } from '../commands/not-allowed.ts';
import { ReadQuotaError } from '../commands/read-quota.ts';
import { logError } from '../log.ts';
import { LtsError } from '../lts/errors.ts';
import { exampleFor } from '../views/examples.ts';
import { hiddenNote } from '../views/hidden.ts';
import { ltsProblem } from '../views/lts-problem.ts';
import { joinSentences, type Message } from '../views/message.ts';
import { mistakeMessage, type Problem, problemMessage } from '../views/problem.ts';
import { quotaProblem } from '../views/quota-problem.ts';
import { refusalMessage } from '../views/refusal.ts';
import type { Viewer } from '../views/viewer.ts';
import { DeliveryError } from './delivery-error.ts';
import { jobProblem, lineOf } from './job-problem.ts';

/** What went wrong, in the person's words. Throws on what is none of theirs and none of the services'. */
export function describeProblem(
  error: unknown,
  job: Job,
  viewer: Viewer,
  { contact, isReadOnly }: Pick<Gate, 'contact' | 'isReadOnly'>,
): Message {
  if (error instanceof NotAllowedError) {
    const { verb } = error;
    const line = lineOf(job);
    const refusal = { verb, isReadOnly: isReadOnly(verb), contact };
    return refusalMessage(refusal, viewer, line === undefined ? undefined : { line });
  }
  if (error instanceof MistakeError) return describeMistake(error, job, viewer);
  const problem = serviceProblem(error, viewer);
  if (!problem) throw error;
  logError('a service failed', error);
  // Nothing of a form is left to be seen.
  return job.kind === 'submitted' ? jobProblem(job, problem, viewer) : problemMessage(problem);
}

function describeMistake({ mistake, place: given }: MistakeError, job: Job, viewer: Viewer): Message {
  const line = lineOf(job);
  const isTyped = job.kind === 'typed' || job.kind === 'mentioned';
  const gone = isTyped ? undefined : goneProblem(mistake, viewer);
  if (gone) return jobProblem(job, gone, viewer);
  const place = isTyped && line !== undefined ? (given ?? placeOfName(line, mistake)) : undefined;
  return mistakeMessage(mistake, viewer, line === undefined ? undefined : { line, ...(place && { place }) });
}

/**
 * Clicks and forms name groups and streams by their ids, which nobody has typed: what is gone is told of as LTS does.
 */
function goneProblem(mistake: Mistake, viewer: Viewer): Problem | undefined {
  if (mistake.kind !== 'unknown_group' && mistake.kind !== 'unknown_stream') return undefined;
  const { no_such_group, no_such_stream } = viewer.words.refusals;
  const [what, remedy] = mistake.kind === 'unknown_group' ? no_such_group : no_such_stream;
  const next = joinSentences(remedy, hiddenNote(viewer));
  return { what, remedy: next, example: `${viewer.command} ${exampleFor(mistake, '')}` };
}

/** What a service's failure means for the person; undefined for what is nobody's failure but ours. */
export function serviceProblem(error: unknown, viewer: Viewer): Problem | undefined {
  // Only a file is delivered before there is an answer.
  if (error instanceof DeliveryError) return { what: viewer.words.exports.notTaken };
  if (error instanceof SettingsUnavailableError) return { what: viewer.words.settingsUnavailable };
  if (error instanceof ReadQuotaError) return quotaProblem(error, viewer);
  return error instanceof LtsError ? ltsProblem(error, viewer.words) : undefined;
}
