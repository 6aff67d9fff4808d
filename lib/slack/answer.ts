import { isShareable } from '../access/shareable.ts';
import type { PersonalAccess } from '../commands/access.ts';
import type { ChannelSettings, ChannelStore } from '../commands/channel-settings.ts';
import type { Click, Command } from '../commands/command.ts';
import { parseCommand } from '../commands/grammar.ts';
import type { Job } from '../commands/job.ts';
import type { Past } from '../commands/journal.ts';
import { defaultSource, type GuardedSources } from '../commands/lts-sources.ts';
import { MistakeError } from '../commands/mistake.ts';
import type { ReadQuota } from '../commands/read-quota.ts';
import { type Runnable, run } from '../commands/run.ts';
import { assertNever } from '../errors.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { decodeClick } from '../views/buttons.ts';
import { resultMessage } from '../views/result.ts';
import type { Audience, Viewer } from '../views/viewer.ts';
import type { Reply } from './deliver.ts';
import { describeProblem } from './describe-problem.ts';
import { AccessUnknownError, type EnterContext, enter, settingsSeen } from './enter.ts';
import { exportLines } from './export.ts';
import type { Files } from './files.ts';
import { jobProblem } from './job-problem.ts';
import { outcomeOf } from './outcome.ts';
import type { Person } from './people.ts';
import { isForAll, type Place, PRIVATE, placeOf } from './place.ts';
import { postToResponseUrl } from './response-url.ts';
import { noteWhenSlow } from './slow-note.ts';
import { type TellContext, tell } from './tell.ts';
import { viewerOf } from './viewer-of.ts';

export interface AnswerContext extends TellContext, EnterContext {
  readonly quota: ReadQuota;
  readonly channelOf: (job: Job) => ChannelStore;
  readonly files: Files;
  readonly findPerson: (userId: string) => Promise<Person>;
  /** The slash command with its slash. */
  readonly command: string;
  /** Ends what is asked of LTS, in time to tell the person so. */
  readonly signal: AbortSignal;
}

/**
 * The worker's whole way: who asks, what they ask, whether they may, what comes of it, and the message of it. A
 * typed command and a click take the same way. Throws only what a retry may mend, or nobody expected.
 */
export async function answerJob(job: Job, context: AnswerContext): Promise<Done | undefined> {
  const looking = lookUp(job, context);
  if (context.journal.past.attempt > 1) count('Retry');
  const stopNote = noteWhenSlow(async () => sayStillAtWork(job, (await looking).viewer, context));
  const { viewer, access } = await looking;
  const answered = await answer(job, viewer, access, context, stopNote).finally(stopNote);
  if (answered?.reply) await tell(job, answered.reply, viewer, context);
  return answered;
}

/** Who asks, and what they may do: the policy is asked here for every job, and for whoever acts in it. */
async function lookUp(job: Job, context: AnswerContext) {
  const [person, access] = await Promise.all([
    viewerOf(job, { ...context, sources: [] }),
    context.gate.accessOf(job),
  ]);
  const sources = [...context.sources.keys()].filter((source) => access.mayWithin('read', { source }));
  const viewer: Viewer = { ...person, sources, access };
  return { viewer, access };
}

/** What a job was, and what came of it: `ok`, or as `outcomeOf` says. */
export interface Done {
  readonly command: (Command | Click)['kind'] | 'unread';
  readonly outcome: string;
}

/** Undefined when another attempt has done it. */
async function answer(
  job: Job,
  viewer: Viewer,
  access: PersonalAccess,
  context: AnswerContext,
  onShown: () => Promise<void>,
): Promise<(Done & { readonly reply?: Reply }) | undefined> {
  if (context.journal.past.isWriteOpen && !access.isCertain)
    throw new AccessUnknownError('Slack does not say whether the person may go on');
  let command: Command | Click | undefined;
  try {
    command = readCommand(job, viewer.clock.zone);
    const sources = enter(command, access, context, context.journal.past);
    if (command.kind === 'export') {
      const outcome = await exportLines(command, job, viewer, { ...context, sources }, onShown);
      return outcome === undefined ? undefined : { command: command.kind, outcome };
    }
    if (context.journal.past.isTold) return undefined;
    const reply = await carryOut(command, job, viewer, access, { ...context, sources });
    return { command: command.kind, outcome: 'ok', reply };
  } catch (error) {
    // A problem never takes the place of the page that the person is reading, and is told to them alone.
    const reply = { message: describeProblem(error, job, viewer, context.gate), place: PRIVATE };
    return { command: command?.kind ?? 'unread', outcome: outcomeOf(error), reply };
  }
}

async function carryOut(
  command: Runnable,
  job: Job,
  viewer: Viewer,
  access: PersonalAccess,
  context: Omit<AnswerContext, 'sources'> & { readonly sources: GuardedSources },
): Promise<Reply> {
  const { past } = context.journal;
  const channel = context.channelOf(job);
  const set = await settingsFor(command, channel, past);
  const settings = past.writeSource === undefined ? settingsSeen(set, command, access, context.sources) : set;
  const result = await run(command, { ...context, channel, settings, receivedAt: job.receivedAt });
  const { source = defaultSource(context.sources) } = settings;
  const meant = placeOf(job, command, settings);
  // Whoever may not share shows others nothing, wherever they ask.
  const place = isForAll(meant, job) && !isShareable(result, source, access) ? PRIVATE : meant;
  return { message: resultMessage(result, viewer, audienceOf(place, command, job)), place };
}

/** A note of its own: a slash command's cannot be replaced by the answer. Whoever does not get it gets the answer. */
async function sayStillAtWork(job: Job, viewer: Viewer, { journal }: AnswerContext): Promise<void> {
  try {
    if (!(await journal.mayNote())) return;
    const message = jobProblem(job, { what: viewer.words.delivery.stillAtWork }, viewer);
    await postToResponseUrl(job.responseUrl, message, PRIVATE, AbortSignal.timeout(NOTE_MS));
  } catch (error) {
    logError('a note could not be given', error);
  }
}

const NOTE_MS = 2_000;

function readCommand(job: Job, zone: string): Command | Click {
  switch (job.kind) {
    case 'typed':
      return parseCommand(job.text, { receivedAt: job.receivedAt, zone });
    case 'clicked': {
      const click = decodeClick(job.value);
      if (!click) throw new MistakeError({ kind: 'stale_button' });
      return click;
    }
    default:
      return assertNever(job);
  }
}

/**
 * What is clicked says itself which source it is of, and where it goes: paging asks for no settings. A write that an
 * earlier attempt began is of the source that it was then, whatever the channel has set since.
 */
async function settingsFor(
  command: Runnable,
  channel: ChannelStore,
  { writeSource: source }: Past,
): Promise<ChannelSettings> {
  switch (command.kind) {
    case 'help':
    case 'page':
    case 'share':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
      return { visibility: 'private' };
    default:
      if (source === undefined) return channel.read();
      // It may have happened: that the settings cannot be read is no answer.
      return { ...(await channel.read().catch(() => ({ visibility: 'private' as const }))), source };
  }
}

/** A page that replaces a private one is private; what replaces a reply is read by all. */
function audienceOf(place: Place, command: Runnable, job: Job): Audience {
  if (!isForAll(place, job)) return { kind: 'private' };
  // In a thread the message above says it.
  if (place.kind !== 'channel') return { kind: 'public' };
  const how = command.kind === 'share' ? 'shared' : 'asked';
  return { kind: 'public', broughtBy: { how, userId: job.userId, at: job.receivedAt } };
}
