import { beforeEach, expect, it } from 'vitest';
import { createJobAudit, factsOf } from '../../lib/access/audit.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import type { Job } from '../../lib/commands/job.ts';
import { catchLines } from '../catch-lines.ts';
import { newTrail } from '../slack/new-trail.ts';

const NOW = 1_800_000_000_000;
const JOB: Job = {
  kind: 'typed',
  text: 'SEEKRIT',
  responseUrl: 'https://hooks.slack.com/SEEKRIT',
  id: '1.2.a',
  requestId: 'r-1',
  teamId: 'T1',
  userId: 'U1',
  channelId: 'C1',
  receivedAt: NOW,
};

let logged: string[];
beforeEach(() => {
  logged = catchLines();
});

it('a record holds what is known when it is made, and the last five of the calls made by then', async () => {
  const trail = newTrail();
  const ltsRequestIds = ['a'];
  const audit = createJobAudit(JOB, { trail, attempt: 2, ltsRequestIds });
  audit.note({ command: 'transfer', verb: 'transfer', group: 'g-1', streams: ['s-1'] });
  await audit.begins();
  ltsRequestIds.push('b', 'c', 'd', 'e', 'f');
  audit.note({ group: 'checkout', streams: ['api'] });
  await audit.ended('ok');
  const asked = { receivedAt: NOW, job: '1.2.a', requestId: 'r-1', user: 'U1', channel: 'C1', team: 'T1' };
  const act = { ...asked, attempt: 2, command: 'transfer', verb: 'transfer' };
  expect(trail.records).toEqual([
    { ...act, phase: 'begun', group: 'g-1', streams: ['s-1'], ltsRequestIds: ['a'] },
    {
      ...act,
      phase: 'ended',
      outcome: 'ok',
      group: 'checkout',
      streams: ['api'],
      ltsRequestIds: ['b', 'c', 'd', 'e', 'f'],
    },
  ]);
});

it('the log says what was recorded, without a name, and nothing that was not', async () => {
  const { add, ...trail } = newTrail();
  let isDown = false;
  const audit = createJobAudit(JOB, {
    trail: { ...trail, add: (record) => (isDown ? Promise.reject(new Error('down')) : add(record)) },
    attempt: 1,
    ltsRequestIds: [],
  });
  audit.note({ command: 'streams', verb: 'read', source: 'main', group: 'checkout' });
  await audit.ended('mistake');
  isDown = true;
  await expect(audit.ended('ok')).rejects.toThrow('down');
  const [line, ...more] = logged;
  const said = { message: 'audit', phase: 'ended', command: 'streams', verb: 'read', source: 'main' };
  expect(JSON.parse(line ?? '')).toMatchObject({ ...said, outcome: 'mistake' });
  expect([line?.includes('checkout'), more]).toEqual([false, []]);
});

it.each([
  ['logs checkout/api "payment failed" level=warn since:1h', { command: 'logs', verb: 'read' }],
  ['streams checkout', { command: 'streams', verb: 'read', group: 'checkout' }],
  ['stream delete a/b', { command: 'delete_stream', verb: 'delete', group: 'a', streams: ['b'] }],
  ['group delete a', { command: 'delete_group', verb: 'delete', group: 'a' }],
  ['use', { command: 'use', verb: 'read' }],
  ['source prod', { command: 'source', verb: 'settings' }],
  ['help', { command: 'help' }],
  ['audit who:me', { command: 'audit', verb: 'audit' }],
])(
  'before anything is looked up, what is known of “%s” are the names that can be nothing else',
  (text, facts) => {
    expect(factsOf(parseCommand(text, { receivedAt: NOW, zone: 'UTC' }))).toEqual(facts);
  },
);
