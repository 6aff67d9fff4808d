import { expect, it } from 'vitest';
import type { Job } from '../../lib/commands/job.ts';
import type { Result } from '../../lib/commands/result.ts';
import type { Runnable } from '../../lib/commands/run.ts';
import { placeOf } from '../../lib/slack/place.ts';

const asker = {
  id: '1.2.3',
  requestId: 'r',
  teamId: 'T',
  userId: 'U',
  channelId: 'C',
  receivedAt: 0,
  responseUrl: 'https://hooks.slack.com/1',
};
const typed: Job = { ...asker, kind: 'typed', text: '' };
const submitted: Job = { ...asker, kind: 'submitted', callbackId: 'delete', metadata: '', values: {} };
const mentioned: Job = { ...asker, kind: 'mentioned', text: '', ts: '3.0', isDirect: false };
const mentionedInThread: Job = { ...mentioned, threadTs: '1.0' };
const direct: Job = { ...mentioned, isDirect: true };
const inPrivate: Job = { ...asker, kind: 'clicked', value: '', message: { ts: '2.0', isPrivate: true } };
const inChannel: Job = { ...asker, kind: 'clicked', value: '', message: { ts: '2.0', isPrivate: false } };
/** A message that has replies names itself as its thread. */
const onParent: Job = { ...inChannel, message: { ts: '2.0', threadTs: '2.0', isPrivate: false } };
const inThread: Job = { ...inChannel, message: { ts: '2.0', threadTs: '1.0', isPrivate: false } };

const stream = { source: 'main', groupId: 'g', groupName: 'G', streamId: 's', streamName: 'S' };
const search = {
  start: 0,
  end: 1,
  endIsFixed: false,
  words: '',
  labels: {},
  order: 'newest',
  limit: 50,
  isCounted: false,
} as const;
const page: Runnable = { kind: 'page', stream, search, extends: false };
const share: Runnable = { kind: 'share', stream, search };
const reveal: Runnable = { kind: 'reveal', stream, search };
const logs: Runnable = { kind: 'logs', search };
const ask: Runnable = { kind: 'delete_group', group: 'G' };
const form = { kind: 'delete', source: 'main', groupId: 'g', groupName: 'G' } as const;
const list: Runnable = { kind: 'picked_group', source: 'main', groupId: 'g' };
const transfer: Runnable = {
  kind: 'transfer',
  group: 'g',
  streams: ['s'],
  bucket: 'b',
  every: '5min',
  format: 'RAW',
  isOn: true,
};
const approve: Runnable = { kind: 'approve', approvalId: '1.2.3' };
const inPublic = { kind: 'channel' };
const thread = (threadTs: string) => ({ kind: 'thread', threadTs });

it.each([
  ['a typed command', typed, logs, 'private', { kind: 'private' }],
  ['a typed command where answers are public', typed, logs, 'public', inPublic],
  ['help where answers are public', typed, { kind: 'help' }, 'public', { kind: 'private' }],
  ['a mention', mentioned, logs, 'private', thread('3.0')],
  ['a mention in a thread', mentionedInThread, logs, 'private', thread('1.0')],
  ['help for a mention', mentioned, { kind: 'help' }, 'public', { kind: 'private' }],
  ['a form that a mention cannot open', mentioned, ask, 'public', { kind: 'private' }],
  ['a direct message', direct, logs, 'public', { kind: 'private' }],
  [
    'what waits for a second person, asked by name',
    mentioned,
    transfer,
    'private',
    inPublic,
    'approval_asked',
  ],
  ['a form that was not shown where answers are public', typed, ask, 'public', { kind: 'private' }],
  [
    'a form that is not shown again',
    inChannel,
    { ...form, kind: 'open_delete', group: 'g' },
    'private',
    { kind: 'private' },
  ],
  ['what came of a form', submitted, form, 'private', { kind: 'private' }],
  ['what came of a form where answers are public', submitted, form, 'public', inPublic],
  ['a page from a private page', inPrivate, page, 'private', { kind: 'replace' }],
  ['a page from a private page where answers are public', inPrivate, page, 'public', { kind: 'replace' }],
  ['a page from a message in the channel', inChannel, page, 'private', thread('2.0')],
  ['a page from a message that has replies', onParent, page, 'private', thread('2.0')],
  ['a page from a page in a thread', inThread, page, 'private', { kind: 'replace' }],
  ['a share', inPrivate, share, 'private', inPublic],
  ['what is revealed', inPrivate, reveal, 'public', { kind: 'private' }],
  ['what is revealed of a page that others see', inThread, reveal, 'public', { kind: 'private' }],
  ['a list from a private list', inPrivate, list, 'private', { kind: 'private' }],
  ['a list from a message in the channel', inChannel, list, 'private', thread('2.0')],
  ['a list from a message in a thread', inThread, list, 'private', thread('1.0')],
  ['what waits for a second person', typed, transfer, 'private', inPublic, 'approval_asked'],
  ['what a second person decided', inChannel, approve, 'private', { kind: 'replace' }, 'approval_ended'],
] as const)('%s goes where it belongs', (_, job, command, visibility, place, kind?: Result['kind']) => {
  expect(placeOf(job, command, { kind: kind ?? 'page' }, { visibility })).toEqual(place);
});
