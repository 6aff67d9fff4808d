import { setTimeout as sleep } from 'node:timers/promises';
import { ChatOpsError } from '../errors.ts';
import { post } from '../post.ts';
import { fromAttributes, toAttributes } from './attribute-values.ts';
import { type AwsAccess, AwsCallError, askAws } from './call.ts';
import { DynamoDbError, pauseAfter } from './dynamodb-failures.ts';

/**
 * A client of DynamoDB with items as plain objects. The AWS SDK's would cost a cold start of the worker more than all
 * else in it together; docs/design.md says what is lost without it.
 */

export type Item = Record<string, unknown>;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html */
interface Input {
  readonly TableName: string;
  readonly Key?: object;
  readonly Item?: object;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: object;
  readonly ExclusiveStartKey?: Item;
  readonly ReturnValues?: 'ALL_NEW';
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly ConsistentRead?: boolean;
}

interface Output {
  readonly Item?: Item;
  readonly Attributes?: Item;
  readonly Items?: readonly Item[];
  readonly LastEvaluatedKey?: Item;
}

export interface DynamoDb {
  /**
   * Asks until `signal` ends it. What DynamoDB throttles, does not answer, or fails at itself is asked again: a write
   * may so be made twice.
   *
   * @throws ConditionFailedError when nothing was written; DynamoDbError, or AwsCallError where no answer came
   */
  send(
    operation: 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query',
    input: Input,
    signal?: AbortSignal,
  ): Promise<Output>;
}

/** The condition does not hold, and nothing is written. */
export class ConditionFailedError extends ChatOpsError {
  readonly code = 'condition_failed';
  /** What is there, where that was asked for; a stand-in for DynamoDB may not say. */
  readonly item: Item | undefined;

  constructor(operation: string, item: Item | undefined) {
    super(`the condition of ${operation} does not hold`);
    this.item = item;
  }
}

export interface Patience {
  /** Of a call, the first included. */
  readonly maxAttempts: number;
  /** For each attempt, in ms; a second unless given. DynamoDB answers within milliseconds. */
  readonly timeoutMs?: number;
}

export function connectDynamoDb(access: AwsAccess, { maxAttempts, timeoutMs = 1_000 }: Patience): DynamoDb {
  return {
    async send(operation, input, signal) {
      const body = JSON.stringify(withAttributes(input));
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await ask(access, operation, body, untilEither(signal, timeoutMs));
        } catch (error) {
          const pause = pauseAfter(error, attempt);
          if (pause === undefined || attempt >= maxAttempts || signal?.aborted) throw error;
          // The attempt after a pause that the signal ends does not leave, and says so.
          await sleep(pause, undefined, signal && { signal }).catch(() => {});
        }
      }
    },
  };
}

function untilEither(signal: AbortSignal | undefined, ms: number): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]);
}

async function ask(access: AwsAccess, operation: string, body: string, signal: AbortSignal): Promise<Output> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
  };
  const call = { service: 'dynamodb', path: '/', headers, body, signal } as const;
  const { status, text } = await askAws(access, call, post);
  if (status === 200) return withoutAttributes(readJson(text) ?? fail(operation));
  const { __type: type = '', Item: item } = readJson(text) ?? {};
  const name = String(type).replace(/^.*#/, '');
  if (name !== 'ConditionalCheckFailedException') throw new DynamoDbError(operation, name, status);
  throw new ConditionFailedError(operation, item ? fromAttributes(Object(item)) : undefined);
}

/** An answer that breaks off, or is none of DynamoDB's, is as good as none. */
function fail(operation: string): never {
  throw new AwsCallError(`dynamodb sent no JSON in answer to ${operation}`);
}

function readJson(text: string): Item | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** What is undefined does not become JSON. */
function withAttributes(input: Input): object {
  const { Key, Item, ExpressionAttributeValues: values, ExclusiveStartKey: start } = input;
  return {
    ...input,
    Key: Key && toAttributes(Key),
    Item: Item && toAttributes(Item),
    ExpressionAttributeValues: values && toAttributes(values),
    ExclusiveStartKey: start && toAttributes(start),
  };
}

function withoutAttributes({ Item, Attributes, Items, LastEvaluatedKey }: Item): Output {
  return {
    ...(Item ? { Item: fromAttributes(Item) } : {}),
    ...(Attributes ? { Attributes: fromAttributes(Attributes) } : {}),
    ...(Array.isArray(Items) && { Items: Items.map(fromAttributes) }),
    ...(LastEvaluatedKey ? { LastEvaluatedKey: fromAttributes(LastEvaluatedKey) } : {}),
  };
}
