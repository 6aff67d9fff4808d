import { setTimeout as sleep } from 'node:timers/promises';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOnce } from '../../lib/store/once.ts';
import { openTable } from './table.ts';

const HELD = 'IdempotencyAlreadyInProgressError';
const LEASE_MS = 300;

let table: Awaited<ReturnType<typeof openTable>>;
let worked: string[];
beforeEach(async () => {
  table = await openTable();
  worked = [];
});

/** All that is read of a function's context. */
const contextWith = (leftMs: number) => ({ getRemainingTimeInMillis: () => leftMs }) as unknown as Context;

/** One attempt, by a container of its own. */
async function attempt(
  name: string,
  {
    jobId = '1.2.3',
    leaseMs = 60_000,
    leftMs = 60_000,
    work = async () => {},
    client = table.connect(),
  } = {},
) {
  const once = createOnce(client, 'State', leaseMs);
  const outcome = await once(jobId, contextWith(leftMs), async () => {
    worked.push(name);
    await work();
    return 'done';
  });
  return outcome ?? 'repeat';
}

/** An attempt that dies at its work: nobody hears of it again. */
async function die(limits: { readonly leaseMs?: number; readonly leftMs?: number }) {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const work = async () => {
    resolve();
    await new Promise<void>(() => {});
  };
  void attempt('dead', { ...limits, work });
  await begun;
}

it('a job is done once, and every later attempt is a repeat', async () => {
  expect([await attempt('first'), await attempt('second'), await attempt('third')]).toEqual([
    'done',
    'repeat',
    'repeat',
  ]);
  expect(worked).toEqual(['first']);
});

it('jobs do not stand in for each other', async () => {
  expect([await attempt('first', { jobId: '1.1' }), await attempt('second', { jobId: '1.2' })]).toEqual([
    'done',
    'done',
  ]);
});

it('of two attempts at once one works, and the other one is to come back', async () => {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const attempts = [attempt('one', { work: () => over }), attempt('other', { work: () => over })];
  await expect(Promise.any(attempts.map((each) => each.catch((error) => error.name)))).resolves.toBe(HELD);
  end();
  expect((await Promise.allSettled(attempts)).map(({ status }) => status).toSorted()).toEqual([
    'fulfilled',
    'rejected',
  ]);
  expect(worked).toHaveLength(1);
  expect(await attempt('later')).toBe('repeat');
});

it('an attempt that fails says why, and lets go at once', async () => {
  const work = async () => {
    throw new TypeError('no luck');
  };
  await expect(attempt('first', { work })).rejects.toThrow(new TypeError('no luck'));
  expect(await attempt('second')).toBe('done');
  expect(worked).toEqual(['first', 'second']);
});

it.each([
  ['its lease is over', { leaseMs: LEASE_MS }],
  ['its time is over', { leftMs: LEASE_MS }],
])('an attempt that died holds the job until %s', async (_, limits) => {
  await die(limits);
  await expect(attempt('too early')).rejects.toThrow(expect.objectContaining({ name: HELD }));
  await sleep(LEASE_MS + 50);
  expect(await attempt('heir')).toBe('done');
  expect(worked).toEqual(['dead', 'heir']);
});

it('one that lived past its lease, and was taken over from, takes nothing back', async () => {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const slow = attempt('slow', { leaseMs: LEASE_MS, work: () => over });
  await sleep(LEASE_MS + 50);
  expect(await attempt('heir')).toBe('done');
  end();
  expect(await slow).toBe('done');
  expect(await attempt('later')).toBe('repeat');
});

it('an attempt whose hold was written and never confirmed does not work, and lets go with its lease', async () => {
  const client = table.connect({ maxAttempts: 3 });
  table.fault({ truncate: true });
  // Nobody can tell whose hold it is.
  await expect(attempt('unsure', { leaseMs: LEASE_MS, client })).rejects.toThrow(
    expect.objectContaining({ name: HELD }),
  );
  await sleep(LEASE_MS + 50);
  expect(await attempt('next')).toBe('done');
  expect(worked).toEqual(['next']);
});

it('a hold that is written late, when the attempt has asked again, keeps nobody from working', async () => {
  table.fault({ delayMs: 400 });
  expect(await attempt('first', { client: table.connect({ maxAttempts: 3, timeoutMs: 200 }) })).toBe('done');
  await sleep(300);
  expect(await attempt('second')).toBe('repeat');
});

