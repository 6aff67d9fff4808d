import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import { type Journal, OvertakenError, type Past, ShownExport } from '../commands/journal.ts';
import { WriteResult } from '../commands/write-result.ts';
import { redactText } from '../redaction/log-lines.ts';
import { expiresIn, JOB_KEPT_MS } from './expiry.ts';

const Item = z.object({
  attempts: z.number(),
  /** The attempt that is about to write, and has not said what came of it. */
  writing: z.optional(z.string()),
  /** The source of that write. */
  writingTo: z.optional(z.string()),
  written: z.optional(WriteResult),
  /** The attempt that told the person. */
  telling: z.optional(z.string()),
  shown: z.optional(ShownExport),
});

/** The journal of one job, an item of the table `TableName`, for a new attempt at it. `now` is in ms. */
export async function openJournal(
  dynamodb: DynamoDb,
  TableName: string,
  jobId: string,
  now: () => number,
): Promise<Journal> {
  const Key = { id: `job#${jobId}` };
  // The client repeats a claim whose answer was lost: this attempt then finds its own.
  const me = randomUUID();

  async function update(UpdateExpression: string, values: object, ConditionExpression?: string) {
    const ExpressionAttributeValues = Object.keys(values).length > 0 ? values : undefined;
    const input = {
      TableName,
      Key,
      UpdateExpression,
      ReturnValues: 'ALL_NEW' as const,
      ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
      ...(ConditionExpression && { ConditionExpression }),
    };
    return (await dynamodb.send('UpdateItem', input)).Attributes;
  }

  /** False when the condition does not hold, and nothing is written. */
  async function updateIf(condition: string, expression: string, values: object = {}): Promise<boolean> {
    try {
      await update(expression, { ':me': me, ...values }, condition);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailedError) return false;
      throw error;
    }
  }

  const item = await update('ADD attempts :one SET newest = :me, expiresAt = :expiresAt', {
    ':one': 1,
    ':expiresAt': expiresIn(JOB_KEPT_MS, now()),
    ':me': me,
  });
  return {
    past: toPast(Item.parse(item)),
    writeBegins: async (source) => {
      // What an attempt has found is all that happened, as long as no other one has begun since.
      if (!(await updateIf('newest = :me', 'SET writing = :me, writingTo = :source', { ':source': source })))
        throw new OvertakenError('another attempt has taken over');
    },
    writeEnded: async (written) => {
      if (written)
        await update('SET written = :written REMOVE writing', { ':written': withoutSecrets(written) });
      else await updateIf('newest = :me OR writing = :me', 'REMOVE writing, writingTo');
    },
    exportShown: async (shown) => void (await update('SET shown = :shown', { ':shown': shown })),
    mayTell: () => updateIf('attribute_not_exists(telling) OR telling = :me', 'SET telling = :me'),
    notTold: async () => void (await updateIf('telling = :me', 'REMOVE telling')),
    mayNote: () =>
      updateIf(
        'attribute_not_exists(telling) AND (attribute_not_exists(noting) OR noting = :me)',
        'SET noting = :me',
      ),
  };
}

function toPast({ attempts, writing, writingTo, written, telling, shown }: z.infer<typeof Item>): Past {
  return {
    attempt: attempts,
    isWriteOpen: writing !== undefined,
    isTold: telling !== undefined,
    ...(writingTo !== undefined && { writeSource: writingTo }),
    ...(written && { written }),
    ...(shown && { shown }),
  };
}

/** Names are only shown, and as they are shown. */
function withoutSecrets(written: WriteResult): WriteResult {
  const redacted: unknown = JSON.parse(JSON.stringify(written), (_name, part) =>
    typeof part === 'string' ? redactText(part) : part,
  );
  return WriteResult.parse(redacted);
}
