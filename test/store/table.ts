import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { startDynamoDb } from '../../lib/local/dynamodb.ts';
import type { HttpFault } from '../../lib/local/fault-answer.ts';
import { readHttpFault } from '../../lib/local/fault-fields.ts';
import { Faults } from '../../lib/local/faults.ts';

/** The tables `State` and `Audit` in a DynamoDB that ends with the test. */
export async function openTable() {
  const faults = new Faults<HttpFault>();
  const dynamodb = await startDynamoDb(
    [
      {
        TableName: 'State',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      },
      {
        TableName: 'Audit',
        KeySchema: [
          { AttributeName: 'day', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'day', AttributeType: 'S' },
          { AttributeName: 'at', AttributeType: 'S' },
        ],
      },
    ],
    faults,
  );
  onTestFinished(() => dynamodb.close());
  /** A client as a worker has it, but for the attempts, unless they are given. */
  const connect = (patience: DynamoDBClientConfig = { maxAttempts: 1 }) =>
    DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: dynamodb.url,
        region: 'local',
        credentials: { accessKeyId: 'a', secretAccessKey: 's' },
        ...patience,
      }),
      { marshallOptions: { removeUndefinedValues: true } },
    );
  return {
    connect,
    read: async (id: string) =>
      (await connect().send(new GetCommand({ TableName: 'State', Key: { id } }))).Item,
    /** Lets the next request go wrong. */
    fault: (fields: Parameters<typeof readHttpFault>[0]) =>
      faults.add({ match: {}, times: 1, effect: readHttpFault(fields) }),
  };
}
