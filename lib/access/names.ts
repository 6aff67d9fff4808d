import type { LtsSource } from '../commands/lts-sources.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';

/** The ids of the groups of a source by their names, and by themselves, as they were when somebody listed them last. */
const lastIds = new WeakMap<LtsSource, ReadonlyMap<string, string>>();

/** Names by ids, as LTS gives them: kept for the one job, so that what it has listed is not listed again. */
export function rememberNames(lts: LtsSource) {
  const groupNames = new Map<string, string>();
  const streamNames = new Map<string, Map<string, string>>();

  function rememberGroups(groups: readonly LogGroup[]): void {
    for (const { log_group_id, log_group_name } of groups) groupNames.set(log_group_id, log_group_name);
    const ids = groups.map(({ log_group_id: id }) => [id, id] as const);
    // An id comes before a name, as where a group is found.
    const byName = groups.map(({ log_group_name, log_group_id }) => [log_group_name, log_group_id] as const);
    lastIds.set(lts, new Map([...byName, ...ids]));
  }

  function rememberStreams(streams: readonly LogStream[], groupId: string): void {
    const names = streams.map(
      ({ log_stream_id, log_stream_name }) => [log_stream_id, log_stream_name] as const,
    );
    streamNames.set(groupId, new Map(names));
  }

  return {
    rememberGroups,
    rememberStreams,
    /** Of an earlier job too: nothing to rely on. */
    guessGroup: (given: string) => lastIds.get(lts)?.get(given),
    /** Undefined for a group that is not there. */
    async nameOfGroup(groupId: string, signal: AbortSignal): Promise<string | undefined> {
      if (!groupNames.has(groupId)) rememberGroups(await lts.listGroups(signal));
      return groupNames.get(groupId);
    },
    /** Undefined for a stream that is not in the group. */
    async nameOfStream(groupId: string, streamId: string, signal: AbortSignal): Promise<string | undefined> {
      if (!streamNames.get(groupId)?.has(streamId))
        rememberStreams(await lts.listStreams(groupId, signal), groupId);
      return streamNames.get(groupId)?.get(streamId);
    },
  };
}
