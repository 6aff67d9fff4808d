import { fetchAround } from '../lts/around.ts';
import { LtsRefusedError } from '../lts/errors.ts';
import { ingestTime } from '../lts/line-num.ts';
import { type AskLts, type Cursor, fetchPage, isWithin, keepNear, type LogSearch } from '../lts/paging.ts';
import type { AroundCommand, PageCommand, RepeatCommand, RevealCommand, ShareCommand } from './click.ts';
import type { LogsCommand, StreamRef, TypedSearch, TypedStream } from './command.ts';
import { MAX_WINDOW_MS } from './duration.ts';
import { findGroup, findStream } from './find.ts';
import { latestLines } from './latest-lines.ts';
import { findSource, type GuardedSource } from './lts-sources.ts';
import { MistakeError } from './mistake.ts';
import { redactPage, revealPage } from './redacted-lines.ts';
import type { PageResult } from './result.ts';
import type { RunContext } from './run.ts';
import { toKeywords } from './words.ts';

/** How far to each side the lines around one reach: far enough to page on, near enough to be read quickly. */
const AROUND_MS = 12 * 3_600_000;

/**
 * Lines that are asked for beyond a page, and not shown: one or two lines of a private key are known as that by those
 * which follow them.
 */
const BESIDE = 4;

/** The stream with these names or ids. */
export async function findTyped(
  source: string,
  target: TypedStream,
  { sources, audit, signal }: Pick<RunContext, 'sources' | 'audit' | 'signal'>,
): Promise<StreamRef> {
  const lts = findSource(sources, source);
  audit.note({ source });
  const guess = guessStreams(lts, target.group, signal);
  try {
    const group = findGroup(await lts.listGroups(signal), target.group);
    audit.note({ group: group.log_group_name });
    const streams = await (guess?.groupId === group.log_group_id
      ? guess.streams
      : lts.listStreams(group.log_group_id, signal));
    const stream = findStream(streams, target.stream, group, source);
    audit.note({ streams: [stream.streamName] });
    return stream;
  } finally {
    guess?.end();
  }
}

/** The streams of the group that it was last time are asked for at once: as a rule it still is. */
function guessStreams(lts: GuardedSource, group: string, signal: AbortSignal) {
  const groupId = lts.guessGroup(group);
  if (groupId === undefined) return undefined;
  // What was asked for in vain is not waited for, nor left to run while the function is frozen.
  const ending = new AbortController();
  const streams = lts.listStreams(groupId, AbortSignal.any([signal, ending.signal]));
  streams.catch(() => {});
  return { groupId, streams, end: () => ending.abort() };
}

/** The same stream under the names that LTS has for it, where the person may not read everything: buttons only say so. */
export async function nameTruly(
  stream: StreamRef,
  { sources, signal }: Pick<RunContext, 'sources' | 'signal'>,
): Promise<StreamRef> {
  const names = await findSource(sources, stream.source).findNames(stream.groupId, stream.streamId, signal);
  return { ...stream, ...names };
}

/** How lines of this stream, in this window, are asked for. What the quota has no room for is not asked. */
export function askStream(
  stream: StreamRef,
  { start, end }: Pick<LogSearch, 'start' | 'end'>,
  { sources, quota, audit, signal }: Pick<RunContext, 'sources' | 'quota' | 'audit' | 'signal'>,
): AskLts {
  const lts = findSource(sources, stream.source);
  const { source, groupName: group, streamName, streamId } = stream;
  audit.note({ source, group, streams: [streamName], streamId, window: { start, end } });
  return async (body) => {
    await quota.take(stream, lts.readsPerMinute);
    return lts.queryLogs(stream.groupId, stream.streamId, body, signal);
  };
}

/** The same search as LTS takes it. */
export function toLogSearch(search: TypedSearch): LogSearch {
  return { ...search, keywords: toKeywords(search.words) };
}

/** The first page of a search: of the stream that is named, or else of the channel's default. */
export async function runLogs(
  { target, search }: LogsCommand,
  source: string,
  context: RunContext,
): Promise<PageResult> {
  const show = (stream: StreamRef) => runPage({ kind: 'page', stream, search, extends: false }, context);
  if (target) return show(await findSearched(source, target, context));
  const { stream } = context.settings;
  if (!stream) throw new MistakeError({ kind: 'no_default_stream' });
  try {
    return await show(stream);
  } catch (error) {
    if (!isGone(error)) throw error;
    // Whoever named no stream has to be told which one is meant.
    throw new MistakeError({
      kind: 'default_stream_gone',
      group: stream.groupName,
      stream: stream.streamName,
    });
  }
}

