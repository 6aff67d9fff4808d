import type { LogGroup, LogStream } from '../lts/schemas.ts';
import type { StreamRef } from './command.ts';
import { MistakeError } from './mistake.ts';

/** The group with this name or id. Names are exact, as in LTS itself. */
export function findGroup(groups: readonly LogGroup[], given: string): LogGroup {
  const group = groups.find(
    ({ log_group_name, log_group_id }) => given === log_group_name || given === log_group_id,
  );
  if (!group) throw new MistakeError({ kind: 'unknown_group', given });
  return group;
}

/** The stream of `group` with this name or id. */
export function findStream(streams: readonly LogStream[], given: string, group: LogGroup): StreamRef {
  const stream = streams.find(
    ({ log_stream_name, log_stream_id }) => given === log_stream_name || given === log_stream_id,
  );
  if (!stream) throw new MistakeError({ kind: 'unknown_stream', given, group: group.log_group_name });
  return {
    groupId: group.log_group_id,
    groupName: group.log_group_name,
    streamId: stream.log_stream_id,
    streamName: stream.log_stream_name,
  };
}