describe('records are those of Powertools’ own layer:', () => {
  /** One attempt through that layer, as `attempt` is through ours. */
  async function attemptByPowertools(name: string, { leaseMs = 60_000, work = async () => {} } = {}) {
    const config = new IdempotencyConfig({ expiresAfterSeconds: 86_400 });
    config.registerLambdaContext(contextWith(leaseMs));
    const persistenceStore = new DynamoDBPersistenceLayer({
      tableName: 'State',
      awsSdkV3Client: table.client,
      expiryAttr: 'expiresAt',
    });
    const run = async (_id: string) => {
      worked.push(name);
      await work();
      return null;
    };
    await makeIdempotent(run, { persistenceStore, config, keyPrefix: 'once' })('1.2.3');
  }

  it('what it has done is a repeat here, and the other way round', async () => {
    await attemptByPowertools('theirs');
    expect(await attempt('ours')).toBe('repeat');
    await attempt('ours', { jobId: '4.5.6' });
    const [one, other] = (await table.readAll('State')).map((item) => Object.keys(item).toSorted());
    // A result of null is kept there, and nobody asks for it.
    expect(one?.filter((name) => name !== 'data')).toEqual(other?.filter((name) => name !== 'data'));
    expect(worked).toEqual(['theirs', 'ours']);
  });

  it('what one of them holds the other one does not have, until its lease is over', async () => {
    await die({ leaseMs: LEASE_MS });
    await expect(attemptByPowertools('too early')).rejects.toThrow(expect.objectContaining({ name: HELD }));
    await sleep(LEASE_MS + 50);
    const never = async () => new Promise<void>(() => {});
    void attemptByPowertools('dead too', { leaseMs: LEASE_MS, work: never });
    await expect.poll(() => worked).toEqual(['dead', 'dead too']);
    await expect(attempt('too early')).rejects.toThrow(expect.objectContaining({ name: HELD }));
    await sleep(LEASE_MS + 50);
    expect(await attempt('heir')).toBe('done');
  });

  it('what expired, and is not tidied up yet, holds nobody back', async () => {
    await attempt('first');
    const [record] = await table.readAll('State');
    const Item = { ...record, id: String(record?.id), expiresAt: Math.floor(Date.now() / 1_000) - 1 };
    await table.connect().send('PutItem', { TableName: 'State', Item });
    expect(await attempt('second')).toBe('done');
  });

  it('what DynamoDB says of who holds it needs no second question', async () => {
    const inprogress = { id: { S: 'x' }, status: { S: 'INPROGRESS' }, expiresAt: { N: '99999999999' } };
    const __type = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';
    table.fault({ status: 400, body: { __type, Item: inprogress } });
    // There is no record, so whoever asked for it would not find it.
    await expect(attempt('first')).rejects.toThrow(expect.objectContaining({ name: HELD }));
  });
});

it('a table that cannot be asked fails the attempt before it works', async () => {
  table.fault({ status: 400, body: { __type: 'ThrottlingException', message: 'slow down' } });
  await expect(attempt('first')).rejects.toThrow('Failed to save in progress record');
  expect(worked).toEqual([]);
});

it('what was done and could not be recorded is a failure, and may be attempted again after the lease', async () => {
  const work = async () => table.fault({ status: 500 });
  await expect(attempt('first', { leaseMs: LEASE_MS, work })).rejects.toThrow('Failed to update success');
  await sleep(LEASE_MS + 50);
  expect(await attempt('second')).toBe('done');
  expect(worked).toEqual(['first', 'second']);
});

it('the record expires after a day, in seconds, and holds nothing of the job', async () => {
  const before = Math.floor(Date.now() / 1_000);
  await attempt('first', { jobId: 'trigger-SEEKRIT' });
  const items = await table.readAll('State');
  expect(items).toHaveLength(1);
  expect(items[0]?.expiresAt - before).toBeGreaterThanOrEqual(86_399);
  expect(items[0]?.expiresAt - before).toBeLessThanOrEqual(86_405);
  expect(JSON.stringify(items)).not.toContain('SEEKRIT');
});
