import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import { Approval, type Approvals } from '../commands/approval.ts';
import { ChatOpsError } from '../errors.ts';
import { expiresIn, JOB_KEPT_MS } from './expiry.ts';

class ApprovalLostError extends ChatOpsError {
  readonly code = 'approval_lost';
}

/** What waits for a second person, an item each of the table `TableName`. `now` is in ms. */
export function createApprovals(dynamodb: DynamoDb, TableName: string, now: () => number): Approvals {
  const keyOf = (id: string) => ({ id: `approval#${id}` });

  async function find(id: string): Promise<Approval | undefined> {
    // The button may be clicked as soon as the message is there.
    const get = { TableName, Key: keyOf(id), ConsistentRead: true };
    const { Item } = await dynamodb.send('GetItem', get);
    return Item && Approval.parse(Item.approval);
  }

  return {
    find,

    async ask(approval) {
      const Item = { ...keyOf(approval.id), approval, expiresAt: expiresIn(JOB_KEPT_MS, now()) };
      const put = { TableName, Item, ConditionExpression: 'attribute_not_exists(id)' };
      if (await unlessRefused(dynamodb.send('PutItem', put))) return approval;
      return (await find(approval.id)) ?? approval;
    },

    async decide(id, decision) {
      const update = {
        TableName,
        Key: keyOf(id),
        UpdateExpression: 'SET approval.decision = :decision',
        ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(approval.decision)',
        ExpressionAttributeValues: { ':decision': decision },
      };
      if (await unlessRefused(dynamodb.send('UpdateItem', update))) return decision;
      const first = (await find(id))?.decision;
      if (!first) throw new ApprovalLostError('an approval went while it was decided');
      return first;
    },
  };
}

/** False when the condition does not hold, and nothing is written. */
async function unlessRefused(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailedError) return false;
    throw error;
  }
}
