import type { PersonalAccess, Target, Verb } from '../commands/access.ts';
import type { GuardedSource, GuardedSources, LtsSource, LtsSources } from '../commands/lts-sources.ts';
import { MistakeError } from '../commands/mistake.ts';
import { NotAllowedError } from '../commands/not-allowed.ts';
import { rememberNames } from './names.ts';

/**
 * The sources as one person may use them, for one job: all that the job asks of LTS goes through here. What the person
 * may not read is not there for them. `verb` is what lines are read for: `read`, `share`, `export` or `reveal`.
 */
export function guardSources(sources: LtsSources, access: PersonalAccess, verb: Verb): GuardedSources {
  const seen = [...sources].filter(([source]) => access.mayWithin('read', { source }));
  return new Map(seen.map(([name, lts]) => [name, guardSource(name, lts, access, verb)]));
}

function guardSource(source: string, lts: LtsSource, access: PersonalAccess, verb: Verb): GuardedSource {
  const { nameOfGroup, nameOfStream, rememberGroups, rememberStreams, guessGroup } = rememberNames(lts);
  const at = (target: Omit<Target, 'source'>): Target => ({ source, ...target });

  const expectAllowed: GuardedSource['expectAllowed'] = (needed, target) => {
    if (!access.may(needed, at(target))) throw new NotAllowedError(needed);
  };

  /** @throws MistakeError for one that is not there, or that the person may not see */
  async function seeGroup(groupId: string, signal: AbortSignal): Promise<string> {
    const group = await nameOfGroup(groupId, signal);
    if (group !== undefined && access.mayWithin('read', at({ group }))) return group;
    throw new MistakeError({ kind: 'unknown_group', given: groupId });
  }

  /** @throws MistakeError for one that is not there, or that the person may not read */
  async function seeStream(groupId: string, streamId: string, signal: AbortSignal) {
    const group = await seeGroup(groupId, signal);
    const stream = await nameOfStream(groupId, streamId, signal);
    if (stream !== undefined && access.may('read', at({ group, stream }))) return { group, stream };
    throw new MistakeError({ kind: 'unknown_stream', given: streamId, group });
  }

  // What somebody may do with a part of the source is decided by names, for buttons and places, too.
  const areNamesNeeded = (['read', 'share', 'export', 'reveal'] as const).some(
    (each) => access.mayWithin(each, at({})) && !access.may(each, at({})),
  );

  /** Undefined where the person may do it with all of the source: then nothing has to be looked up. */
  async function expectStream(needed: Verb, groupId: string, streamId: string, signal: AbortSignal) {
    if (access.may(needed, at({}))) return undefined;
    const names = await seeStream(groupId, streamId, signal);
    expectAllowed(needed, names);
    return names;
  }

  return {
    readsPerMinute: lts.readsPerMinute,
    readsAll: access.may('read', at({})),
    expectAllowed,
    mayWithin: (needed, target) => access.mayWithin(needed, at(target)),
    mayRead: ({ groupName: group, streamName: stream }) => access.may('read', at({ group, stream })),
    guessGroup: (given) => (access.may('read', at({})) ? guessGroup(given) : undefined),
    async findNames(groupId, streamId, signal) {
      let names = await expectStream(verb, groupId, streamId, signal);
      // What others are to see says what it is, whatever a button says.
      if (areNamesNeeded || verb !== 'read') names ??= await seeStream(groupId, streamId, signal);
      return names && { groupName: names.group, streamName: names.stream };
    },
    async listGroups(signal) {
      const groups = await lts.listGroups(signal);
      rememberGroups(groups);
      return groups.filter(({ log_group_name: group }) => access.mayWithin('read', at({ group })));
    },
    async listStreams(groupId, signal) {
      const group = access.may('read', at({})) ? undefined : await seeGroup(groupId, signal);
      const streams = await lts.listStreams(groupId, signal);
      rememberStreams(streams, groupId);
      if (group === undefined) return streams;
      return streams.filter(({ log_stream_name: stream }) => access.may('read', at({ group, stream })));
    },
    async queryLogs(groupId, streamId, body, signal) {
      await expectStream(verb, groupId, streamId, signal);
      return lts.queryLogs(groupId, streamId, body, signal);
    },
    async createGroup(group, signal) {
      expectAllowed('create', { group: group.name });
      return lts.createGroup(group, signal);
    },
    async createStream(stream, signal) {
      if (!access.may('create', at({}))) {
        const group = await seeGroup(stream.groupId, signal);
        expectAllowed('create', { group, stream: stream.name });
      }
      return lts.createStream(stream, signal);
    },
    async createDump(dump, signal) {
      for (const streamId of dump.streamIds) await expectStream('transfer', dump.groupId, streamId, signal);
      return lts.createDump(dump, signal);
    },
    async deleteGroup(groupId, signal) {
      if (!access.may('delete', at({}))) {
        expectAllowed('delete', { group: await seeGroup(groupId, signal) });
      }
      return lts.deleteGroup(groupId, signal);
    },
    async deleteStream(groupId, streamId, signal) {
      await expectStream('delete', groupId, streamId, signal);
      return lts.deleteStream(groupId, streamId, signal);
    },
  };
}
