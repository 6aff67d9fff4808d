import * as z from 'zod/mini';
import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import { type ReadQuota, ReadQuotaError } from '../commands/read-quota.ts';
import { logError } from '../log.ts';
import { expiresIn } from './expiry.ts';

/** A minute, and a second for clocks that differ and requests that take longer than others. */
const SPAN_MS = 61_000;
/** Counting a read is worth a second of waiting, */
const PATIENCE_MS = 1_000;
/** and when that was in vain, no other before this is over. */
const PAUSE_MS = 10_000;

/**
 * The quotas in the table `TableName`, which all workers share. LTS does not say when its minutes begin, so none
 * of them may hold too many reads: each takes the place of one that is over a minute old.
 *
 * When the table does not answer, reads go on uncounted: LTS itself refuses what is too much, and a counter must not
 * keep a person from the logs.
 */
export function createReadQuota(dynamodb: DynamoDb, TableName: string, now: () => number): ReadQuota {
  let pausedUntil = 0;
  return {
    async take({ source, streamId }, readsPerMinute) {
      if (now() < pausedUntil) return;
      // A list that was made for more reads would let them all through.
      const Key = { id: `quota#${source}#${streamId}#${readsPerMinute}` };
      try {
        await takePlace(dynamodb, { TableName, Key }, readsPerMinute, now());
      } catch (error) {
        if (error instanceof ReadQuotaError) throw error;
        pausedUntil = now() + PAUSE_MS;
        logError('reads are not counted', error);
      }
    },
  };
}

const Oldest = z.object({ readAt: z.tuple([z.number()]) });

/** One write; a second one where a stream is read more often within a minute than it has yet been. */
async function takePlace(
  dynamodb: DynamoDb,
  item: { readonly TableName: string; readonly Key: { readonly id: string } },
  places: number,
  at: number,
): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const expiry = { ':expiresAt': expiresIn(SPAN_MS, at) };
  // An element beyond the end is appended, and all paths are those of the list before the update.
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
  const replaceOldest = {
    ...item,
    UpdateExpression: `SET readAt[${places}] = :at, expiresAt = :expiresAt REMOVE readAt[0]`,
    ConditionExpression: 'readAt[0] <= :ago',
    ExpressionAttributeValues: { ...expiry, ':at': at, ':ago': at - SPAN_MS },
  };
  const append = {
    ...item,
    UpdateExpression: 'SET readAt = list_append(if_not_exists(readAt, :none), :read), expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(readAt) OR size(readAt) < :places',
    ExpressionAttributeValues: { ...expiry, ':none': [], ':read': [at], ':places': places },
  };
  for (const update of [replaceOldest, append]) {
    if (await isDone(dynamodb.send('UpdateItem', update, signal))) return;
  }
  const oldest = { ...item, ProjectionExpression: 'readAt[0]', ConsistentRead: true };
  const { readAt } = Oldest.parse((await dynamodb.send('GetItem', oldest, signal)).Item);
  throw new ReadQuotaError(places, readAt[0] + SPAN_MS);
}

/** False when the condition does not hold. */
async function isDone(update: Promise<unknown>): Promise<boolean> {
  try {
    await update;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}
