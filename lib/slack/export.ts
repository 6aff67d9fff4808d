import type { ExportCommand } from '../commands/command.ts';
import type { Job } from '../commands/job.ts';
import { MistakeError } from '../commands/mistake.ts';
import { askStream, toLogSearch } from '../commands/run-search.ts';
import { logError } from '../log.ts';
import { type AskLts, countMatches, type LogSearch } from '../lts/paging.ts';
import { streamLines } from '../lts/stream-lines.ts';
import { exportMessage, exportNote } from '../views/export.ts';
import { type LineFormat, lineFormat } from '../views/line-file.ts';
import type { Message } from '../views/message.ts';
import { problemMessage } from '../views/problem.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import { deliver } from './deliver.ts';
import { serviceProblem } from './describe-problem.ts';
import { type Files, isOutside, type LiveMessage } from './files.ts';
import { PRIVATE } from './place.ts';

/** As many as the console of LTS gives. */
const MAX_LINES = 5_000;
/** Lines that are asked for at once, so that the progress moves. */
const PAGE_LINES = 1_000;
/** Where lines are long fewer come at once, and the progress moves as often as one looks. */
const TELL_MS = 2_000;

/**
 * All lines of a search as a file, with a message that shows how far it is. From a message that the channel reads, both
 * go to its thread; else, and where the bot is not in the channel, to the person's direct message.
 *
 * @throws MistakeError for too many lines, and for none
 */
export async function exportLines(
  { stream, search, format: wanted }: ExportCommand,
  job: Job,
  viewer: Viewer,
  context: Pick<AnswerContext, 'sources' | 'quota' | 'files' | 'signal'>,
): Promise<void> {
  const { files } = context;
  const ask = askStream(stream, context);
  const asked: LogSearch = { ...toLogSearch(search), limit: PAGE_LINES, isCounted: false };
  const total = await countMatches(ask, asked);
  if (total > MAX_LINES) throw new MistakeError({ kind: 'too_many_lines', count: total, max: MAX_LINES });
  if (total === 0) throw new MistakeError({ kind: 'nothing_to_export' });

  const running = (lines: number) => exportMessage({ kind: 'running', stream, search, lines, total }, viewer);
  const { live, isOutsider } = await postNear(job, files, running(0));
  const show = (message: Message) => attempt(job, () => files.update(live, message));
  if (live.channelId !== job.channelId) {
    const note = exportNote(isOutsider ? 'not_member' : 'direct', viewer);
    await attempt(job, () => deliver(job.responseUrl, note, PRIVATE));
  }
  try {
    const format = lineFormat(wanted, viewer.clock);
    const { content, lines } = await write(ask, asked, format, (count) => show(running(count)));
    const name = `${stream.groupName}-${stream.streamName}.${format.extension}`;
    await files.upload(live, { name, content });
    await show(exportMessage({ kind: 'done', stream, search, format: wanted, lines }, viewer));
  } catch (error) {
    logError('an export failed', error, { job: job.id });
    const problem = serviceProblem(error, viewer) ?? { what: viewer.words.exports.notTaken };
    const isShown = await show(exportMessage({ kind: 'failed', stream, search, problem }, viewer));
    if (!isShown) await deliver(job.responseUrl, problemMessage(problem), PRIVATE);
  }
}

/** For what says how far the work is: when it fails, the work goes on. True when it did not. */
async function attempt(job: Job, tell: () => Promise<void>): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    logError('the state of an export could not be shown', error, { job: job.id });
    return false;
  }
}

/** Posts where the person is, as far as the others there may read it, and the bot may write. */
async function postNear(
  job: Job,
  files: Files,
  message: Message,
): Promise<{ readonly live: LiveMessage; readonly isOutsider: boolean }> {
  // By the person's id: the bot is in none of the direct messages between two people.
  const direct = { channelId: job.userId };
  if (job.channelId.startsWith('D') || job.kind === 'typed' || job.message.isPrivate) {
    return { live: await files.post(direct, message), isOutsider: false };
  }
  const threadTs = job.message.threadTs ?? job.message.ts;
  try {
    return { live: await files.post({ channelId: job.channelId, threadTs }, message), isOutsider: false };
  } catch (error) {
    if (!isOutside(error)) throw error;
    return { live: await files.post(direct, message), isOutsider: true };
  }
}

async function write(
  ask: AskLts,
  search: LogSearch,
  format: LineFormat,
  onProgress: (lines: number) => Promise<unknown>,
): Promise<{ readonly content: string; readonly lines: number }> {
  const pieces = [format.head];
  let [lines, told, toldAt] = [0, 0, Date.now()];
  for await (const page of streamLines(ask, search)) {
    // What arrived since the lines were counted may make it more.
    const wanted = page.slice(0, MAX_LINES - lines);
    pieces.push(...wanted.map((line) => format.line(line)));
    lines += wanted.length;
    if (lines === MAX_LINES) break;
    if (lines - told < PAGE_LINES && Date.now() - toldAt < TELL_MS) continue;
    await onProgress(lines);
    [told, toldAt] = [lines, Date.now()];
  }
  return { content: pieces.join(''), lines };
}
