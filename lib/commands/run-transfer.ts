import { LtsUnconfirmedError } from '../lts/errors.ts';
import type { NamedTransfer } from './approval.ts';
import type { TransferCommand } from './command.ts';
import { findGroup, findStream } from './find.ts';
import { findSource } from './lts-sources.ts';
import type { WriteContext } from './run.ts';
import type { Write } from './write-once.ts';
import type { TransferResult } from './write-result.ts';

/**
 * What was typed, by ids.
 *
 * @throws LtsUnconfirmedError when an earlier attempt died over it: nobody can look whether there is a transfer, and a
 * second one would copy everything twice
 */
export async function nameTransfer(
  { group: given, streams: wanted, ...dump }: TransferCommand,
  source: string,
  { sources, journal, signal }: WriteContext,
): Promise<NamedTransfer> {
  expectNotBegun(journal.past.isWriteOpen);
  const lts = findSource(sources, source);
  const group = findGroup(await lts.listGroups(signal), given);
  const all = await lts.listStreams(group.log_group_id, signal);
  const found = wanted.map((stream) => findStream(all, stream, group, source));
  for (const { groupName, streamName } of found)
    lts.expectAllowed('transfer', { group: groupName, stream: streamName });
  return {
    ...dump,
    source,
    groupId: group.log_group_id,
    groupName: group.log_group_name,
    streams: found.map(({ streamId: id, streamName: name }) => ({ id, name })),
  };
}

export async function runTransfer(
  write: Write,
  { kind, source, groupName: group, streams, ...dump }: NamedTransfer,
  { sources, signal }: Pick<WriteContext, 'sources' | 'signal'>,
): Promise<TransferResult> {
  expectNotBegun(write.mayHaveHappened);
  const lts = findSource(sources, source);
  await write.begins();
  const streamIds = streams.map(({ id }) => id);
  const id = await lts.createDump({ ...dump, streamIds }, signal);
  const { bucket, every, isOn } = dump;
  return {
    kind,
    group,
    streams: streams.map(({ name }) => name),
    bucket,
    every,
    isOn,
    id,
  };
}

function expectNotBegun(hasBegun: boolean): void {
  if (hasBegun) throw new LtsUnconfirmedError('unknown', undefined);
}
