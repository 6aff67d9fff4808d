import { createHash } from 'node:crypto';
import { LtsRefusedError } from '../lts/errors.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import { type NamedDeletion, targetsOf } from './approval.ts';
import type { OpenDeleteCommand } from './click.ts';
import { findGroup, findStream } from './find.ts';
import type { DeleteForm } from './form.ts';
import { isDirectMessage } from './job.ts';
import { findSource, type GuardedSource } from './lts-sources.ts';
import { MistakeError } from './mistake.ts';
import type { DeletionResult } from './result.ts';
import type { WriteContext } from './run.ts';
import type { Write } from './write-once.ts';
import type { WriteResult } from './write-result.ts';

type LookContext = Pick<WriteContext, 'sources' | 'audit' | 'signal' | 'approversOf' | 'job'>;
type DeleteContext = Pick<WriteContext, 'sources' | 'signal'>;

/** What would be lost: nothing is deleted before a person has seen it. */
export async function lookBeforeDeleting(
  { source, group: given, stream }: Omit<OpenDeleteCommand, 'kind'>,
  { sources, audit, signal, approversOf, job }: LookContext,
): Promise<DeletionResult> {
  const lts = findSource(sources, source);
  audit.note({ source });
  const group = findGroup(await lts.listGroups(signal), given);
  const { log_group_name: groupName } = group;
  audit.note({ group: groupName });
  const streams = await lts.listStreams(group.log_group_id, signal);
  const show = (form: DeleteForm, lost: readonly LogStream[]): DeletionResult => {
    const needsApproval = approversOf('delete', targetsOf(form)) !== undefined;
    // Whoever types a name for nothing has to be told before.
    if (needsApproval && isDirectMessage(job.channelId))
      throw new MistakeError({ kind: 'approval_needs_channel' });
    return { kind: 'deletion', form, streams: lost, retentionDays: group.ttl_in_days, needsApproval };
  };
  if (stream === undefined) {
    lts.expectAllowed('delete', { group: groupName });
    return show({ ...formOf(group, source), digest: digestOf(streams) }, streams);
  }
  const { streamId: id, streamName: name } = findStream(streams, stream, group, source);
  audit.note({ streams: [name] });
  lts.expectAllowed('delete', { group: groupName, stream: name });
  return show({ ...formOf(group, source), stream: { id, name } }, []);
}

function formOf({ log_group_id: groupId, log_group_name: groupName }: LogGroup, source: string): DeleteForm {
  return { kind: 'delete', source, groupId, groupName };
}

/**
 * What was confirmed, by the names that LTS has for it now: the policy is asked for these.
 *
 * @throws MistakeError when it is not there any more, or a group holds other streams than were shown
 */
export async function nameDeletion(
  form: DeleteForm,
  { sources, journal, audit, signal }: WriteContext,
): Promise<NamedDeletion> {
  const { source, groupId, stream } = form;
  audit.note({ source });
  // What has begun has been looked at.
  if (journal.past.isWriteOpen) return form;
  const lts = findSource(sources, source);
  const group = (await lts.listGroups(signal)).find(({ log_group_id }) => log_group_id === groupId);
  const streams = group && (await ifThere(lts.listStreams(groupId, signal)));
  if (!streams || !isAsShown(form, streams)) throw gone(form);
  const groupName = group.log_group_name;
  const target = streams.find(({ log_stream_id }) => log_stream_id === stream?.id);
  lts.expectAllowed('delete', {
    group: groupName,
    ...(target && { stream: target.log_stream_name }),
  });
  if (target) {
    const { log_stream_id: id, log_stream_name: name } = target;
    return { ...form, groupName, stream: { id, name } };
  }
  return { ...form, groupName, streams: streams.map(({ log_stream_name }) => log_stream_name) };
}

/** By ids, so that what was made anew under the same name stays, and doing it twice does no harm. */
export async function runDelete(
  write: Write,
  form: DeleteForm,
  { sources, signal }: DeleteContext,
): Promise<WriteResult> {
  const { source, groupName: group, stream } = form;
  const lts = findSource(sources, source);
  // Else what is only hidden would be taken to be gone.
  if (write.mayHaveHappened) lts.expectAllowed('delete', { group, ...(stream && { stream: stream.name }) });
  // What is gone after an attempt that died over it was deleted by that one.
  if ((await remove(write, form, lts, signal)) || write.mayHaveHappened) return resultOf(form);
  throw gone(form);
}

function gone({ groupName: group, stream }: DeleteForm): MistakeError {
  return new MistakeError({ kind: 'gone', group, ...(stream && { stream: stream.name }) });
}

/** False when it is not there. */
async function remove(
  write: Write,
  form: DeleteForm,
  lts: GuardedSource,
  signal: AbortSignal,
): Promise<boolean> {
  const { groupId, stream } = form;
  const streams = await write.look(ifThere(lts.listStreams(groupId, signal)));
  if (!streams || !isAsShown(form, streams)) return false;
  await write.begins();
  const call = stream ? lts.deleteStream(groupId, stream.id, signal) : lts.deleteGroup(groupId, signal);
  return (await ifThere(call.then(() => true))) ?? false;
}

/** False when the stream is not there. @throws MistakeError when a group holds others than were shown */
function isAsShown({ groupName: group, stream, digest }: DeleteForm, streams: readonly LogStream[]): boolean {
  if (stream) return streams.some(({ log_stream_id }) => log_stream_id === stream.id);
  if (digestOf(streams) !== digest) throw new MistakeError({ kind: 'group_changed', group });
  return true;
}

function resultOf({ groupName: group, stream }: DeleteForm): WriteResult {
  return stream
    ? { kind: 'deleted_stream', group, name: stream.name }
    : { kind: 'deleted_group', name: group };
}

/** Undefined when there is no such thing, or none that the person may see. */
async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isNoSuch(error)) return undefined;
    throw error;
  }
}

function isNoSuch(error: unknown): boolean {
  if (error instanceof LtsRefusedError)
    return error.reason === 'no_such_group' || error.reason === 'no_such_stream';
  if (!(error instanceof MistakeError)) return false;
  return error.mistake.kind === 'unknown_group' || error.mistake.kind === 'unknown_stream';
}

/** The same for the same streams, in whatever order LTS lists them. */
function digestOf(streams: readonly LogStream[]): string {
  const ids = streams.map(({ log_stream_id }) => log_stream_id).sort();
  return createHash('sha256').update(ids.join('\n')).digest('base64url').slice(0, 22);
}
