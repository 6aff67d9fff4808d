import { beforeEach, expect, it } from 'vitest';
import { ReadQuotaError } from '../../lib/commands/read-quota.ts';
import { createReadQuota } from '../../lib/store/read-quota.ts';
import { catchLines } from '../catch-lines.ts';
import { openTable } from './table.ts';

const START = 1_800_000_000_000;
const stream = { source: 'main', streamId: 's-1' };

let logged: string[];
let now: number;
let table: Awaited<ReturnType<typeof openTable>>;

beforeEach(async () => {
  now = START;
  table = await openTable();
  logged = catchLines();
});

/** One worker's view of the quotas. */
const openQuota = () => createReadQuota(table.connect(), 'State', () => now);

/** Undefined when the read may be made; else how many ms after the start one may be made again. */
async function refusalOf(read: Promise<void>): Promise<number | undefined> {
  try {
    await read;
    return undefined;
  } catch (error) {
    if (error instanceof ReadQuotaError) return error.freeAt - START;
    throw error;
  }
}

it('lets a stream be read as often as is allowed, and says from when on it can be read again', async () => {
  const quota = openQuota();
  const readAt = (ms: number) => {
    now = START + ms;
    return refusalOf(quota.take(stream, 3));
  };
  expect([await readAt(0), await readAt(10_000), await readAt(20_000)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([await readAt(20_000), await readAt(60_999)]).toEqual([61_000, 61_000]);
  expect([await readAt(61_000), await readAt(61_000)]).toEqual([undefined, 71_000]);
  // After a long time nothing has expired here, and all of it is free again.
  const later = [await readAt(9e6), await readAt(9e6), await readAt(9e6), await readAt(9e6)];
  expect(later).toEqual([undefined, undefined, undefined, 9_061_000]);
});

it('no minute, wherever it begins, holds more reads than are allowed', async () => {
  const quota = openQuota();
  const made: number[] = [];
  for (; now < START + 600_000; now += 7_300) {
    if ((await refusalOf(quota.take(stream, 4))) === undefined) made.push(now);
  }
  const spans = made.slice(4).map((time, index) => time - (made[index] ?? 0));
  expect(Math.min(...spans)).toBeGreaterThan(60_000);
  // Reads that were refused take no place.
  expect(made.length).toBeGreaterThan(32);
});

it('of many reads at once by two workers exactly as many pass as are allowed, each time', async () => {
  const workers = [openQuota(), openQuota()];
  const readAtOnce = async () => {
    const reads = Array.from({ length: 8 }, () => workers.map((quota) => refusalOf(quota.take(stream, 10))));
    return (await Promise.all(reads.flat())).filter((refused) => refused === undefined).length;
  };
  expect(await readAtOnce()).toBe(10);
  now += 60_000;
  expect(await readAtOnce()).toBe(0);
  now += 1_000;
  expect(await readAtOnce()).toBe(10);
  expect(logged).toEqual([]);
});

it('streams do not count for each other, nor do sources', async () => {
  const quota = openQuota();
  await quota.take(stream, 1);
  await quota.take({ ...stream, streamId: 's-2' }, 1);
  await quota.take({ ...stream, source: 'other' }, 1);
  expect(await refusalOf(quota.take(stream, 1))).toBe(61_000);
});

it('holds to a limit that was lowered', async () => {
  const quota = openQuota();
  for (let read = 0; read < 10; read += 1) await quota.take(stream, 10);
  now += 61_000;
  await quota.take(stream, 2);
  await quota.take(stream, 2);
  expect(await refusalOf(quota.take(stream, 2))).toBe(122_000);
});

it('what it counted expires when it is of no use any more, in seconds', async () => {
  await openQuota().take(stream, 10);
  now += 500;
  await openQuota().take(stream, 10);
  expect(await table.read('quota#main#s-1#10')).toEqual({
    id: 'quota#main#s-1#10',
    readAt: [START, START + 500],
    expiresAt: 1_800_000_062,
  });
});

it.each([{ status: 500 }, { status: 400, body: { __type: 'ThrottlingException' } }, { abort: true }])(
  'a read goes on uncounted when the table answers with %j, and is counted again some seconds later',
  async (failure) => {
    const quota = openQuota();
    await quota.take(stream, 1);
    table.fault(failure);
    expect(await refusalOf(quota.take(stream, 1))).toBeUndefined();
    expect(logged).toEqual([expect.stringContaining('reads are not counted')]);
    // The table is left alone for a while.
    expect(await refusalOf(quota.take(stream, 1))).toBeUndefined();
    now += 10_000;
    expect(await refusalOf(quota.take(stream, 1))).toBe(61_000);
    expect(logged).toHaveLength(1);
  },
);

it('a table that does not answer in time costs a second, once', async () => {
  const quota = openQuota();
  table.fault({ delayMs: 15_000 });
  const begun = performance.now();
  for (let read = 0; read < 3; read += 1) await quota.take(stream, 1);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(logged).toHaveLength(1);
});
