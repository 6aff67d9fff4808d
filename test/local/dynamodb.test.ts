import { get } from 'node:http';
import { crc32 } from 'node:zlib';
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../lib/local/dynamodb.ts';
import type { HttpFault } from '../../lib/local/fault-answer.ts';
import { readHttpFault } from '../../lib/local/fault-fields.ts';
import { Faults } from '../../lib/local/faults.ts';
import type { Table } from '../../lib/local/lambda/stack.ts';

const STATE: Table = {
  TableName: 'State',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};

const AUDIT: Table = {
  TableName: 'Audit',
  AttributeDefinitions: [
    { AttributeName: 'who', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'N' },
    { AttributeName: 'what', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'who', KeyType: 'HASH' },
    { AttributeName: 'at', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byWhat',
      KeySchema: [
        { AttributeName: 'what', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

const faults = new Faults<HttpFault>();
let server: DynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  server = await startDynamoDb([STATE, AUDIT], faults);
  client = new DynamoDBClient({
    endpoint: server.url,
    region: 'local-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

beforeEach(() => faults.clear());

afterAll(async () => {
  client.destroy();
  await server.close();
});

const addFault = (fields: object) =>
  faults.add({ match: {}, times: 1, effect: readHttpFault({ ...fields }) });

test('the tables are there, and ready, as soon as it has started', async () => {
  expect(server.tables).toEqual(['State', 'Audit']);
  expect((await client.send(new ListTablesCommand())).TableNames?.toSorted()).toEqual(['Audit', 'State']);
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'Audit' }));
  expect(table).toMatchObject({ ...AUDIT, TableStatus: 'ACTIVE' });
});

test('a conditional put succeeds once', async () => {
  const put = () =>
    client.send(
      new PutItemCommand({
        TableName: 'State',
        Item: { id: { S: 'once' }, expiresAt: { N: '1' } },
        ConditionExpression: 'attribute_not_exists(id)',
      }),
    );
  await put();
  await expect(put()).rejects.toThrow(ConditionalCheckFailedException);
});

/** As an idempotency layer takes a key: it is new, or the time of its last use is over. */
const take = (id: string, now: number) =>
  client.send(
    new PutItemCommand({
      TableName: 'State',
      Item: { id: { S: id }, expiresAt: { N: String(now + 10) } },
      ConditionExpression: 'attribute_not_exists(#id) OR #expiry < :now',
      ExpressionAttributeNames: { '#id': 'id', '#expiry': 'expiresAt' },
      ExpressionAttributeValues: { ':now': { N: String(now) } },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  );

test('a key is taken again when its time is over', async () => {
  await take('key', 100);
  await expect(take('key', 110)).rejects.toThrow(ConditionalCheckFailedException);
  await take('key', 111);
  await expect(take('key', 112)).rejects.toThrow(ConditionalCheckFailedException);
});

test('of fifty who want a key at the same time one gets it', async () => {
  const attempts = Array.from({ length: 50 }, () => take('wanted', 100));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('several items are read at once, without those that are not there', async () => {
  for (const id of ['one', 'two']) await take(id, 0);
  const keys = ['one', 'missing', 'two'].map((id) => ({ id: { S: id } }));
  const { Responses: items } = await client.send(
    new BatchGetItemCommand({ RequestItems: { State: { Keys: keys } } }),
  );
  // They come in no order.
  expect(items?.State?.map(({ id }) => id?.S).toSorted()).toEqual(['one', 'two']);
});

test('answers carry the checksum that some SDKs verify', async () => {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': '20260131T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=0',
  };
  const response = await fetch(server.url, { method: 'POST', headers, body: '{}' });
  expect(response.headers.get('x-amz-crc32')).toBe(String(crc32(await response.text())));
});

test('counters that are raised at the same time lose nothing', async () => {
  const raise = () =>
    client.send(
      new UpdateItemCommand({
        TableName: 'State',
        Key: { id: { S: 'counter' } },
        UpdateExpression: 'ADD hits :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    );
  await Promise.all(Array.from({ length: 50 }, raise));
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: 'State', Key: { id: { S: 'counter' } } }),
  );
  expect(item?.hits).toEqual({ N: '50' });
});

test('an index is queried in order', async () => {
  for (const at of [3, 1, 2]) {
    const Item = { who: { S: `U${at}` }, at: { N: String(at) }, what: { S: 'delete' } };
    await client.send(new PutItemCommand({ TableName: 'Audit', Item }));
  }
  const { Items: items } = await client.send(
    new QueryCommand({
      TableName: 'Audit',
      IndexName: 'byWhat',
      KeyConditionExpression: 'what = :what',
      ExpressionAttributeValues: { ':what': { S: 'delete' } },
    }),
  );
  expect(items?.map(({ who }) => who?.S)).toEqual(['U1', 'U2', 'U3']);
});

const read = () => client.send(new GetItemCommand({ TableName: 'State', Key: { id: { S: 'any' } } }));

test('it throttles when a fault says so', async () => {
  const type = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException';
  addFault({ status: 400, body: { __type: type, message: 'too fast' } });
  await expect(read()).rejects.toThrow(ProvisionedThroughputExceededException);
  await expect(read()).resolves.toBeDefined();
});

test.each([{ abort: true }, { truncate: true }])('with %j the connection breaks', async (fault) => {
  addFault(fault);
  await expect(read()).rejects.toThrow();
  await expect(read()).resolves.toBeDefined();
});

test('a late answer is waited for', async () => {
  addFault({ delayMs: 100 });
  const answer = read();
  await expect.poll(() => server.waiting()).toEqual(['POST /']);
  await answer;
  await expect.poll(() => server.waiting()).toEqual([]);
});

test('a write that its caller gave up is done all the same, and then no longer under way', async () => {
  const hasty = new AbortController();
  addFault({ delayMs: 100 });
  const put = client.send(new PutItemCommand({ TableName: 'State', Item: { id: { S: 'late' } } }), {
    abortSignal: hasty.signal,
  });
  await expect.poll(() => server.waiting()).toEqual(['POST /']);
  hasty.abort();
  await expect(put).rejects.toThrow('aborted');
  await expect.poll(() => server.waiting()).toEqual([]);
  const get = new GetItemCommand({ TableName: 'State', Key: { id: { S: 'late' } } });
  expect((await client.send(get)).Item).toEqual({ id: { S: 'late' } });
});

test('a stranger is refused', async () => {
  const statusFor = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      get(server.url, { headers, agent: false }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
    });
  expect(await statusFor({})).toBe(200);
  expect(await statusFor({ host: 'evil.example' })).toBe(403);
  expect(await statusFor({ origin: 'https://evil.example' })).toBe(403);
});

test('a table that cannot be is refused with the reason', async () => {
  const table = { ...STATE, KeySchema: [{ AttributeName: 'other', KeyType: 'HASH' }] };
  await expect(startDynamoDb([table], faults)).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringMatching(/^DynamoDB refuses CreateTable .*"other".*ValidationException/),
  });
});
