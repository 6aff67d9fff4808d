import { assertNever } from '../errors.ts';
import type { ApprovalAsked } from './approval.ts';
import type { Command } from './command.ts';
import { findGroup } from './find.ts';
import { findSource } from './lts-sources.ts';
import type { WriteContext } from './run.ts';
import { runOrAsk } from './run-named.ts';
import { nameTransfer } from './run-transfer.ts';
import { createNamed, type Write, writeOnce } from './write-once.ts';
import type { CreatedGroupResult, CreatedStreamResult, WriteResult } from './write-result.ts';

type WriteCommand = Extract<Command, { kind: 'create_group' | 'create_stream' | 'transfer' }>;

/** What changes something in LTS, at once or when a second person has approved it. */
export async function runWrite(
  command: WriteCommand,
  source: string,
  context: WriteContext,
): Promise<WriteResult | ApprovalAsked> {
  const { audit } = context;
  audit.note({ source });
  switch (command.kind) {
    case 'create_group':
      return writeOnce(context, source, (write) => createGroup(write, command, source, context));
    case 'create_stream':
      return writeOnce(context, source, (write) => createStream(write, command, source, context));
    case 'transfer':
      return runOrAsk(() => nameTransfer(command, source, context), context);
    default:
      return assertNever(command);
  }
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
  { sources, audit, signal }: WriteContext,
): Promise<CreatedStreamResult> {
  const lts = findSource(sources, source);
  const { log_group_id: groupId, log_group_name: group } = findGroup(
    await write.look(lts.listGroups(signal)),
    given,
  );
  audit.note({ group });
  const { name } = stream;
  lts.expectAllowed('create', { group, stream: name });
  const isThere = async () =>
    (await lts.listStreams(groupId, signal)).some(({ log_stream_name }) => log_stream_name === name);
  const create = async () => (await lts.createStream({ ...stream, groupId }, signal)).how;
  return { kind: 'created_stream', group, name, how: await createNamed(write, isThere, create) };
}
