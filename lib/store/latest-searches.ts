import * as z from 'zod/mini';
import { ConditionFailedError, type DynamoDb } from '../aws/dynamodb.ts';
import type { KeptSearch, LatestSearches } from '../commands/latest-searches.ts';
import { expiresIn } from './expiry.ts';

const MOST = 5;
const KEPT_MS = 30 * 24 * 3_600_000;
/** Nobody waits longer for what is only handy. */
const PATIENCE_MS = 1_000;

const Kept = z.object({ value: z.string(), at: z.number() });

/** Of the attributes those that are searches. */
const PREFIX = 'search#';

/**
 * The searches of one person in the table `TableName`. Each is an attribute of one item, named by what is searched: so the
 * same search stands there once, and of two that are made at once neither is lost. `now` is in ms.
 */
export function createLatestSearches(
  dynamodb: DynamoDb,
  TableName: string,
  { teamId, userId }: { readonly teamId: string; readonly userId: string },
  now: () => number,
): LatestSearches {
  const item = { TableName, Key: { id: `latest#${teamId}#${userId}` } };
  const read = async (signal: AbortSignal) => {
    const get = { ...item, ConsistentRead: true };
    return latestFirst((await dynamodb.send('GetItem', get, signal)).Item);
  };
  return {
    async list() {
      const oldest = now() - KEPT_MS;
      const searches = await read(AbortSignal.timeout(PATIENCE_MS));
      return searches.filter(({ at }) => at > oldest).slice(0, MOST);
    },
    async add({ name, value, at }) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const others = (await read(signal)).filter((search) => search.name !== name);
      const put = {
        ...item,
        UpdateExpression: 'SET #search = :search, expiresAt = :expiresAt',
        ExpressionAttributeNames: { '#search': PREFIX + name },
        ExpressionAttributeValues: { ':search': { value, at }, ':expiresAt': expiresIn(KEPT_MS, now()) },
      };
      try {
        await dynamodb.send('UpdateItem', without(others.slice(MOST - 1), put), signal);
      } catch (error) {
        if (!(error instanceof ConditionFailedError)) throw error;
        await dynamodb.send('UpdateItem', put, signal);
      }
    },
  };
}

interface Put {
  readonly TableName: string;
  readonly Key: Readonly<Record<string, unknown>>;
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

/**
 * The same, and these are left, on the condition that none was made again meanwhile. One that is added meanwhile is one
 * too many, until the next.
 */
function without(left: readonly KeptSearch[], put: Put): Put & { readonly ConditionExpression?: string } {
  if (left.length === 0) return put;
  const names = left.map(({ name }, index) => [`#left${index}`, PREFIX + name] as const);
  const times = left.map(({ at }, index) => [`:left${index}`, at] as const);
  return {
    ...put,
    UpdateExpression: `${put.UpdateExpression} REMOVE ${names.map(([name]) => name).join(', ')}`,
    ConditionExpression: left.map((_, index) => `NOT #left${index}.#at > :left${index}`).join(' AND '),
    ExpressionAttributeNames: { ...put.ExpressionAttributeNames, '#at': 'at', ...Object.fromEntries(names) },
    ExpressionAttributeValues: { ...put.ExpressionAttributeValues, ...Object.fromEntries(times) },
  };
}

/** What another version wrote is left out, and goes when there are too many. */
function latestFirst(item: Readonly<Record<string, unknown>> = {}): KeptSearch[] {
  return Object.entries(item)
    .flatMap(([attribute, stored]) => {
      if (!attribute.startsWith(PREFIX)) return [];
      const { value, at } = Kept.safeParse(stored).data ?? { value: '', at: 0 };
      return [{ name: attribute.slice(PREFIX.length), value, at }];
    })
    .sort((one, other) => other.at - one.at);
}
