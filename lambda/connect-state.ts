import { connectDynamoDb } from '../lib/aws/dynamodb.ts';
import { ENV, type Environment, setting } from '../lib/config.ts';
import { createAuditTrail } from '../lib/store/audit.ts';
import { openJournal } from '../lib/store/journal.ts';
import { createOnce } from '../lib/store/once.ts';
import { awsAccess } from './aws-access.ts';

/**
 * The tables of what outlives a function. A table that fails is asked again within milliseconds, one that throttles within
 * 1, 2, 4, 8 … seconds, half of that as a rule. So four attempts take up to 7 s, five 15, and seven more than there is.
 */
export function connectState(environment: Environment, maxAttempts: number) {
  const dynamodb = connectDynamoDb(awsAccess(environment), { maxAttempts });
  const table = setting(environment, ENV.stateTable);
  return {
    dynamodb,
    table,
    once: createOnce(dynamodb, table, Number(setting(environment, ENV.jobLease))),
    trail: createAuditTrail(dynamodb, setting(environment, ENV.auditTable)),
    journalOf: (jobId: string) => openJournal(dynamodb, table, jobId, Date.now),
  };
}
