import type { LogGroup, LogStream } from '../lts/schemas.ts';
import type { StreamRef } from './command.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';

/**
 * The group with this id or name. Names are exact, as in LTS itself; what is near is only suggested. An id comes first:
 * buttons and forms name by ids, and whoever gives a group the id of another as its name must not catch what is meant
 * for that.
 */
export function findGroup(groups: readonly LogGroup[], given: string): LogGroup {
  const group =
    groups.find(({ log_group_id }) => log_group_id === given) ??
    groups.find(({ log_group_name }) => log_group_name === given);
  if (group) return group;
  const names = groups.map(({ log_group_name }) => log_group_name);
  throw new MistakeError({ kind: 'unknown_group', given, ...suggest(given, names) });
}

/** The stream of `group` with this id or name. `source` is the LTS project that the group belongs to. */
export function findStream(
  streams: readonly LogStream[],
  given: string,
  { log_group_id: groupId, log_group_name: groupName }: LogGroup,
  source: string,
): StreamRef {
  const stream =
    streams.find(({ log_stream_id }) => log_stream_id === given) ??
    streams.find(({ log_stream_name }) => log_stream_name === given);
  if (stream) {
    const { log_stream_id: streamId, log_stream_name: streamName } = stream;
    return { source, groupId, groupName, streamId, streamName };
  }
  const names = streams.map(({ log_stream_name }) => log_stream_name);
  throw new MistakeError({ kind: 'unknown_stream', given, group: groupName, ...suggest(given, names) });
}
