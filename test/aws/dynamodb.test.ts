import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patience } from '../../lib/aws/dynamodb.ts';
import { soon } from '../lts/lab.ts';
import { openTable } from '../store/table.ts';

const Item = { id: 'a', count: 1 };
const put = { TableName: 'State', Item };
const update = {
  TableName: 'State',
  Key: { id: 'a' },
  UpdateExpression: 'ADD #count :one',
  ExpressionAttributeNames: { '#count': 'count' },
  ExpressionAttributeValues: { ':one': 1 },
};

it('what is put is there for every client as it was, but for what is undefined, and is read as it was', async () => {
  const table = await openTable();
  const dynamodb = table.connect();
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie('any'), { maxKeys: 3 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, async (one) => {
      const item = { id: 'a', one: { '': one, list: [one] } };
      await dynamodb.send('PutItem', { ...put, Item: { ...item, none: undefined } });
      expect(await table.read('a')).toEqual(item);
      const { Item: read } = await dynamodb.send('GetItem', { TableName: 'State', Key: { id: 'a' } });
      expect(read).toEqual(item);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['what is no number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a number that JavaScript rounds', 2 ** 53],
  ['a bigint', 1n],
  ['a function', () => {}],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['bytes', new Uint8Array(1)],
  ['what is undefined in a list', [undefined]],
])('%s is not put', async (_, value) => {
  const table = await openTable();
  const putting = table.connect().send('PutItem', { ...put, Item: { id: 'a', value } });
  await expect(putting).rejects.toMatchObject({ code: 'attribute_value' });
  expect(await table.readAll('State')).toEqual([]);
});

it.each([
  ['a number that JavaScript would round', { N: '9007199254740993' }],
  ['a set', { SS: ['a'] }],
  ['bytes', { B: 'AA==' }],
])('%s is not read', async (_, value) => {
  const table = await openTable();
  table.fault({ status: 200, body: { Item: { value } } });
  const read = table.connect({ maxAttempts: 2 }).send('GetItem', { TableName: 'State', Key: { id: 'a' } });
  await expect(read).rejects.toMatchObject({ code: 'attribute_value' });
});

it('as much as DynamoDB holds in an item is put and read whole', async () => {
  const dynamodb = (await openTable()).connect();
  const item = { id: 'a', text: '日'.repeat(133_000) };
  await dynamodb.send('PutItem', { TableName: 'State', Item: item });
  const { Item: read } = await dynamodb.send('GetItem', { TableName: 'State', Key: { id: 'a' } });
  expect(read).toEqual(item);
});

describe('a call is made again', () => {
  const often: Patience = { maxAttempts: 3, timeoutMs: 300 };

  it.each([
    ['fails', { status: 500, body: { __type: 'InternalServerError' } }],
    ['is down', { status: 503, body: 'no' }],
    ['throttles', { status: 400, body: { __type: 'com.amazonaws.dynamodb#ThrottlingException' } }],
    ['has no capacity', { status: 400, body: { __type: 'ProvisionedThroughputExceededException' } }],
    ['has had too many requests', { status: 400, body: { __type: 'RequestLimitExceeded' } }],
    ['breaks off', { abort: true }],
    ['breaks off in the middle', { truncate: true }],
    ['sends no JSON', { status: 200, body: 'ok' }],
    ['is slow', { delayMs: 2_000 }],
  ])('when DynamoDB %s', async (_, fault) => {
    const table = await openTable();
    await table.connect().send('PutItem', put);
    table.fault(fault);
    const { Attributes } = await table
      .connect(often)
      .send('UpdateItem', { ...update, ReturnValues: 'ALL_NEW' });
    // What was answered in vain may have been done.
    expect([2, 3]).toContain(Attributes?.count);
  });

  it('no more often than it may', async () => {
    const table = await openTable();
    for (let n = 0; n < 3; n += 1) table.fault({ status: 500, body: { __type: 'InternalServerError' } });
    await expect(table.connect(often).send('PutItem', put)).rejects.toMatchObject({ status: 500 });
    await table.connect().send('PutItem', put);
  });

  it('not when DynamoDB refuses, and what it says of the item is not repeated', async () => {
    const table = await openTable();
    table.fault({ status: 400, body: { __type: 'ValidationException', message: 'SEEKRIT is none' } });
    const refused = table.connect(often).send('PutItem', put);
    await expect(refused).rejects.toThrow(/^DynamoDB answered 400 ValidationException to PutItem$/);
    expect(await table.readAll('State')).toEqual([]);
  });

  it('not after the signal of the caller', async () => {
    const table = await openTable();
    for (let n = 0; n < 3; n += 1) table.fault({ delayMs: 2_000 });
    const begun = performance.now();
    const sent = table.connect({ maxAttempts: 3 }).send('PutItem', put, AbortSignal.timeout(100));
    await expect(sent).rejects.toMatchObject({ code: 'aws_call' });
    expect(performance.now() - begun).toBeLessThan(900);
  });

  it('nor does a pause go on after it', async () => {
    const table = await openTable();
    for (let n = 0; n < 9; n += 1) table.fault({ status: 400, body: { __type: 'ThrottlingException' } });
    const begun = performance.now();
    const sent = table.connect({ maxAttempts: 9 }).send('PutItem', put, AbortSignal.timeout(100));
    await expect(sent).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(900);
  });
});

it('a condition that does not hold is a failure of its own, and writes nothing', async () => {
  const table = await openTable();
  const dynamodb = table.connect();
  const once = { ...put, ConditionExpression: 'attribute_not_exists(id)' };
  await dynamodb.send('PutItem', once);
  const again = dynamodb.send('PutItem', { ...once, Item: { id: 'a', count: 2 } });
  await expect(again).rejects.toMatchObject({ code: 'condition_failed' });
  expect(await table.read('a')).toEqual(Item);
});

it('a condition that does not hold says what is there, where that was asked for', async () => {
  const table = await openTable();
  const __type = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';
  table.fault({ status: 400, body: { __type, Item: { id: { S: 'a' }, count: { N: '1' } } } });
  const refused = table.connect().send('PutItem', { ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
  await expect(refused).rejects.toMatchObject({ code: 'condition_failed', item: Item });
});

it('pages of a query are asked for by the key at which the last one ended', async () => {
  const dynamodb = (await openTable()).connect();
  for (const at of ['1', '2', '3']) {
    await dynamodb.send('PutItem', { TableName: 'Audit', Item: { day: 'd', at } });
  }
  const query = {
    TableName: 'Audit',
    KeyConditionExpression: '#day = :day',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: { ':day': 'd' },
    Limit: 2,
  };
  const first = await dynamodb.send('Query', query, soon());
  const { LastEvaluatedKey: ExclusiveStartKey = {} } = first;
  const second = await dynamodb.send('Query', { ...query, ExclusiveStartKey }, soon());
  expect([...(first.Items ?? []), ...(second.Items ?? [])].map(({ at }) => at)).toEqual(['1', '2', '3']);
  expect(second.LastEvaluatedKey).toBeUndefined();
});
