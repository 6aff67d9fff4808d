import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { EXPIRY_ATTRIBUTE } from '../config.ts';

/**
 * Does the work of a job unless it has been done; `repeat` when it had been. One attempt works at a time: while another
 * holds the job this throws what `isHeld` knows, for Lambda to come back later. An attempt that fails
 * lets go at once, one that dies after `leaseMs`, or when its time is over.
 */
export type Once = (jobId: string, context: Context, work: () => Promise<void>) => Promise<'done' | 'repeat'>;

/** Whether another attempt works at the job. */
export function isHeld(error: unknown): boolean {
  return error instanceof IdempotencyAlreadyInProgressError;
}

/** As long as the journal of a job. */
const KEPT_SECONDS = 24 * 3_600;

/** Records in the table `tableName`, by Powertools. */
export function createOnce(awsSdkV3Client: DynamoDBClient, tableName: string, leaseMs: number): Once {
  const persistenceStore = new DynamoDBPersistenceLayer({
    tableName,
    awsSdkV3Client,
    expiryAttr: EXPIRY_ATTRIBUTE,
  });
  return async (jobId, context, work) => {
    let outcome: 'done' | 'repeat' = 'repeat';
    const config = new IdempotencyConfig({ expiresAfterSeconds: KEPT_SECONDS });
    // Without it the record of an attempt that was killed would never be let go.
    config.registerLambdaContext({
      ...context,
      getRemainingTimeInMillis: () => Math.min(leaseMs, context.getRemainingTimeInMillis()),
    });
    const run = async (_id: string) => {
      await work();
      outcome = 'done';
      return null;
    };
    await makeIdempotent(run, { persistenceStore, config, keyPrefix: 'once' })(jobId);
    return outcome;
  };
}
