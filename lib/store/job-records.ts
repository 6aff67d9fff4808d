import {
  IdempotencyItemAlreadyExistsError,
  IdempotencyItemNotFoundError,
  IdempotencyRecordStatus,
} from '@aws-lambda-powertools/idempotency';
import { BasePersistenceLayer, IdempotencyRecord } from '@aws-lambda-powertools/idempotency/persistence';
import * as z from 'zod/mini';
import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import { EXPIRY_ATTRIBUTE } from '../config.ts';

const Item = z.object({
  id: z.string(),
  status: z.enum(IdempotencyRecordStatus),
  [EXPIRY_ATTRIBUTE]: z.number(),
  /** In ms. */
  in_progress_expiration: z.optional(z.number()),
});

/** Nobody holds it: it is not there, or was left alone for long enough. Then an attempt may. */
const IS_FREE =
  'attribute_not_exists(id) OR #expiry < :now OR ' +
  '(#status = :inprogress AND attribute_exists(in_progress_expiration) AND in_progress_expiration < :nowMs)';

const NAMES = { '#status': 'status', '#expiry': EXPIRY_ATTRIBUTE };

/**
 * Where Powertools keeps its records: items of the table `TableName`, as its own layer for DynamoDB writes them. That
 * one needs the AWS SDK.
 */
export class JobRecords extends BasePersistenceLayer {
  readonly #dynamodb: DynamoDb;
  readonly #table: string;

  constructor(dynamodb: DynamoDb, table: string) {
    super();
    this.#dynamodb = dynamodb;
    this.#table = table;
  }

  protected async _putRecord(record: IdempotencyRecord): Promise<void> {
    const now = Date.now();
    const { idempotencyKey: id, expiryTimestamp, inProgressExpiryTimestamp } = record;
    const put = {
      TableName: this.#table,
      Item: {
        id,
        status: record.getStatus(),
        [EXPIRY_ATTRIBUTE]: expiryTimestamp,
        in_progress_expiration: inProgressExpiryTimestamp,
      },
      ConditionExpression: IS_FREE,
      ExpressionAttributeNames: NAMES,
      ExpressionAttributeValues: {
        ':now': now / 1_000,
        ':nowMs': now,
        ':inprogress': IdempotencyRecordStatus.INPROGRESS,
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    try {
      await this.#dynamodb.send('PutItem', put);
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error;
      const { item } = error;
      throw new IdempotencyItemAlreadyExistsError('there is a record', item && toRecord(item));
    }
  }

  protected async _getRecord(id: string): Promise<IdempotencyRecord> {
    const get = { TableName: this.#table, Key: { id }, ConsistentRead: true };
    const { Item: item } = await this.#dynamodb.send('GetItem', get);
    if (!item) throw new IdempotencyItemNotFoundError();
    return toRecord(item);
  }

  protected async _updateRecord(record: IdempotencyRecord): Promise<void> {
    await this.#dynamodb.send('UpdateItem', {
      TableName: this.#table,
      Key: { id: record.idempotencyKey },
      UpdateExpression: 'SET #expiry = :expiry, #status = :status',
      ExpressionAttributeNames: NAMES,
      ExpressionAttributeValues: { ':expiry': record.expiryTimestamp, ':status': record.getStatus() },
    });
  }

  protected async _deleteRecord({ idempotencyKey: id }: IdempotencyRecord): Promise<void> {
    await this.#dynamodb.send('DeleteItem', { TableName: this.#table, Key: { id } });
  }
}

function toRecord(item: object): IdempotencyRecord {
  const { id, status, in_progress_expiration: inProgress, ...expiry } = Item.parse(item);
  return new IdempotencyRecord({
    idempotencyKey: id,
    status,
    expiryTimestamp: expiry[EXPIRY_ATTRIBUTE],
    ...(inProgress !== undefined && { inProgressExpiryTimestamp: inProgress }),
  });
}
