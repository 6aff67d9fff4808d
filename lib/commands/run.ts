import { assertNever } from '../errors.ts';
import type { ChannelSettings, ChannelStore } from './channel-settings.ts';
import type { Click, Command, ExportCommand } from './command.ts';
import { findGroup } from './find.ts';
import type { Journal } from './journal.ts';
import { latestLines } from './latest-lines.ts';
import { defaultSource, findSource, type GuardedSources } from './lts-sources.ts';
import type { ReadQuota } from './read-quota.ts';
import type { Result, StreamsResult } from './result.ts';
import { findTyped, runAround, runLogs, runPage } from './run-search.ts';
import { runSetting } from './run-setting.ts';
import { runWrite } from './run-write.ts';

export interface RunContext {
  readonly sources: GuardedSources;
  readonly quota: ReadQuota;
  readonly channel: ChannelStore;
  readonly settings: ChannelSettings;
  readonly journal: Journal;
  readonly receivedAt: number;
  readonly signal: AbortSignal;
}

/** All that a message is made of. Files are not: `Export` has a way of its own. */
export type Runnable = Command | Exclude<Click, ExportCommand>;

/** Carries out a command. Throws MistakeError for what the person can mend, ReadQuotaError, and the errors of the LTS client. */
export async function run(command: Runnable, context: RunContext): Promise<Result> {
  const { sources, settings, signal, receivedAt } = context;
  const source = settings.source ?? defaultSource(sources);
  switch (command.kind) {
    case 'help':
      return command;
    case 'groups': {
      const groups = await findSource(sources, source).listGroups(signal);
      return { kind: 'groups', source, groups, withIds: command.withIds };
    }
    case 'streams':
      return listStreams(source, command.group, command.withIds, context);
    case 'picked_group':
      return listStreams(command.source, command.groupId, false, context);
    case 'logs':
      return runLogs(command, source, context);
    case 'picked_stream': {
      const target = { group: command.groupId, stream: command.streamId };
      const stream = await findTyped(command.source, target, context);
      return runPage({ kind: 'page', stream, search: latestLines(receivedAt), extends: false }, context);
    }
    case 'page':
      return runPage(command, context);
    case 'share':
      return command.around
        ? runAround({ kind: 'around', ...command.stream, ...command.around }, context)
        : runPage({ ...command, kind: 'page', extends: false }, context);
    case 'around':
      return runAround(command, context);
    case 'create_group':
    case 'create_stream':
    case 'transfer':
    case 'delete_group':
    case 'delete_stream':
      return runWrite(command, source, context);
    case 'use':
    case 'source':
    case 'answers':
      return runSetting(command, source, context);
    default:
      return assertNever(command);
  }
}

async function listStreams(
  source: string,
  given: string,
  withIds: boolean,
  { sources, signal }: RunContext,
): Promise<StreamsResult> {
  const lts = findSource(sources, source);
  const group = findGroup(await lts.listGroups(signal), given);
  const streams = await lts.listStreams(group.log_group_id, signal);
  return { kind: 'streams', source, group, streams, withIds };
}
