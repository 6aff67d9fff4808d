import type { Ask } from '../commands/ask.ts';
import type { AuditFacts, AuditRecord, AuditTrail, JobAudit } from '../commands/audit.ts';
import type { DeleteForm } from '../commands/form.ts';
import type { Job } from '../commands/job.ts';
import { logInfo } from '../log.ts';
import { redactText } from '../redaction/log-lines.ts';
import { verbsOf } from './verbs.ts';

/** Enough for a write that LTS was slow to confirm, with what was looked up for it. */
const MAX_REQUEST_IDS = 5;

interface AuditContext {
  readonly trail: AuditTrail;
  readonly attempt: number;
  /** Of the calls that this attempt has made of LTS, in their order. It grows. */
  readonly ltsRequestIds: readonly string[];
}

/**
 * Records what one attempt does. The log gets the same without any name: lines that are no longer in the table are still
 * there.
 */
export function createJobAudit(job: Job, { trail, attempt, ltsRequestIds }: AuditContext): JobAudit {
  let facts: AuditFacts = { command: 'unread' };
  const add = async (phase: AuditRecord['phase'], outcome?: string) => {
    const { id, requestId, userId: user, channelId: channel, teamId: team, receivedAt } = job;
    await trail.add({
      ...facts,
      receivedAt,
      job: id,
      requestId,
      attempt,
      user,
      channel,
      team,
      phase,
      ...(outcome !== undefined && { outcome }),
      ...(ltsRequestIds.length > 0 && { ltsRequestIds: ltsRequestIds.slice(-MAX_REQUEST_IDS) }),
    });
    const { command, verb, source } = facts;
    // Who and where stand in every line.
    logInfo('audit', { phase, command, verb, source, outcome });
  };
  return {
    note: (found) => {
      facts = { ...facts, ...withoutSecrets(found) };
    },
    begins: () => add('begun'),
    ended: (outcome) => add('ended', outcome),
  };
}

/** A record is kept for good, and a name may hold anything. */
function withoutSecrets({ group, streams, detail, ...found }: Partial<AuditFacts>): Partial<AuditFacts> {
  const { bucket } = detail ?? {};
  return {
    ...found,
    ...(group !== undefined && { group: redactText(group) }),
    ...(streams && { streams: streams.map(redactText) }),
    ...(detail && { detail: { ...detail, ...(bucket !== undefined && { bucket: redactText(bucket) }) } }),
  };
}

/**
 * What is known of a command before anything is looked up. Names that were typed are among it where they can be nothing
 * but names: in a search the first word may be one to search for.
 */
export function factsOf(command: Ask): Partial<AuditFacts> {
  const [verb] = verbsOf(command);
  return { command: command.kind, ...(verb && { verb }), ...typedNames(command), ...detailOf(command) };
}

function typedNames(command: Ask): Partial<AuditFacts> {
  switch (command.kind) {
    case 'streams':
    case 'delete_group':
      return { group: command.group };
    case 'create_group':
      return { group: command.name };
    case 'create_stream':
      return { group: command.group, streams: [command.name] };
    case 'delete_stream':
      return { group: command.group, streams: [command.stream] };
    case 'transfer':
      return { group: command.group, streams: command.streams };
    case 'open_delete':
    case 'refill':
      return { source: command.source };
    case 'open_form':
      return command.group === undefined ? {} : { group: command.group };
    case 'delete':
      return factsOfForm(command);
    case 'use':
      return typeof command.target === 'object'
        ? { group: command.target.group, streams: [command.target.stream] }
        : {};
    default:
      return {};
  }
}

function factsOfForm({ source, groupName: group, stream }: DeleteForm): Partial<AuditFacts> {
  return { source, group, ...(stream && { streams: [stream.name] }) };
}

function detailOf(command: Ask): Pick<AuditFacts, 'detail'> {
  switch (command.kind) {
    case 'create_group':
      return { detail: { retentionDays: command.retentionDays } };
    case 'create_stream': {
      const { retentionDays } = command;
      return retentionDays === undefined ? {} : { detail: { retentionDays } };
    }
    case 'transfer':
      return { detail: { bucket: command.bucket } };
    case 'export':
      return { detail: { format: command.format } };
    case 'use':
      return command.target === 'none' ? { detail: { setTo: 'none' } } : {};
    case 'answers':
      return command.visibility === undefined ? {} : { detail: { setTo: command.visibility } };
    default:
      return {};
  }
}
