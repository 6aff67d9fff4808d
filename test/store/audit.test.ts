import { beforeEach, expect, it } from 'vitest';
import type { AuditRecord } from '../../lib/commands/audit.ts';
import { createAuditTrail } from '../../lib/store/audit.ts';
import { soon } from '../lts/lab.ts';
import { openTable } from './table.ts';

const DAY_MS = 86_400_000;
const MIDNIGHT = Date.UTC(2026, 10, 25);
const NOW = MIDNIGHT + 12 * 3_600_000;
const RECORD: AuditRecord = {
  receivedAt: NOW,
  job: '1.2.a',
  requestId: 'r-1',
  attempt: 1,
  user: 'U1',
  channel: 'C1',
  team: 'T1',
  phase: 'ended',
  command: 'transfer',
  verb: 'transfer',
  source: 'main',
  group: 'checkout',
  streams: ['api', 'web'],
  window: { start: 1, end: 2 },
  detail: { bucket: 'lts-archive' },
  outcome: 'ok',
  ltsRequestIds: ['l-1', 'l-2'],
};

let table: Awaited<ReturnType<typeof openTable>>;
beforeEach(async () => {
  table = await openTable();
});

const open = (patience?: Parameters<typeof table.connect>[0]) =>
  createAuditTrail(table.connect(patience), 'Audit');
const ask = async (since: number, more: { user?: string } = {}) =>
  open().list({ since, until: NOW, ...more }, soon());
const jobsSince = async (since: number, more: { user?: string } = {}) =>
  (await ask(since, more)).records.map(({ job }) => job);
const items = () => table.readAll('Audit');

it('a record is kept under the UTC day and the moment of its request, as it was, for good', async () => {
  await open().add(RECORD);
  expect(await items()).toEqual([
    { day: '2026-11-25', at: '2026-11-25T12:00:00.000Z#1.2.a#ended#ok', ...RECORD },
  ]);
  expect(await ask(NOW)).toEqual({ records: [RECORD], hasMore: false });
});

it('what another attempt records again stays as it was, and another outcome stands beside it', async () => {
  const { outcome: _, ...begun } = RECORD;
  await open().add({ ...begun, phase: 'begun' });
  await open().add(RECORD);
  await open().add({ ...RECORD, attempt: 2, group: 'other' });
  await open().add({ ...RECORD, attempt: 3, outcome: 'failed' });
  const { records } = await ask(NOW);
  expect(records.map(({ phase, outcome, attempt, group }) => [phase, outcome, attempt, group])).toEqual([
    ['ended', 'ok', 1, 'checkout'],
    ['ended', 'failed', 3, 'checkout'],
    ['begun', undefined, 1, 'checkout'],
  ]);
});

it('records are listed newest first, over midnight, with both ends of the time included', async () => {
  const at = [MIDNIGHT - 2 * DAY_MS, MIDNIGHT - 1, MIDNIGHT, NOW, NOW + 1];
  for (const receivedAt of at) await open().add({ ...RECORD, receivedAt, job: String(receivedAt) });
  expect(await jobsSince(MIDNIGHT - 2 * DAY_MS)).toEqual([3, 2, 1, 0].map((index) => String(at[index])));
  expect(await jobsSince(MIDNIGHT - 1)).toEqual([3, 2, 1].map((index) => String(at[index])));
  expect(await jobsSince(MIDNIGHT)).toEqual([3, 2].map((index) => String(at[index])));
});

it.each([
  [50, false],
  [51, true],
])('of %i records the newest 50 are listed, and whether there are more', async (count, hasMore) => {
  const records = Array.from({ length: count }, (_, n) => ({
    ...RECORD,
    job: `${n}.1.a`,
    // In two days.
    receivedAt: NOW - n * 20 * 60_000,
  }));
  await Promise.all(records.map((record) => open().add(record)));
  const expected = { records: records.slice(0, 50), hasMore };
  expect(await ask(NOW - 2 * DAY_MS)).toEqual(expected);
  expect(await ask(NOW - 2 * DAY_MS, { user: 'U1' })).toEqual(expected);
});

it("one person's records are found among those of others", async () => {
  await open().add(RECORD);
  await open().add({ ...RECORD, job: '3.4.b', user: 'U2', receivedAt: NOW - 25 * DAY_MS });
  expect(await jobsSince(NOW - 30 * DAY_MS, { user: 'U2' })).toEqual(['3.4.b']);
  expect(await jobsSince(NOW - 30 * DAY_MS, { user: 'U3' })).toEqual([]);
});

it('a record whose confirmation was lost is there once, and that is a success', async () => {
  table.fault({ truncate: true });
  await open({ maxAttempts: 3 }).add(RECORD);
  expect(await items()).toHaveLength(1);
});

it('a table that fails is a failure, to write and to read', async () => {
  const refusal = { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
  const failure = { name: 'AuditUnavailableError', code: 'audit_unavailable' };
  table.fault(refusal);
  await expect(open().add(RECORD)).rejects.toMatchObject(failure);
  table.fault(refusal);
  await expect(ask(NOW)).rejects.toMatchObject(failure);
});

it('a table that is slow is waited for no longer than three seconds', async () => {
  table.fault({ delayMs: 5_000 });
  const begun = performance.now();
  await expect(open().add(RECORD)).rejects.toMatchObject({ code: 'audit_unavailable' });
  expect(performance.now() - begun).toBeLessThan(4_000);
});
