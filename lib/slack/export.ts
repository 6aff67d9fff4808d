import type { ExportCommand } from '../commands/command.ts';
import type { Job } from '../commands/job.ts';
import type { ShownExport } from '../commands/journal.ts';
import { MistakeError } from '../commands/mistake.ts';
import { askStream, toLogSearch } from '../commands/run-search.ts';
import { logError } from '../log.ts';
import { countMatches, type LogSearch } from '../lts/paging.ts';
import { countOutcome } from '../metrics.ts';
import { type Exported, type ExportState, exportMessage, exportNote } from '../views/export.ts';
import { lineFormat } from '../views/line-file.ts';
import type { Message } from '../views/message.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import { DeliveryError } from './delivery-error.ts';
import { serviceProblem } from './describe-problem.ts';
import { MAX_LINES, PAGE_LINES, writeLines } from './export-content.ts';
import { isOutside, type LiveMessage } from './files.ts';
import { outcomeOf } from './outcome.ts';
import { PRIVATE } from './place.ts';
import { postToResponseUrl } from './response-url.ts';
import { tell } from './tell.ts';

type ExportContext = Pick<
  AnswerContext,
  'sources' | 'quota' | 'files' | 'journal' | 'deliver' | 'deadline' | 'signal'
>;

/**
 * All lines of a search as a file, with a message that shows how far it is. From a message that the channel reads, both
 * go to its thread; else, and where the bot is not in the channel, to the person's direct message. `onShown` is told
 * when the person sees that it runs.
 *
 * @throws MistakeError for too many lines, and for none; DeliveryError when nothing of it can be shown
 */
export async function exportLines(
  command: ExportCommand,
  job: Job,
  viewer: Viewer,
  context: ExportContext,
  onShown: () => Promise<void>,
): Promise<void> {
  const { stream, search, format: wanted } = command;
  const { journal, deadline } = context;
  const { past } = journal;
  const exported = { stream, search };
  const show = (live: LiveMessage, state: ExportState) =>
    attempt(() => context.files.update(live, exportMessage(state, viewer), deadline));
  const done = (lines: number) => ({ ...exported, kind: 'done', format: wanted, lines }) as const;
  if (past.isTold) {
    if (past.shown) await concludeExport(command, past.shown, job, viewer, context);
    return;
  }

  const ask = askStream(stream, context);
  const asked: LogSearch = { ...toLogSearch(search), limit: PAGE_LINES, isCounted: false };
  const total = await countMatches(ask, asked);
  if (total > MAX_LINES) throw new MistakeError({ kind: 'too_many_lines', count: total, max: MAX_LINES });
  if (total === 0) throw new MistakeError({ kind: 'nothing_to_export' });

  const running = (lines: number) => ({ ...exported, kind: 'running', lines, total }) as const;
  const live = past.shown ?? (await open(job, exportMessage(running(0), viewer), viewer, context));
  // First of all: until then whoever takes over shows a second message, and nobody ends this one.
  if (!past.shown) await journal.exportShown({ ...live, total });
  await onShown();
  try {
    const format = lineFormat(wanted, viewer.clock);
    const { content, lines } = await writeLines(ask, asked, format, (count) => show(live, running(count)));
    const name = `${stream.groupName}-${stream.streamName}.${format.extension}`;
    const appear = await context.files.prepare(live, { name, content }, deadline);
    if (!(await journal.mayTell())) return;
    await journal.exportShown({ ...live, total: lines, hasLeft: true });
    await appear();
    await show(live, done(lines));
    countOutcome('ok');
  } catch (error) {
    const state = failedState(error, exported, viewer);
    if (!state) throw error;
    logError('an export failed', error);
    countOutcome(outcomeOf(error));
    // What is said where the message cannot be changed goes the usual way.
    if ((await journal.mayTell()) && !(await show(live, state))) {
      await tell(job, { message: exportMessage(state, viewer), place: PRIVATE }, viewer, context);
    }
  }
}

/** Ends the message of an export whose last attempt died, as far as is known: nobody knows how it reads now. */
export async function concludeExport(
  { stream, search, format }: ExportCommand,
  shown: ShownExport,
  job: Job,
  viewer: Viewer,
  context: Pick<ExportContext, 'files' | 'journal' | 'deliver' | 'deadline'>,
): Promise<void> {
  const { files, journal, deadline } = context;
  const mayTell = await journal.mayTell();
  const exported = { stream, search };
  const state: ExportState = shown.hasLeft
    ? { ...exported, kind: 'done', format, lines: shown.total }
    : { ...exported, kind: 'failed', problem: { what: viewer.words.delivery.notAnswered } };
  const message = exportMessage(state, viewer);
  const isShown = await attempt(() => files.update(shown, message, deadline));
  if (!isShown && mayTell) await tell(job, { message, place: PRIVATE }, viewer, context);
}

/** What is to be said of a failure; undefined for one that is none of the services'. */
function failedState(error: unknown, exported: Exported, viewer: Viewer): ExportState | undefined {
  if (error instanceof DeliveryError && error.verdict === 'unsure')
    return { ...exported, kind: 'unconfirmed' };
  const problem = serviceProblem(error, viewer);
  return problem && { ...exported, kind: 'failed', problem };
}

/** For what says how far the work is: when it fails, the work goes on. True when it did not. */
async function attempt(say: () => Promise<void>): Promise<boolean> {
  try {
    await say();
    return true;
  } catch (error) {
    logError('the state of an export could not be shown', error);
    return false;
  }
}

/** Posts where the person is, as far as the others there may read it, and the bot may write; else says where. */
async function open(
  job: Job,
  message: Message,
  viewer: Viewer,
  { files, deadline }: ExportContext,
): Promise<LiveMessage> {
  // By the person's id: the bot is in none of the direct messages between two people.
  const direct = () => files.post({ channelId: job.userId }, message, deadline);
  const say = (place: 'direct' | 'not_member') =>
    attempt(() => postToResponseUrl(job.responseUrl, exportNote(place, viewer), PRIVATE, deadline.signal));
  if (job.channelId.startsWith('D') || job.kind === 'typed' || job.message.isPrivate) {
    const live = await direct();
    if (live.channelId !== job.channelId) await say('direct');
    return live;
  }
  const threadTs = job.message.threadTs ?? job.message.ts;
  try {
    return await files.post({ channelId: job.channelId, threadTs }, message, deadline);
  } catch (error) {
    if (!isOutside(error)) throw error;
    const live = await direct();
    await say('not_member');
    return live;
  }
}
