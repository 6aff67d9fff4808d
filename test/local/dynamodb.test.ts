import { get } from 'node:http';
import {
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
  await Promise.all(Array.from({ length: 20 }, raise));
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: 'State', Key: { id: { S: 'counter' } } }),
  );
  expect(item?.hits).toEqual({ N: '20' });
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
