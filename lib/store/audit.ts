import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import {
  type AuditAnswer,
  type AuditQuestion,
  AuditRecord,
  type AuditTrail,
  AuditUnavailableError,
} from '../commands/audit.ts';

/** A record takes no more of the time that is left to tell the person. */
const PATIENCE_MS = 3_000;
const MAX_RECORDS = 50;
/** Of up to 1 MB each: the days of a question, and as many again where somebody's records lie far apart. */
const MAX_QUERIES = 62;
const DAY_MS = 86_400_000;

/**
 * The trail in the table `TableName`: a day's records are one partition, in the order in which the requests arrived. All
 * attempts at a job make the same key for the same fact, so that each is recorded once.
 */
export function createAuditTrail(dynamodb: DynamoDb, TableName: string): AuditTrail {
  return {
    add: (record) =>
      attempt(async () => {
        const put = {
          TableName,
          Item: { ...keyOf(record), ...record },
          ConditionExpression: 'attribute_not_exists(#at)',
          ExpressionAttributeNames: { '#at': 'at' },
        };
        await addOnce(dynamodb.send('PutItem', put, AbortSignal.timeout(PATIENCE_MS)));
      }),
    list: (question, signal) => attempt(() => list(dynamodb, TableName, question, signal)),
  };
}

/** What was seen to fail and what was seen to work are two facts, whichever attempt is told of in the end. */
function keyOf({ receivedAt, job, phase, outcome }: AuditRecord) {
  const at = [timeOf(receivedAt), job, phase, ...(outcome === undefined ? [] : [outcome])].join('#');
  return { day: dayOf(receivedAt), at };
}

async function addOnce(put: Promise<unknown>): Promise<void> {
  try {
    await put;
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
  }
}

/** From the newest day backwards. */
async function list(
  dynamodb: DynamoDb,
  TableName: string,
  { since, until, user }: AuditQuestion,
  signal: AbortSignal,
): Promise<AuditAnswer> {
  const records: AuditRecord[] = [];
  let day = dayOf(until);
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  for (let queries = 0; day >= dayOf(since); queries += 1) {
    if (queries === MAX_QUERIES) return { records, hasMore: true };
    const query = {
      TableName,
      KeyConditionExpression: '#day = :day AND #at BETWEEN :since AND :until',
      ExpressionAttributeNames: { '#day': 'day', '#at': 'at', ...(user && { '#user': 'user' }) },
      // Behind the times stands a #, and `$` is the next character.
      ExpressionAttributeValues: {
        ':day': day,
        ':since': timeOf(since),
        ':until': `${timeOf(until)}$`,
        ...(user && { ':user': user }),
      },
      ...(user ? { FilterExpression: '#user = :user' } : { Limit: MAX_RECORDS + 1 - records.length }),
      ...(ExclusiveStartKey && { ExclusiveStartKey }),
      ScanIndexForward: false,
      ConsistentRead: true,
    };
    const { Items = [], LastEvaluatedKey } = await dynamodb.send('Query', query, signal);
    records.push(...Items.map((item) => AuditRecord.parse(item)));
    if (records.length > MAX_RECORDS) return { records: records.slice(0, MAX_RECORDS), hasMore: true };
    ExclusiveStartKey = LastEvaluatedKey;
    if (!LastEvaluatedKey) day = dayOf(Date.parse(day) - DAY_MS);
  }
  return { records, hasMore: false };
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AuditUnavailableError('the audit trail cannot be used', { cause });
  }
}

/** `2026-11-25T09:41:07.512Z` */
function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** The day in UTC, `2026-11-25`. */
function dayOf(ms: number): string {
  return timeOf(ms).slice(0, 10);
}
