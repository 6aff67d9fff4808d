import type { AuditRecord } from '../../../lib/commands/audit.ts';
import type { AuditResult } from '../../../lib/commands/result.ts';
import { auditMessage } from '../../../lib/views/audit.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { NOW } from '../samples.ts';
import type { Samples } from './samples.ts';

let jobs = 0;

/** A record of a job of its own, a minute before the one before it. */
export function recordOf(facts: Partial<AuditRecord>): AuditRecord {
  jobs += 1;
  return {
    receivedAt: NOW - (jobs % 60) * 60_000,
    job: `${jobs}.1.a`,
    requestId: 'r-1',
    attempt: 1,
    user: 'U0RITA0001',
    channel: 'C0OPS00001',
    team: 'T0TEAM0001',
    phase: 'ended',
    command: 'logs',
    verb: 'read',
    source: 'prod',
    outcome: 'ok',
    ...facts,
  };
}

export const auditOf = (records: readonly AuditRecord[], more: Partial<AuditResult> = {}): AuditResult => ({
  kind: 'audit',
  since: NOW - 86_400_000,
  records,
  hasMore: false,
  ...more,
});

const api = { group: 'checkout', streams: ['api'] };

export function auditMessages(viewer: Viewer): Samples {
  jobs = 0;
  const reads = ['logs', 'page', 'around', 'picked_stream', 'share'].map((command) =>
    recordOf({ command, ...api }),
  );
  const writes = [
    recordOf({ command: 'create_group', group: 'checkout', detail: { retentionDays: 7 } }),
    recordOf({ command: 'create_stream', ...api, outcome: 'LTS.0205' }),
    recordOf({ command: 'delete_stream', ...api, outcome: 'not_allowed' }),
    recordOf({ command: 'delete_group', group: 'checkout', outcome: 'HTTP 503' }),
    recordOf({
      command: 'transfer',
      group: 'checkout',
      streams: ['api', 'web'],
      detail: { bucket: 'lts-archive' },
    }),
    recordOf({ command: 'export', ...api, detail: { format: 'csv' } }),
  ];
  const settings = [
    recordOf({ command: 'use', ...api }),
    recordOf({ command: 'use', detail: { setTo: 'none' } }),
    recordOf({ command: 'source', detail: { setTo: 'staging' } }),
    recordOf({ command: 'answers', detail: { setTo: 'public' } }),
  ];
  const others = [
    ...['help', 'groups', 'audit'].map((command) => recordOf({ command })),
    ...['streams', 'picked_group'].map((command) => recordOf({ command, group: 'checkout' })),
    recordOf({ command: 'unread', outcome: 'mistake' }),
    recordOf({ command: 'of_another_version' }),
  ];
  const outcomes = [
    'read_quota',
    'settings_unavailable',
    'unreachable',
    'unconfirmed',
    'incomplete',
    'too_large',
    'malformed',
    'argument',
    'delivery',
    'failed',
    'odd',
  ].map((outcome) => recordOf({ outcome, ...api }));
  const { outcome: _, ...begun } = recordOf({ command: 'transfer', phase: 'begun', ...api });
  const again = recordOf({ ...begun, phase: 'ended', attempt: 2, streams: ['s-1'], outcome: 'ok' });
  const failed = { ...again, attempt: 1, outcome: 'unreachable' };
  const dm = recordOf({ channel: 'D0RITA0001', command: 'help' });
  return {
    reads: auditMessage(auditOf(reads), viewer),
    writes: auditMessage(auditOf(writes), viewer),
    settings: auditMessage(auditOf(settings), viewer),
    others: auditMessage(auditOf(others), viewer),
    outcomes: auditMessage(auditOf(outcomes), viewer),
    'what began and did not end': auditMessage(auditOf([begun]), viewer),
    'what ended twice, and is told by the names that were found': auditMessage(
      auditOf([failed, again, begun]),
      viewer,
    ),
    'in a direct message': auditMessage(auditOf([dm]), viewer),
    'one person, of several sources, with more': auditMessage(
      auditOf(reads, { user: 'U0RITA0001', hasMore: true }),
      { ...viewer, sources: ['prod', 'staging'] },
    ),
    nothing: auditMessage(auditOf([]), viewer),
    'nothing of one person': auditMessage(auditOf([], { user: 'U0RITA0001' }), viewer),
  };
}
