import type { Approvable, Approval, Decision } from '../../../lib/commands/approval.ts';
import type { WriteResult } from '../../../lib/commands/write-result.ts';
import { LtsRefusedError } from '../../../lib/lts/errors.ts';
import { approvalMessage, endedMessage } from '../../../lib/views/approval.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { NOW } from '../samples.ts';
import type { Samples } from './samples.ts';

const payments = { source: 'prod', groupId: 'g-1', groupName: 'payments' };
const deletion: Approvable = { kind: 'delete', ...payments, stream: { id: 's-1', name: 'my ledger' } };
const transfer = {
  kind: 'transfer' as const,
  ...payments,
  streams: [
    { id: 's-1', name: 'ledger' },
    { id: 's-2', name: 'gateway' },
  ],
  bucket: 'lts-archive',
  every: '5min' as const,
  format: 'RAW' as const,
  isOn: true,
} satisfies Approvable;
const decision: Decision = { how: 'approved', userId: 'U0ANWEN', at: NOW + 120_000, jobId: 'j' };
const DECIDERS = ['S0ONCALL', 'U0RITA'];

function asked(asks: Approvable): Approval {
  return { id: '1.2.3', asks, userId: 'U0OMAR', teamId: 'T1', channelId: 'C1', askedAt: NOW };
}

export function approvalMessages(viewer: Viewer): Samples {
  const open = (asks: Approvable, approvers = [DECIDERS]) =>
    approvalMessage({ kind: 'approval_asked', approval: asked(asks), approvers }, viewer);
  const group = { kind: 'delete', ...payments } as const;
  const done: WriteResult = {
    kind: 'transfer',
    group: 'payments',
    streams: ['ledger', 'gateway'],
    bucket: 'lts-archive',
    every: '5min',
    isOn: true,
    id: 'd-1',
  };
  const refused = new LtsRefusedError({
    status: 400,
    ltsCode: 'LTS.0207',
    requestId: 'r-1',
    isRetrySafe: false,
    retryAfterMs: undefined,
    clockOffMs: undefined,
  });
  return {
    'a stream': open(deletion),
    'a group': open({ ...group, streams: ['ledger', 'gateway'] }),
    'an empty group, and anybody may decide': open({ ...group, streams: [] }, [['everyone']]),
    'a group with more names than a sentence bears': open({
      ...group,
      streams: Array.from({ length: 100 }, (_, index) => `${'s'.repeat(60)}-${index}`),
    }),
    'a transfer': open(transfer),
    'a transfer that is off, with all that can be said of it': open({
      ...transfer,
      isOn: false,
      every: '1hour',
      format: 'JSON',
      prefix: 'pay',
      directory: 'logs/2026',
    }),
    'approved and done': endedMessage(asked(transfer), { kind: 'approved', decision, came: done }, viewer),
    'approved and refused': endedMessage(
      asked(deletion),
      { kind: 'approved', decision, came: { kind: 'failed', error: refused } },
      viewer,
    ),
    rejected: endedMessage(
      asked(deletion),
      { kind: 'rejected', decision: { ...decision, how: 'rejected' } },
      viewer,
    ),
    withdrawn: endedMessage(
      asked(deletion),
      { kind: 'rejected', decision: { ...decision, how: 'rejected', userId: 'U0OMAR' } },
      viewer,
    ),
    'approved and never done': endedMessage(
      asked(deletion),
      { kind: 'approved', decision, came: { kind: 'undone' } },
      viewer,
    ),
    'the asker may not any more': endedMessage(
      asked(deletion),
      { kind: 'void', decision: { ...decision, how: 'void' } },
      viewer,
    ),
    expired: endedMessage(
      asked(deletion),
      { kind: 'expired', decision: { ...decision, how: 'expired' } },
      viewer,
    ),
    'that takes one who is in two lists': open(deletion, [DECIDERS, ['S0SECURITY']]),
  };
}
