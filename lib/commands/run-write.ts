import { assertNever } from '../errors.ts';
import { LtsUnconfirmedError } from '../lts/errors.ts';
import type { Command, TransferCommand } from './command.ts';
import { findGroup, findStream } from './find.ts';
import { findSource } from './lts-sources.ts';
import { MistakeError } from './mistake.ts';
import type { RunContext } from './run.ts';
import { createNamed, type Write, writeOnce } from './write-once.ts';
import type { CreatedGroupResult, CreatedStreamResult, TransferResult, WriteResult } from './write-result.ts';

type WriteCommand = Extract<
  Command,
  { kind: 'create_group' | 'create_stream' | 'transfer' | 'delete_group' | 'delete_stream' }
>;

type WriteContext = Pick<RunContext, 'sources' | 'signal'>;

/** What changes something in LTS. */
export function runWrite(
  command: WriteCommand,
  source: string,
  context: WriteContext & Pick<RunContext, 'journal'>,
): Promise<WriteResult> {
  return writeOnce(context.journal, source, async (write) => {
    switch (command.kind) {
      case 'create_group':
        return createGroup(write, command, source, context);
      case 'create_stream':
        return createStream(write, command, source, context);
      case 'transfer':
        return runTransfer(write, command, source, context);
      case 'delete_group':
      case 'delete_stream':
        throw new MistakeError({ kind: 'deleting_not_enabled' });
      default:
        return assertNever(command);
    }
  });
}

async function createGroup(
  write: Write,
  { name, retentionDays }: Extract<Command, { kind: 'create_group' }>,
  source: string,
  { sources, signal }: WriteContext,
): Promise<CreatedGroupResult> {
  const lts = findSource(sources, source);
  lts.expectAllowed('create', { group: name });
  const isThere = async () =>
    (await lts.listGroups(signal)).some(({ log_group_name }) => log_group_name === name);
  const create = async () => (await lts.createGroup({ name, retentionDays }, signal)).how;
  return { kind: 'created_group', name, retentionDays, how: await createNamed(write, isThere, create) };
}

async function createStream(
  write: Write,
  { kind: _kind, group: given, ...stream }: Extract<Command, { kind: 'create_stream' }>,
  source: string,
  { sources, signal }: WriteContext,
): Promise<CreatedStreamResult> {
  const lts = findSource(sources, source);
  const { log_group_id: groupId, log_group_name: group } = findGroup(
    await write.look(lts.listGroups(signal)),
    given,
  );
  const { name } = stream;
  lts.expectAllowed('create', { group, stream: name });
  const isThere = async () =>
    (await lts.listStreams(groupId, signal)).some(({ log_stream_name }) => log_stream_name === name);
  const create = async () => (await lts.createStream({ ...stream, groupId }, signal)).how;
  return { kind: 'created_stream', group, name, how: await createNamed(write, isThere, create) };
}

async function runTransfer(
  write: Write,
  command: TransferCommand,
  source: string,
  { sources, signal }: WriteContext,
): Promise<TransferResult> {
  // Nobody can look whether there is one: to make a second would copy everything twice.
  if (write.mayHaveHappened) throw new LtsUnconfirmedError('unknown', undefined);
  const lts = findSource(sources, source);
  const { kind: _kind, group: given, streams: wanted, ...dump } = command;
  const group = findGroup(await write.look(lts.listGroups(signal)), given);
  const all = await lts.listStreams(group.log_group_id, signal);
  const streams = wanted.map((stream) => findStream(all, stream, group, source));
  for (const { streamName } of streams) {
    lts.expectAllowed('transfer', { group: group.log_group_name, stream: streamName });
  }
  const streamIds = streams.map(({ streamId }) => streamId);
  await write.begins();
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
