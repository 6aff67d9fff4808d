import { createJobAudit, factsOf } from '../access/audit.ts';
import { isShareable } from '../access/shareable.ts';
import type { PersonalAccess } from '../commands/access.ts';
import type { Approvals } from '../commands/approval.ts';
import type { Ask } from '../commands/ask.ts';
import type { AuditTrail, JobAudit } from '../commands/audit.ts';
import type { ChannelStore } from '../commands/channel-settings.ts';
import { isDirectMessage, type Job } from '../commands/job.ts';
import type { LatestSearches } from '../commands/latest-searches.ts';
import { defaultSource } from '../commands/lts-sources.ts';
import { MistakeError } from '../commands/mistake.ts';
import { AccessUnknownError, NotAllowedError } from '../commands/not-allowed.ts';
import type { ReadQuota } from '../commands/read-quota.ts';
import type { Result } from '../commands/result.ts';
import { type RunContext, type Runnable, run } from '../commands/run.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { resultMessage } from '../views/result.ts';
import type { Audience, Viewer } from '../views/viewer.ts';
import type { Note, Reply } from './deliver.ts';
import { describeProblem } from './describe-problem.ts';
import { type EnterContext, enter, enterAs, settingsSeen } from './enter.ts';
import { concludeExport, exportLines } from './export.ts';
import type { Files } from './files.ts';
import { jobProblem } from './job-problem.ts';
import { keepSearch } from './keep-search.ts';
import { outcomeOf, outcomeOfResult } from './outcome.ts';
import type { Person } from './people.ts';
import { isForAll, type Place, PRIVATE, placeOf } from './place.ts';
import { problemModal } from './problem-modal.ts';
import { readCommand } from './read-command.ts';
import { settingsFor } from './settings-for.ts';
import { noteWhenSlow } from './slow-note.ts';
import { type TellContext, tell } from './tell.ts';
import { viewerOf } from './viewer-of.ts';
import { isInModal, viewsOf } from './views-of.ts';

export interface AnswerContext extends TellContext, EnterContext {
  readonly quota: ReadQuota;
  readonly approvals: Approvals;
  readonly trail: AuditTrail;
  /** Of the calls that are made of LTS for this attempt. It grows. */
  readonly ltsRequestIds: readonly string[];
  readonly channelOf: (place: Pick<Job, 'teamId' | 'channelId'>) => ChannelStore;
  readonly latestOf: (person: Pick<Job, 'teamId' | 'userId'>) => LatestSearches;
  readonly files: Files;
  readonly note: Note;
  readonly findPerson: (userId: string) => Promise<Person>;
  /** The slash command with its slash. */
  readonly command: string;
  /** Ends what is asked of LTS, in time to tell the person so. */
  readonly signal: AbortSignal;
}

/** For whom an attempt is made, and with what it records. */
interface Attempt extends AnswerContext {
  readonly viewer: Viewer;
  readonly access: PersonalAccess;
  readonly audit: JobAudit;
}

/**
 * The worker's whole way: who asks, what they ask, whether they may, what comes of it, and the message of it. A
 * typed command, a mention, a click and a form take the same way. Throws only what a retry may mend, or nobody expected.
 */
export async function answerJob(job: Job, services: AnswerContext): Promise<Done | undefined> {
  const { past } = services.journal;
  const audit = createJobAudit(job, { ...services, attempt: past.attempt });
  const looking = lookUp(job, services);
  if (past.attempt > 1) count('Retry');
  const stopNote = noteWhenSlow(async () => sayStillAtWork(job, (await looking).viewer, services));
  const attempt = { ...services, ...(await looking), audit };
  const answered = await answer(job, attempt, stopNote).finally(stopNote);
  if (!answered?.reply) return answered;
  await audit.ended(answered.outcome);
  await tell(job, { ...answered.reply, isLate: past.attempt > 1 }, attempt.viewer, services);
  await answered.keep?.();
  return answered;
}

/** Who asks, and what they may do: the policy is asked here for every job, and for whoever acts in it. */
async function lookUp(job: Job, context: AnswerContext) {
  const [person, access] = await Promise.all([
    viewerOf(job, { ...context, sources: [] }),
    context.gate.accessOf(job),
  ]);
  const sources = [...context.sources.keys()].filter((source) => access.mayWithin('read', { source }));
  const { redacts } = context.gate;
  const viewer: Viewer = { ...person, sources, access, redacts };
  return { viewer, access };
}

/** What a job was, and what came of it: `ok`, or as `outcomeOf` says. */
export interface Done {
  readonly command: Ask['kind'] | 'unread';
  readonly outcome: string;
}

interface Answered {
  readonly reply: Reply;
  /** What is to be kept of it, once the person has been told. */
  readonly keep: () => Promise<void>;
}