/** The first word of a search is taken for the stream as soon as it holds a slash, in quotes too. */
async function findSearched(source: string, target: TypedStream, context: RunContext): Promise<StreamRef> {
  try {
    return await findTyped(source, target, context);
  } catch (error) {
    if (!(error instanceof MistakeError && error.mistake.kind === 'unknown_group')) throw error;
    throw new MistakeError({ ...error.mistake, mayBeWords: true });
  }
}

function isGone(error: unknown): boolean {
  // It was looked up by its id, which nobody typed.
  if (error instanceof MistakeError) {
    return error.mistake.kind === 'unknown_group' || error.mistake.kind === 'unknown_stream';
  }
  if (!(error instanceof LtsRefusedError)) return false;
  return error.reason === 'no_such_stream' || error.reason === 'no_such_group';
}

/** One page; or the page that is shown once more, when there is nothing beyond it. */
export async function runPage(
  command: PageCommand,
  context: RunContext,
  read: typeof redactPage = redactPage,
): Promise<PageResult> {
  const stream = await nameTruly(command.stream, context);
  const isExtended = command.extends && !command.search.endIsFixed;
  const search = isExtended ? extendTo(command.search, context.job.receivedAt) : command.search;
  const ask = askStream(stream, search, context);
  const asked = toLogSearch(search);
  const show = async (wanted: Cursor | undefined): Promise<PageResult> => {
    // A window of 30 days that moved on may have left the line behind that the cursor names.
    const cursor = wanted && isWithin(wanted, asked) ? wanted : undefined;
    const fetched = await fetchPage(ask, { ...asked, limit: asked.limit + BESIDE }, cursor);
    const page = keepNear(read(fetched, context.redacts), asked.order, asked.limit);
    return { kind: 'page', stream, search, page, ...(cursor && { cursor }) };
  };
  const result = await show(command.cursor);
  if (result.page.lines.length > 0) return result;
  // Nothing beyond: the reader keeps the page, though its older lines may meanwhile have expired.
  const again = result.cursor ? await show(command.shown) : result;
  // An empty page has no line to continue at, and can still be asked whether something has come.
  if (!command.extends && result.cursor?.direction !== 'newer') return again;
  return { ...again, nothingNewer: search.endIsFixed ? 'window_ends' : 'yet' };
}

function extendTo(search: TypedSearch, end: number): TypedSearch {
  return { ...search, end, start: Math.max(search.start, end - MAX_WINDOW_MS) };
}

/** A search of before. A window of the last hour is the last hour again. */
export function runRepeat({ stream, search }: RepeatCommand, context: RunContext): Promise<PageResult> {
  const { receivedAt: end } = context.job;
  const now = search.endIsFixed ? search : { ...search, start: end - (search.end - search.start), end };
  return runPage({ kind: 'page', stream, search: now, extends: false }, context);
}

/** The lines before and after one, whatever words they hold. */
export async function runAround(
  command: AroundCommand,
  context: RunContext,
  read: typeof redactPage = redactPage,
): Promise<PageResult> {
  const { source, groupId, streamId, lineNum, time } = command;
  const stream = await findTyped(source, { group: groupId, stream: streamId }, context);
  const moment = ingestTime(lineNum);
  const end = Math.max(moment + 1, Math.min(moment + AROUND_MS, context.job.receivedAt));
  const search: TypedSearch = {
    ...latestLines(context.job.receivedAt),
    start: moment - AROUND_MS,
    end,
    endIsFixed: end < context.job.receivedAt,
  };
  const line = { lineNum, ...(time !== undefined && { time }) };
  const page = await fetchAround(askStream(stream, search, context), toLogSearch(search), line);
  return { kind: 'page', stream, search, page: read(page, context.redacts), around: lineNum };
}

/** The page that is shown, once more. */
export function runShown(
  { stream, search, cursor, around }: ShareCommand | RevealCommand,
  context: RunContext,
  read?: typeof redactPage,
): Promise<PageResult> {
  if (around) return runAround({ kind: 'around', ...stream, ...around }, context, read);
  return runPage({ kind: 'page', stream, search, extends: false, ...(cursor && { cursor }) }, context, read);
}

/** The same with all that was taken out of it. */
export async function runReveal(command: RevealCommand, context: RunContext): Promise<PageResult> {
  return { ...(await runShown(command, context, revealPage)), isRevealed: true };
}
