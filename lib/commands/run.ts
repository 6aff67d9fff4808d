import { assertNever } from '../errors.ts';
import type { OptionalKind } from '../redaction/kinds.ts';
import type { Approvers, PersonalAccess, Target, Verb } from './access.ts';
import type { Approvals } from './approval.ts';
import type { Ask } from './ask.ts';
import type { AuditTrail, JobAudit } from './audit.ts';
import type { ChannelSettings, ChannelStore } from './channel-settings.ts';
import type { ExportCommand } from './click.ts';
import type { AuditCommand } from './command.ts';
import { findGroup } from './find.ts';
import type { Job } from './job.ts';
import type { Journal } from './journal.ts';
import { latestLines } from './latest-lines.ts';
import { lookAtSources } from './look-at-sources.ts';
import { defaultSource, findSource, type GuardedSources } from './lts-sources.ts';
import { openForm } from './open-form.ts';
import type { ReadQuota } from './read-quota.ts';
import type { AuditResult, Result, StreamsResult } from './result.ts';
import { runDecision } from './run-approval.ts';
import { lookBeforeDeleting, nameDeletion } from './run-delete.ts';
import { runOrAsk } from './run-named.ts';
import { findTyped, runAround, runLogs, runPage, runRepeat, runReveal, runShown } from './run-search.ts';
import { lookUp, openSearch, refillForm } from './run-search-form.ts';
import { runSetting } from './run-setting.ts';
import { runWrite } from './run-write.ts';

export interface RunContext extends WriteContext {
  readonly quota: ReadQuota;
  readonly channel: ChannelStore;
  readonly settings: ChannelSettings;
  readonly trail: Pick<AuditTrail, 'list'>;
  /** What is taken out of lines beside secrets. */
  readonly redacts: readonly OptionalKind[];
}

/** What a write needs, and all else too. */
export interface WriteContext {
  readonly sources: GuardedSources;
  /** The same as another person may use them, in the same channel. */
  readonly actAs: (
    userId: string,
  ) => Promise<{ readonly access: PersonalAccess; readonly sources: GuardedSources }>;
  /** Who has to approve this, in the same channel; undefined where nobody has to. */
  readonly approversOf: (verb: Verb, targets: readonly Target[]) => Approvers | undefined;
  readonly job: Pick<Job, 'id' | 'userId' | 'teamId' | 'channelId' | 'receivedAt'>;
  readonly journal: Journal;
  readonly approvals: Approvals;
  readonly audit: Pick<JobAudit, 'note' | 'begins'>;
  readonly signal: AbortSignal;
}

/** All that a message is made of. Files are not: `Export` has a way of its own. */
export type Runnable = Exclude<Ask, ExportCommand>;

/** Carries out a command. Throws MistakeError for what the person can mend, ReadQuotaError, and the errors of the LTS client. */
export async function run(command: Runnable, context: RunContext): Promise<Result> {
  const { sources, settings, signal, job } = context;
  const source = settings.source ?? defaultSource(sources);
  switch (command.kind) {
    case 'help':
      return command;
    case 'groups': {
      context.audit.note({ source });
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
      return runPage({ kind: 'page', stream, search: latestLines(job.receivedAt), extends: false }, context);
    }
    case 'page':
      return runPage(command, context);
    case 'repeat':
      return runRepeat(command, context);
    case 'share':
      return runShown(command, context);
    case 'reveal':
      return runReveal(command, context);
    case 'around':
      return runAround(command, context);
    case 'search':
      return runPage({ ...command, kind: 'page', extends: false }, context);
    case 'open_search':
      return openSearch(command, context);
    case 'look_up':
      return lookUp(command, context);
    case 'refill':
      return refillForm(command, context);
    case 'create_group':
    case 'create_stream':
    case 'transfer':
      return runWrite(command, command.source ?? source, context);
    case 'open_form':
      return openForm({ source, ...command }, context);
    case 'home':
      return lookAtSources(context);
    case 'delete_group':
    case 'delete_stream':
      return lookBeforeDeleting({ source, ...command }, context);
    case 'open_delete':
      return lookBeforeDeleting(command, context);
    case 'delete':
      return runOrAsk(() => nameDeletion(command, context), context);
    case 'approve':
    case 'reject':
      return runDecision(command, context);
    case 'use':
    case 'source':
    case 'answers':
      return runSetting(command, source, context);
    case 'audit':
      return runAudit(command, context);
    default:
      return assertNever(command);
  }
}

async function listStreams(
  source: string,
  given: string,
  withIds: boolean,
  { sources, audit, signal }: RunContext,
): Promise<StreamsResult> {
  const lts = findSource(sources, source);
  audit.note({ source });
  const group = findGroup(await lts.listGroups(signal), given);
  audit.note({ group: group.log_group_name });
  const streams = await lts.listStreams(group.log_group_id, signal);
  return { kind: 'streams', source, group, streams, withIds };
}

async function runAudit(
  { since, who }: AuditCommand,
  { trail, job: { userId, receivedAt: until }, signal }: RunContext,
): Promise<AuditResult> {
  const user = who === 'me' ? userId : who;
  const question = { since, until, ...(user !== undefined && { user }) };
  return { kind: 'audit', ...question, ...(await trail.list(question, signal)) };
}
