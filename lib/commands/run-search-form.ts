import { findSearchable } from '../alerts/find-searchable.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import { latestLines } from './latest-lines.ts';
import { defaultSource, findSource, type GuardedSource } from './lts-sources.ts';
import type { SearchFormResult } from './result.ts';
import type { RunContext } from './run.ts';
import { entriesOf } from './search-entries.ts';
import type { AboutMessage, LookUpCommand, Named, OpenSearchCommand, RefillCommand } from './search-form.ts';
import { withoutSecrets } from './search-secrets.ts';

type FormContext = Pick<RunContext, 'sources' | 'settings' | 'audit' | 'job' | 'signal'>;

/** Groups in which a stream is looked for that a message names: each is a call of LTS. */
const MAX_GROUPS_SEARCHED = 10;

/** The form as it is opened: with what is known of the search, else with what the channel searches. */
export function openSearch(
  { stream, search, about, visibility = 'thread' }: OpenSearchCommand,
  context: FormContext,
): Promise<SearchFormResult> {
  const { settings, sources, job } = context;
  const known = stream ?? settings.stream;
  const filled = search ?? latestLines(job.receivedAt);
  return fillForm(
    {
      source: known?.source ?? settings.source ?? defaultSource(sources),
      ...(known && { groupId: known.groupId, streamId: known.streamId }),
      filled: {
        // Words of a page may be another person's.
        entries: entriesOf(withoutSecrets(filled)),
        found: '',
        isCounted: filled.isCounted,
        visibility,
        ...(about && { about }),
      },
      reopen: {
        kind: 'open_search',
        ...(stream && { stream }),
        ...(search && { search }),
        ...(about && { about }),
      },
    },
    context,
  );
}

/** The same, filled in with what a message is about. What it names is offered, and nothing of it is searched unasked. */
export async function lookUp(
  { text, window, threadTs }: LookUpCommand,
  context: FormContext,
): Promise<SearchFormResult> {
  const { settings, sources, job, signal } = context;
  const source = settings.stream?.source ?? settings.source ?? defaultSource(sources);
  const streams = await listLikely(text, findSource(sources, source), signal);
  const found = findSearchable(text, { streams });
  const service = found.find(({ kind }) => kind === 'service');
  const named = streams.find(({ group, stream }) => `${group}/${stream}` === service?.value);
  const about: AboutMessage = {
    threadTs,
    found: found.flatMap(({ kind, value }) => (kind === 'service' ? [] : [value])),
  };
  const search = { ...latestLines(job.receivedAt), ...window, endIsFixed: true };
  const stream = named && {
    source,
    groupId: named.groupId,
    groupName: named.group,
    streamId: named.streamId,
    streamName: named.stream,
  };
  return openSearch({ kind: 'open_search', search, about, ...(stream && { stream }) }, context);
}

/** The streams of groups that the text names, and of others as far as there is time for. */
async function listLikely(text: string, lts: GuardedSource, signal: AbortSignal) {
  const isNamed = ({ log_group_name: name }: LogGroup) => text.includes(name);
  const groups = (await lts.listGroups(signal)).toSorted(
    (one, other) => Number(isNamed(other)) - Number(isNamed(one)),
  );
  const listed = groups.slice(0, MAX_GROUPS_SEARCHED).map(async (group) => ({
    group,
    streams: await lts.listStreams(group.log_group_id, signal),
  }));
  return (await Promise.all(listed)).flatMap(({ group, streams }) =>
    streams.map((stream) => ({
      groupId: group.log_group_id,
      group: group.log_group_name,
      streamId: stream.log_stream_id,
      stream: stream.log_stream_name,
    })),
  );
}

/** The form with what can be chosen now. A group that is not of the source that was chosen is chosen no more. */
export function refillForm(
  { source, group, filled }: RefillCommand,
  context: FormContext,
): Promise<SearchFormResult> {
  const { about } = filled;
  const reopen = { kind: 'open_search', ...(about && { about }) } as const;
  return fillForm({ source, ...(group && { groupId: group.id }), filled, reopen }, context);
}

async function fillForm(
  {
    groupId,
    streamId,
    ...form
  }: Pick<SearchFormResult, 'source' | 'filled' | 'reopen'> & {
    readonly groupId?: string;
    readonly streamId?: string;
  },
  { sources, audit, signal }: FormContext,
): Promise<SearchFormResult> {
  const lts = findSource(sources, form.source);
  audit.note({ source: form.source });
  const groups = (await lts.listGroups(signal)).map(nameGroup);
  // One alone needs no choosing.
  const group = groups.find(({ id }) => id === groupId) ?? (groups.length === 1 ? groups[0] : undefined);
  const streams = group ? (await lts.listStreams(group.id, signal)).map(nameStream) : [];
  const stream = streams.find(({ id }) => id === streamId) ?? (streams.length === 1 ? streams[0] : undefined);
  return {
    kind: 'search_form',
    ...form,
    groups,
    ...(group && { group }),
    streams,
    ...(stream && { streamId: stream.id }),
  };
}

function nameGroup({ log_group_id: id, log_group_name: name }: LogGroup): Named {
  return { id, name };
}

function nameStream({ log_stream_id: id, log_stream_name: name }: LogStream): Named {
  return { id, name };
}
