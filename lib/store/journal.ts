import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Journal, Past } from '../commands/journal.ts';
import { WriteResult } from '../commands/write-result.ts';
import { expiresIn } from './expiry.ts';

const Item = z.object({
  attempts: z.number(),
  /** The attempt that is about to write, and has not said what came of it. */
  writing: z.optional(z.string()),
  written: z.optional(WriteResult),
  /** The attempt that told the person. */
  telling: z.optional(z.string()),
  shown: z.optional(
    z.object({
      channelId: z.string(),
      ts: z.string(),
      threadTs: z.optional(z.string()),
      total: z.number(),
      hasLeft: z.optional(z.boolean()),
    }),
  ),
});

/** A job lives no longer than its event (5 minutes), its retries and Slack's own; a day is for those who look at it. */
const KEPT_MS = 24 * 3_600_000;

/** The journal of one job, an item of the table `TableName`, for a new attempt at it. `now` is in ms. */
export async function openJournal(
  dynamodb: DynamoDBDocumentClient,
  TableName: string,
  jobId: string,
  now: () => number,
): Promise<Journal> {
  const Key = { id: `job#${jobId}` };
  // Told apart by it, an attempt whose write arrived, and whose answer was lost, may write the same again.
  const me = randomUUID();

  async function update(UpdateExpression: string, values: object, ConditionExpression?: string) {
    const ExpressionAttributeValues = Object.keys(values).length > 0 ? values : undefined;
    const command = new UpdateCommand({
      TableName,
      Key,
      UpdateExpression,
      ReturnValues: 'ALL_NEW',
      ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
      ...(ConditionExpression && { ConditionExpression }),
    });
    return (await dynamodb.send(command)).Attributes;
  }

  /** For one attempt only, whoever comes first. */
  async function claim(name: 'telling' | 'noting'): Promise<boolean> {
    try {
      await update(`SET ${name} = :me`, { ':me': me }, `attribute_not_exists(${name}) OR ${name} = :me`);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  const item = await update('ADD attempts :one SET expiresAt = :expiresAt', {
    ':one': 1,
    ':expiresAt': expiresIn(KEPT_MS, now()),
  });
  return {
    past: toPast(Item.parse(item)),
    writeBegins: async () => void (await update('SET writing = :me', { ':me': me })),
    writeEnded: async (written) => {
      if (written) await update('SET written = :written REMOVE writing', { ':written': written });
      else await update('REMOVE writing', {});
    },
    exportShown: async (shown) => void (await update('SET shown = :shown', { ':shown': shown })),
    mayTell: () => claim('telling'),
    notTold: async () => void (await update('REMOVE telling', {})),
    mayNote: () => claim('noting'),
  };
}

function toPast({ attempts, writing, written, telling, shown }: z.infer<typeof Item>): Past {
  return {
    attempt: attempts,
    isWriteOpen: writing !== undefined,
    isTold: telling !== undefined,
    ...(written && { written }),
    ...(shown && { shown }),
  };
}
