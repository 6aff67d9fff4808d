import { createdGroupMessage, createdStreamMessage, transferMessage } from '../../../lib/views/changes.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import type { Samples } from './samples.ts';

const group = { kind: 'created_group', name: 'checkout', retentionDays: 7 } as const;
const stream = { kind: 'created_stream', group: 'checkout', name: 'my app' } as const;
const transfer = {
  kind: 'transfer',
  group: 'checkout',
  streams: ['api', 'worker'],
  bucket: 'lts-archive',
  every: '5min',
  isOn: true,
  id: '33333333-3333-4333-8333-333333333333',
} as const;

export function changeMessages(viewer: Viewer): Samples {
  return {
    'a group': createdGroupMessage({ ...group, how: 'answered' }, viewer),
    'a group without an answer': createdGroupMessage({ ...group, retentionDays: 1, how: 'found' }, viewer),
    'a group that was there': createdGroupMessage({ ...group, how: 'existed' }, viewer),
    'a stream': createdStreamMessage({ ...stream, how: 'answered' }, viewer),
    'a stream without an answer': createdStreamMessage({ ...stream, how: 'found' }, viewer),
    'a stream that was there': createdStreamMessage({ ...stream, how: 'existed' }, viewer),
    'a transfer': transferMessage(transfer, viewer),
    'a transfer of one stream, every hour': transferMessage(
      { ...transfer, streams: ['api'], every: '1hour' },
      viewer,
    ),
    'a transfer that is off': transferMessage({ ...transfer, every: '12hour', isOn: false }, viewer),
  };
}
