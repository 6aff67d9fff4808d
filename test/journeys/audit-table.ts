import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { AuditRecord } from '../../lib/commands/audit.ts';
import type { Journey } from './journey.ts';

const Item = z.extend(AuditRecord, { day: z.string(), at: z.string() });

/** The audit table of a workspace, read past the bot. */
export async function openAudit({ get }: Pick<Journey, 'get'>) {
  const { dynamodb } = await get<{ dynamodb: { endpoint: string; tables: string[] } }>('/local.json');
  const table = dynamodb.tables.find((name) => name.startsWith('Audit'));
  if (!table) throw new Error(`no audit table in ${dynamodb.tables}`);
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: dynamodb.endpoint, region: 'local', credentials }),
  );
  const scan = async () =>
    ((await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }))).Items ?? [])
      .map((item) => z.parse(Item, item))
      .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const seen = new Set((await scan()).map(({ at }) => at));
  return {
    table,
    scan,
    /** The records that have come since they were last asked for, in the order of their jobs. */
    async news() {
      const records = (await scan()).filter(({ at }) => !seen.has(at));
      for (const { at } of records) seen.add(at);
      return records;
    },
  };
}
