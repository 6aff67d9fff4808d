import { assertNever } from '../errors.ts';
import type { LtsClient } from '../lts/client.ts';
import { type AskLts, type Cursor, fetchPage, isWithin, type LogSearch, type Page } from '../lts/paging.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import type { Command, PageCommand, StreamRef, TypedSearch } from './command.ts';
import { MAX_WINDOW_MS } from './duration.ts';
import { findGroup, findStream } from './find.ts';
import { toKeywords } from './words.ts';

/** What a command came to; a view makes a message of it. */
export type Result =
  | { readonly kind: 'help' }
  | { readonly kind: 'groups'; readonly groups: readonly LogGroup[] }
  | { readonly kind: 'streams'; readonly group: LogGroup; readonly streams: readonly LogStream[] }
  | PageResult;

export interface PageResult {
  readonly kind: 'page';
  readonly stream: StreamRef;
  readonly search: TypedSearch;
  readonly page: Page;
  /** Where the page begins; absent for the first one. */
  readonly cursor?: Cursor;
  /** `Newer` was clicked at the newest end, and there is nothing newer yet. */
  readonly nothingNewer: boolean;
}

export interface RunContext {
  readonly lts: LtsClient;
  readonly receivedAt: number;
  readonly signal: AbortSignal;
}

/** Carries out a command. Throws MistakeError for what the person can mend, and the errors of the LTS client. */
export async function run(command: Command | PageCommand, context: RunContext): Promise<Result> {
  const { lts, signal } = context;
  switch (command.kind) {
    case 'help':
      return { kind: 'help' };
    case 'groups':
      return { kind: 'groups', groups: await lts.listGroups(signal) };
    case 'streams': {
      const group = findGroup(await lts.listGroups(signal), command.group);
      return { kind: 'streams', group, streams: await lts.listStreams(group.log_group_id, signal) };
    }
    case 'logs': {
      const group = findGroup(await lts.listGroups(signal), command.group);
      const streams = await lts.listStreams(group.log_group_id, signal);
      const stream = findStream(streams, command.stream, group);
      return runPage({ kind: 'page', stream, search: command.search, extends: false }, context);
    }
    case 'page':
      return runPage(command, context);
    default:
      return assertNever(command);
  }
}

async function runPage(command: PageCommand, { lts, receivedAt, signal }: RunContext): Promise<PageResult> {
  const { stream } = command;
  const ask: AskLts = (body) => lts.queryLogs(stream.groupId, stream.streamId, body, signal);
  const search = command.extends ? extendTo(command.search, receivedAt) : command.search;
  const asked: LogSearch = { ...search, keywords: toKeywords(search.words) };
  const show = async (wanted: Cursor | undefined, nothingNewer: boolean): Promise<PageResult> => {
    // A window of 30 days that moved on may have left the line behind that the cursor names.
    const cursor = wanted && isWithin(wanted, asked) ? wanted : undefined;
    const page = await fetchPage(ask, asked, cursor);
    return { kind: 'page', stream, search, page, nothingNewer, ...(cursor && { cursor }) };
  };
  const result = await show(command.cursor, false);
  // Nothing beyond: the reader keeps the page, though its older lines may meanwhile have expired.
  if (!result.cursor || result.page.lines.length > 0) return result;
  return show(command.shown, result.cursor.direction === 'newer');
}

function extendTo(search: TypedSearch, end: number): TypedSearch {
  return { ...search, end, start: Math.max(search.start, end - MAX_WINDOW_MS) };
}
