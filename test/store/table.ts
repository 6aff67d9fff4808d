import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { connectDynamoDb, type Patience } from '../../lib/aws/dynamodb.ts';
import { startDynamoDb } from '../../lib/local/dynamodb.ts';
import type { HttpFault } from '../../lib/local/fault-answer.ts';
import { readHttpFault } from '../../lib/local/fault-fields.ts';
import { Faults, type Match } from '../../lib/local/faults.ts';

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
  const keys = { accessKeyId: 'a', secretAccessKey: 's' };
  /** A client as a worker has it, but for the attempts, unless they are given. */
  const connect = (patience: Patience = { maxAttempts: 1 }) =>
    connectDynamoDb(
      { region: 'local', ...keys, sessionToken: undefined, endpoints: { dynamodb: dynamodb.url } },
      patience,
    );
  // The AWS SDK's own: what is there is looked at with it, for it shares no mistake of ours.
  const client = new DynamoDBClient({ endpoint: dynamodb.url, region: 'local', credentials: keys });
  const sdk = DynamoDBDocumentClient.from(client);
  return {
    connect,
    client,
    sdk,
    read: async (id: string) => (await sdk.send(new GetCommand({ TableName: 'State', Key: { id } }))).Item,
    readAll: async (TableName: 'State' | 'Audit') =>
      (await sdk.send(new ScanCommand({ TableName }))).Items ?? [],
    /** Lets the next request go wrong, or the next one that matches. */
    fault: (fields: Parameters<typeof readHttpFault>[0], match: Match = {}) =>
      faults.add({ match, times: 1, effect: readHttpFault(fields) }),
  };
}
