import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import type { Context } from 'aws-lambda';
import type { DynamoDb } from '../aws/dynamodb.ts';
import { JOB_KEPT_MS } from './expiry.ts';
import { JobRecords } from './job-records.ts';

/**
 * Does the work of a job, and gives what came of it; undefined when it had been done. One attempt works at a time: while
 * another holds the job this throws what `isHeld` knows, for Lambda to come back later. An attempt that fails lets go at
 * once, one that dies after `leaseMs`, or when its time is over.
 */
export type Once = <T>(jobId: string, context: Context, work: () => Promise<T>) => Promise<T | undefined>;

/** Whether another attempt works at the job. */
export function isHeld(error: unknown): boolean {
  return error instanceof IdempotencyAlreadyInProgressError;
}

/** Records in the table `tableName`, by Powertools. */
export function createOnce(dynamodb: DynamoDb, tableName: string, leaseMs: number): Once {
  const persistenceStore = new JobRecords(dynamodb, tableName);
  return async <T>(jobId: string, context: Context, work: () => Promise<T>) => {
    let outcome: T | undefined;
    const config = new IdempotencyConfig({ expiresAfterSeconds: JOB_KEPT_MS / 1_000 });
    // Without it the record of an attempt that was killed would never be let go.
    config.registerLambdaContext({
      ...context,
      getRemainingTimeInMillis: () => Math.min(leaseMs, context.getRemainingTimeInMillis()),
    });
    const run = async (_id: string) => {
      outcome = await work();
      // What is kept of it is that it was done.
      return null;
    };
    await makeIdempotent(run, { persistenceStore, config, keyPrefix: 'once' })(jobId);
    return outcome;
  };
}
