import { ChatOpsError } from '../errors.ts';
import { AwsCallError } from './call.ts';

/** DynamoDB refused, or failed. */
export class DynamoDbError extends ChatOpsError {
  readonly code = 'dynamodb';
  /** DynamoDB's own word for why, such as `ThrottlingException`. */
  readonly type: string;
  readonly status: number;

  constructor(operation: string, type: string, status: number) {
    // What DynamoDB says beside it may quote the item.
    super(`DynamoDB answered ${status} ${type} to ${operation}`);
    this.type = type;
    this.status = status;
  }
}

/** The next attempt comes after a random part of this, which doubles each time; in ms. As in the AWS SDK. */
const PAUSE_MS = 25;
const THROTTLED_PAUSE_MS = 1_000;
const MOST_PAUSE_MS = 20_000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const THROTTLED = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** How long to wait after attempt 1, 2 …, in ms; undefined for what another attempt would not mend. */
export function pauseAfter(error: unknown, attempt: number): number | undefined {
  const first = firstPause(error);
  return first && Math.random() * Math.min(MOST_PAUSE_MS, first * 2 ** (attempt - 1));
}

function firstPause(error: unknown): number | undefined {
  if (error instanceof AwsCallError) return PAUSE_MS;
  if (!(error instanceof DynamoDbError)) return undefined;
  if (THROTTLED.has(error.type) || error.status === 429) return THROTTLED_PAUSE_MS;
  return error.status >= 500 ? PAUSE_MS : undefined;
}
