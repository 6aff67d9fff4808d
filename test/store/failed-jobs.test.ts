import { expect, it } from 'vitest';
import type { Job } from '../../lib/commands/job.ts';
import { keepFailedJob } from '../../lib/store/failed-jobs.ts';
import { openTable } from './table.ts';

const NOW = 1_800_000_000_000;
const ASKED = {
  id: '1.2.3',
  requestId: 'r',
  teamId: 'T',
  userId: 'U',
  channelId: 'C',
  receivedAt: NOW - 9e4,
};
const SECRET = { responseUrl: 'https://hooks.slack.com/commands/T/SEEKRIT' };

it.each([
  { ...ASKED, kind: 'typed', text: 'groups' } as const,
  { ...ASKED, kind: 'clicked', value: 'v', message: { ts: '1.2', isPrivate: true } } as const,
  { ...ASKED, kind: 'shortcut', message: { ts: '1.2', text: 'it broke' } } as const,
  { ...ASKED, kind: 'shortcut' } as const,
  {
    ...ASKED,
    kind: 'submitted',
    callbackId: 'delete',
    metadata: '{}',
    values: { confirm: 'api' },
  } as const,
])('a failed $kind job is kept for two weeks, without its response_url', async (job) => {
  const table = await openTable();
  const asked: Job = job.kind === 'submitted' ? job : { ...job, ...SECRET };
  await keepFailedJob(table.connect(), 'State', asked, 'RetriesExhausted', NOW);
  const item = await table.read('failed#1.2.3');
  expect(item).toEqual({
    id: 'failed#1.2.3',
    job,
    condition: 'RetriesExhausted',
    failedAt: NOW,
    expiresAt: 1_800_000_000 + 14 * 86_400,
  });
  expect(JSON.stringify(item)).not.toContain('SEEKRIT');
});

it('a job that fails again is kept once', async () => {
  const table = await openTable();
  const job: Job = { ...ASKED, ...SECRET, kind: 'typed', text: 'groups' };
  await keepFailedJob(table.connect(), 'State', job, 'RetriesExhausted', NOW);
  await keepFailedJob(table.connect(), 'State', job, 'EventAgeExceeded', NOW + 1);
  expect(await table.read('failed#1.2.3')).toMatchObject({
    condition: 'EventAgeExceeded',
    failedAt: NOW + 1,
  });
});

it.each([
  ['typed', { kind: 'typed', text: 'logs a/b password=hunter2Xq7 since:1h' }],
  [
    'clicked',
    {
      kind: 'clicked',
      value: '{"v":"page","q":"token: hunter2Xq7","l":[["password","hunter2Xq7"]]}',
      message: { ts: '1.2', isPrivate: true },
    },
  ],
  ['shortcut', { kind: 'shortcut', message: { ts: '1.2', text: 'it broke: password=hunter2Xq7' } }],
  [
    'submitted',
    {
      kind: 'submitted',
      callbackId: 'delete',
      metadata: '{"g":["1","password=hunter2Xq7"]}',
      values: { confirm: 'password=hunter2Xq7', streams: ['secret=hunter2Xq7'], none: null },
    },
  ],
  [
    'modal_clicked',
    {
      kind: 'modal_clicked',
      clickedView: { id: 'V1', hash: 'h1' },
      value: '{"v":"page","q":"token: hunter2Xq7"}',
      metadata: '{"m":["1.2",["password=hunter2Xq7"]]}',
    },
  ],
] as const)('of a %s job no secret is kept', async (_, fields) => {
  const table = await openTable();
  const job: Job = { ...structuredClone(fields), ...ASKED, ...SECRET } as Job;
  await keepFailedJob(table.connect(), 'State', job, 'RetriesExhausted', NOW);
  const item = JSON.stringify(await table.read('failed#1.2.3'));
  expect(item).not.toContain('hunter2');
  expect(item).toContain('[redacted: password]');
});
