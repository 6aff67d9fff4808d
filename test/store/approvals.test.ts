import { expect, it } from 'vitest';
import type { Approval, Decision } from '../../lib/commands/approval.ts';
import { createApprovals } from '../../lib/store/approvals.ts';
import { openTable } from './table.ts';

const NOW = 1_800_000_000_000;
const approval: Approval = {
  id: '1.2.3',
  asks: {
    kind: 'delete',
    source: 'prod',
    groupId: 'g-1',
    groupName: 'payments',
    stream: { id: 's-1', name: 'ledger' },
  },
  userId: 'U0OMAR',
  teamId: 'T1',
  channelId: 'C1',
  askedAt: NOW,
};
const approved: Decision = { how: 'approved', userId: 'U0ANWEN', at: NOW + 1, jobId: '4.5.6' };

async function open() {
  const table = await openTable();
  return { table, approvals: createApprovals(table.connect(), 'State', () => NOW) };
}

it('gives back what was asked for, and nothing for what was not', async () => {
  const { approvals } = await open();
  await approvals.ask(approval);
  expect(await approvals.find('1.2.3')).toEqual(approval);
  expect(await approvals.find('7.8.9')).toBeUndefined();
});

it('asks once, however often the job is repeated, and forgets no decision over it', async () => {
  const { approvals } = await open();
  await approvals.ask(approval);
  await approvals.decide('1.2.3', approved);
  await approvals.ask({ ...approval, askedAt: NOW + 9 });
  expect(await approvals.find('1.2.3')).toEqual({ ...approval, decision: approved });
});

it('holds the first decision, for those at the same moment too', async () => {
  const { approvals } = await open();
  await approvals.ask(approval);
  const clicks = ['a', 'b', 'c', 'd'].map((jobId, index): Decision => {
    return { ...approved, how: index % 2 ? 'rejected' : 'approved', jobId };
  });
  const held = await Promise.all(clicks.map((decision) => approvals.decide('1.2.3', decision)));
  expect(new Set(held.map(({ jobId }) => jobId)).size).toBe(1);
  expect((await approvals.find('1.2.3'))?.decision).toEqual(held[0]);
});

it('lets a repeat of the click that decided know that it did', async () => {
  const { approvals } = await open();
  await approvals.ask(approval);
  await approvals.decide('1.2.3', approved);
  expect(await approvals.decide('1.2.3', { ...approved, at: NOW + 99 })).toEqual(approved);
});

it('decides nothing that was never asked', async () => {
  const { approvals } = await open();
  await expect(approvals.decide('7.8.9', approved)).rejects.toThrow('went while it was decided');
});

it('is kept for a day', async () => {
  const { approvals, table } = await open();
  await approvals.ask(approval);
  expect(await table.read('approval#1.2.3')).toMatchObject({ expiresAt: NOW / 1_000 + 86_400 });
});
