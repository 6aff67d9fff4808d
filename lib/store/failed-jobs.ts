import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Job } from '../commands/job.ts';
import { expiresIn } from './expiry.ts';

/** Long enough for somebody to look into it. */
const KEPT_MS = 14 * 24 * 3_600_000;

/** Keeps a job that nothing could be made of, without its response_url, which is a credential. `now` is in ms. */
export async function keepFailedJob(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  job: Job,
  /** Lambda's word, such as `RetriesExhausted`. */
  condition: string,
  now: number,
): Promise<void> {
  const { responseUrl: _responseUrl, ...kept } = { responseUrl: undefined, ...job };
  const Item = {
    id: `failed#${job.id}`,
    job: kept,
    condition,
    failedAt: now,
    expiresAt: expiresIn(KEPT_MS, now),
  };
  await dynamodb.send(new PutCommand({ TableName, Item }));
}
