import { assertNever } from '../errors.ts';
import type { Command, TransferCommand } from './command.ts';
import { findGroup, findStream } from './find.ts';
import { findSource } from './lts-sources.ts';
import { MistakeError } from './mistake.ts';
import type { CreatedGroupResult, CreatedStreamResult, TransferResult } from './result.ts';
import type { RunContext } from './run.ts';

type WriteCommand = Extract<
  Command,
  { kind: 'create_group' | 'create_stream' | 'transfer' | 'delete_group' | 'delete_stream' }
>;

/** What changes something in LTS. */
export async function runWrite(
  command: WriteCommand,
  source: string,
  context: Pick<RunContext, 'sources' | 'signal'>,
): Promise<CreatedGroupResult | CreatedStreamResult | TransferResult> {
  const { sources, signal } = context;
  const lts = findSource(sources, source);
  switch (command.kind) {
    case 'create_group': {
      const { name, retentionDays } = command;
      const { how } = await lts.createGroup({ name, retentionDays }, signal);
      return { kind: 'created_group', name, retentionDays, how };
    }
    case 'create_stream': {
      const { group: given, kind: _kind, ...stream } = command;
      const group = findGroup(await lts.listGroups(signal), given);
      const { how } = await lts.createStream({ ...stream, groupId: group.log_group_id }, signal);
      return { kind: 'created_stream', group: group.log_group_name, name: stream.name, how };
    }
    case 'transfer':
      return runTransfer(command, source, context);
    case 'delete_group':
    case 'delete_stream':
      throw new MistakeError({ kind: 'deleting_not_enabled' });
    default:
      return assertNever(command);
  }
}

async function runTransfer(
  command: TransferCommand,
  source: string,
  { sources, signal }: Pick<RunContext, 'sources' | 'signal'>,
): Promise<TransferResult> {
  const lts = findSource(sources, source);
  const { kind: _kind, group: given, streams: wanted, ...dump } = command;
  const group = findGroup(await lts.listGroups(signal), given);
  const all = await lts.listStreams(group.log_group_id, signal);
  const streams = wanted.map((stream) => findStream(all, stream, group, source));
  const streamIds = streams.map(({ streamId }) => streamId);
  const id = await lts.createDump({ ...dump, groupId: group.log_group_id, streamIds }, signal);
  return {
    kind: 'transfer',
    group: group.log_group_name,
    streams: streams.map(({ streamName }) => streamName),
    bucket: dump.bucket,
    every: dump.every,
    isOn: dump.isOn,
    id,
  };
}
