import * as z from 'zod/mini';
import type { DynamoDb } from '../aws/dynamodb.ts';
import {
  type ChannelSettings,
  type ChannelStore,
  type SettingsChange,
  SettingsUnavailableError,
} from '../commands/channel-settings.ts';

/** A channel's item in the state table; it does not expire. A channel that has set nothing has none. */
const Item = z.object({
  source: z.optional(z.string()),
  stream: z.optional(
    z.object({
      source: z.string(),
      groupId: z.string(),
      groupName: z.string(),
      streamId: z.string(),
      streamName: z.string(),
    }),
  ),
  visibility: z._default(z.enum(['public', 'private']), 'private'),
});

/** The settings of one channel in the table `TableName`. */
export function createChannelStore(
  dynamodb: DynamoDb,
  TableName: string,
  { teamId, channelId }: { readonly teamId: string; readonly channelId: string },
): ChannelStore {
  const Key = { id: `channel#${teamId}#${channelId}` };
  return {
    read: () =>
      attempt(async () => {
        // What a person has just set must hold for their next command.
        const get = { TableName, Key, ConsistentRead: true };
        return toSettings((await dynamodb.send('GetItem', get)).Item ?? {});
      }),
    change: (change) =>
      attempt(async () => {
        await dynamodb.send('UpdateItem', { TableName, Key, ...toUpdate(change) });
      }),
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new SettingsUnavailableError('the settings of the channel cannot be used', { cause });
  }
}

function toSettings(item: unknown): ChannelSettings {
  const { source, stream, visibility } = Item.parse(item);
  return { visibility, ...(source && { source }), ...(stream && { stream }) };
}

/** One expression for what is set and what is cleared. Names are placeholders, for `source` is a reserved word. */
function toUpdate(change: SettingsChange) {
  const entries = Object.entries(change);
  const set = entries.filter(([, value]) => value !== undefined);
  const cleared = entries.filter(([, value]) => value === undefined);
  const clauses = [
    ...(set.length > 0 ? [`SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`] : []),
    ...(cleared.length > 0 ? [`REMOVE ${cleared.map(([name]) => `#${name}`).join(', ')}`] : []),
  ];
  return {
    UpdateExpression: clauses.join(' '),
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    ...(set.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
    }),
  };
}
