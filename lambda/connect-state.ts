import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ENV, type Environment, setting } from '../lib/config.ts';
import { createAuditTrail } from '../lib/store/audit.ts';
import { openJournal } from '../lib/store/journal.ts';
import { createOnce } from '../lib/store/once.ts';

/** DynamoDB answers in milliseconds. The SDK itself would wait for ever. */
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 1_000, throwOnRequestTimeout: true };

/**
 * The tables of what outlives a function. A table that fails is asked again within milliseconds, one that throttles within
 * 1, 2, 4, 8 … seconds, half of that as a rule. So four attempts take up to 7 s, five 15, and seven more than there is.
 */
export function connectState(environment: Environment, maxAttempts: number) {
  const client = new DynamoDBClient({ maxAttempts, requestHandler });
  const dynamodb = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const table = setting(environment, ENV.stateTable);
  return {
    dynamodb,
    table,
    once: createOnce(client, table, Number(setting(environment, ENV.jobLease))),
    trail: createAuditTrail(dynamodb, setting(environment, ENV.auditTable)),
    journalOf: (jobId: string) => openJournal(dynamodb, table, jobId, Date.now),
  };
}
