import { isAllowed } from '../access/policy.ts';
import type { ChannelSettings, ChannelStore } from '../commands/channel-settings.ts';
import type { Click, Command } from '../commands/command.ts';
import { parseCommand } from '../commands/grammar.ts';
import type { Job } from '../commands/job.ts';
import type { LtsSources } from '../commands/lts-sources.ts';
import { MistakeError } from '../commands/mistake.ts';
import type { ReadQuota } from '../commands/read-quota.ts';
import { type Runnable, run } from '../commands/run.ts';
import { assertNever } from '../errors.ts';
import { logError } from '../log.ts';
import { count, countOutcome } from '../metrics.ts';
import { decodeClick } from '../views/buttons.ts';
import { resultMessage } from '../views/result.ts';
import { createClock } from '../views/times.ts';
import type { Audience, Viewer } from '../views/viewer.ts';
import { NOT_SHOWN, wordsFor } from '../views/words.ts';
import { DeliveryError, deliver } from './deliver.ts';
import { describeProblem } from './describe-problem.ts';
import { exportLines } from './export.ts';
import type { Files } from './files.ts';
import { outcomeOf } from './outcome.ts';
import type { Person } from './people.ts';
import { type Place, PRIVATE, placeOf } from './place.ts';

export interface AnswerContext {
  readonly sources: LtsSources;
  readonly quota: ReadQuota;
  readonly channelOf: (job: Job) => ChannelStore;
  readonly files: Files;
  readonly findPerson: (userId: string) => Promise<Person>;
  readonly operators: readonly string[];
  /** The slash command with its slash. */
  readonly command: string;
  readonly signal: AbortSignal;
}

/** A message, and where it goes. */
interface Reply {
  readonly message: Parameters<typeof deliver>[1];
  readonly place: Place;
}

/**
 * The worker's whole way: who asks, what they ask, whether they may, what comes of it, and the message of it. A
 * typed command and a click take the same way. Throws only what a retry may mend, or nobody expected.
 */
export async function answerJob(job: Job, context: AnswerContext): Promise<void> {
  const { zone, locale } = await context.findPerson(job.userId);
  const viewer: Viewer = {
    words: wordsFor(locale),
    clock: createClock(zone),
    command: context.command,
    sources: [...context.sources.keys()],
  };
  const reply = await answer(job, viewer, context);
  if (!reply) return;
  try {
    await deliver(job.responseUrl, reply.message, reply.place);
  } catch (error) {
    if (!(error instanceof DeliveryError && error.isFinal)) throw error;
    logError('Slack refused a message', error, { job: job.id });
    count('SlackRefusal');
    if (error.reason?.includes('block')) await deliver(job.responseUrl, { text: NOT_SHOWN }, PRIVATE);
  }
}

/** A problem never takes the place of the page that the person is reading, and is told to them alone. */
async function answer(job: Job, viewer: Viewer, context: AnswerContext): Promise<Reply | undefined> {
  try {
    const command = readCommand(job, viewer.clock.zone);
    if (!isAllowed(job, command, context.operators)) throw new MistakeError({ kind: 'not_allowed' });
    if (command.kind === 'export') {
      await exportLines(command, job, viewer, context);
      countOutcome('ok');
      return undefined;
    }
    const channel = context.channelOf(job);
    const settings = await settingsFor(command, channel);
    const result = await run(command, { ...context, channel, settings, receivedAt: job.receivedAt });
    const place = placeOf(job, command, settings);
    countOutcome('ok');
    return { message: resultMessage(result, viewer, audienceOf(place, command, job)), place };
  } catch (error) {
    countOutcome(outcomeOf(error));
    return { message: describeProblem(error, job, viewer), place: PRIVATE };
  }
}

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

/** What is clicked says itself which source it is of, and where it goes: paging asks for no settings. */
async function settingsFor(command: Runnable, channel: ChannelStore): Promise<ChannelSettings> {
  switch (command.kind) {
    case 'help':
    case 'page':
    case 'share':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
      return { visibility: 'private' };
    default:
      return channel.read();
  }
}

/** A page that replaces a private one is private; what replaces a reply is read by all. */
function audienceOf(place: Place, command: Runnable, job: Job): Audience {
  const isPrivate =
    place.kind === 'replace' ? job.kind === 'clicked' && job.message.isPrivate : place.kind === 'private';
  if (isPrivate) return { kind: 'private' };
  // In a thread the message above says it.
  if (place.kind !== 'channel') return { kind: 'public' };
  const how = command.kind === 'share' ? 'shared' : 'asked';
  return { kind: 'public', broughtBy: { how, userId: job.userId, at: job.receivedAt } };
}
