import * as z from 'zod/mini';
import type { DynamoDb } from '../aws/dynamodb.ts';
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
      // Another one that is added meanwhile is one too many, until the next.
      const left = others
        .slice(MOST - 1)
        .map((search, index) => [`#${index}`, PREFIX + search.name] as const);
      const remove = left.length > 0 ? ` REMOVE ${left.map(([placeholder]) => placeholder).join(', ')}` : '';
      const update = {
        ...item,
        UpdateExpression: `SET #search = :search, expiresAt = :expiresAt${remove}`,
        ExpressionAttributeNames: { '#search': PREFIX + name, ...Object.fromEntries(left) },
        ExpressionAttributeValues: { ':search': { value, at }, ':expiresAt': expiresIn(KEPT_MS, now()) },
      };
      await dynamodb.send('UpdateItem', update, signal);
    },
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