/** Undefined when another attempt has done it. */
async function answer(
  job: Job,
  attempt: Attempt,
  onShown: () => Promise<void>,
): Promise<(Done & Partial<Answered>) | undefined> {
  const { viewer, access, audit, gate } = attempt;
  const { past } = attempt.journal;
  if (past.isWriteOpen && !access.isCertain)
    throw new AccessUnknownError('Slack does not say whether the person may go on');
  if (job.kind === 'home_opened' && !(await isOfTeam(job, attempt)))
    return { command: 'home', outcome: 'guest' };
  let command: Ask | undefined;
  try {
    command = readCommand(job, viewer.clock.zone);
    audit.note(factsOf(command));
    const context = {
      ...attempt,
      sources: enter(command, access, attempt, past),
      actAs: (userId: string) => enterAs({ userId, channelId: job.channelId }, attempt),
    };
    if (command.kind === 'export') {
      const outcome = await exportLines(command, job, viewer, context, onShown);
      return outcome === undefined ? undefined : { command: command.kind, outcome };
    }
    if (past.isTold) return undefined;
    return { command: command.kind, ...(await carryOut(command, job, context)) };
  } catch (error) {
    // A problem never takes the place of the page that the person is reading, and is told to them alone.
    const message = describeProblem(error, job, viewer, gate);
    const mayHelp = !(error instanceof MistakeError || error instanceof NotAllowedError);
    const reply = { message, place: PRIVATE, ...problemModal(job, message, viewer, mayHelp) };
    const outcome = outcomeOf(error);
    if (command?.kind !== 'export' || !past.shown)
      return { command: command?.kind ?? 'unread', outcome, reply };
    // What an earlier attempt shows must not run for ever.
    await audit.ended(outcome);
    await concludeExport(command, past.shown, job, viewer, attempt);
    return { command: command.kind, outcome };
  }
}

async function carryOut(
  command: Runnable,
  job: Job,
  context: Omit<Attempt, 'sources'> & Pick<RunContext, 'sources' | 'actAs'>,
): Promise<Answered & Pick<Done, 'outcome'>> {
  const { access, sources, gate } = context;
  const { past } = context.journal;
  const channel = context.channelOf(job);
  const set = await settingsFor(command, channel, past);
  const settings = past.writeSource === undefined ? settingsSeen(set, command, access, sources) : set;
  const result = await run(command, {
    ...context,
    channel,
    settings,
    job,
    redacts: gate.redacts,
    approversOf: (verb, targets) => gate.approversOf(verb, targets, job.channelId),
  });
  const { source = defaultSource(sources) } = command.kind === 'delete' ? command : settings;
  const meant = placeOf(job, command, result, settings);
  // Whoever may not share shows others nothing, wherever they ask.
  const place = isForAll(meant, job) && !isShareable(result, source, access) ? PRIVATE : meant;
  // It stays in the language that it was asked in.
  const viewer =
    result.kind === 'approval_ended'
      ? await viewerOf(result.approval, { ...context, sources: [] })
      : context.viewer;
  const message = resultMessage(result, viewer, audienceOf(place, result, command, job));
  const reply = { message, place, ...(await viewsOf(result, viewer, job, context)) };
  const keep = () => keepSearch(command, result, job, context.latestOf(job));
  return { outcome: outcomeOfResult(result), reply, keep };
}

/**
 * The event of somebody who opens Home does not say whose workspace they are of, as other requests do.
 *
 * @throws AccessUnknownError when Slack does not say it either: Home stays as it was, and the next attempt asks again
 */
async function isOfTeam({ userId, teamId }: Job, { findPerson }: Pick<Attempt, 'findPerson'>) {
  const { teams } = await findPerson(userId);
  if (!teams) throw new AccessUnknownError('Slack does not say of which workspace a person is');
  return teams.includes(teamId);
}

/** A note of its own: a slash command's cannot be replaced by the answer. A modal that waits says so itself. */
async function sayStillAtWork(job: Job, viewer: Viewer, { journal, note }: AnswerContext): Promise<void> {
  if (job.kind === 'changed' || job.kind === 'home_opened' || isInModal(job)) return;
  try {
    if (!(await journal.mayNote())) return;
    const message = jobProblem(job, { what: viewer.words.delivery.stillAtWork }, viewer);
    await note(job, message, AbortSignal.timeout(NOTE_MS));
  } catch (error) {
    logError('a note could not be given', error);
  }
}

const NOTE_MS = 2_000;

/** A page that replaces a private one is private; what replaces a reply is read by all. */
function audienceOf(place: Place, result: Result, command: Runnable, job: Job): Audience {
  if (!isForAll(place, job))
    return { kind: 'private', ...(isDirectMessage(job.channelId) && { where: 'direct' }) };
  // In a thread the message above says it, unless that is of a monitoring system.
  const isKnown = place.kind !== 'channel' && job.kind !== 'submitted';
  if (isKnown || saysWhoAsked(result)) return { kind: 'public' };
  const how = command.kind === 'share' ? 'shared' : 'asked';
  return { kind: 'public', broughtBy: { how, userId: job.userId, at: job.receivedAt } };
}

function saysWhoAsked({ kind }: Result): boolean {
  return kind === 'approval_asked' || kind === 'approval_ended';
}
