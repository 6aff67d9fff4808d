import { beforeEach, expect, it } from 'vitest';
import type { DynamoDb } from '../../lib/aws/dynamodb.ts';
import { SettingsUnavailableError } from '../../lib/commands/channel-settings.ts';
import { createChannelStore } from '../../lib/store/channel-settings.ts';
import { openTable } from './table.ts';

const stream = {
  source: 'main',
  groupId: 'g-1',
  groupName: 'checkout',
  streamId: 's-1',
  streamName: 'api',
};

let storeOf: (teamId: string, channelId: string) => ReturnType<typeof createChannelStore>;
let client: DynamoDb;

beforeEach(async () => {
  client = (await openTable()).connect();
  storeOf = (teamId, channelId) => createChannelStore(client, 'State', { teamId, channelId });
});

it('gives private answers and nothing else for a channel that has set nothing', async () => {
  expect(await storeOf('T1', 'C1').read()).toEqual({ visibility: 'private' });
});

it('keeps what was set, each by itself, and clears what is to be cleared', async () => {
  const channel = storeOf('T1', 'C1');
  await channel.change({ stream });
  await channel.change({ visibility: 'public' });
  expect(await channel.read()).toEqual({ stream, visibility: 'public' });
  await channel.change({ source: 'other', stream: undefined });
  expect(await channel.read()).toEqual({ source: 'other', visibility: 'public' });
});

it('keeps channels apart, and workspaces', async () => {
  await storeOf('T1', 'C1').change({ visibility: 'public' });
  expect(await storeOf('T1', 'C2').read()).toEqual({ visibility: 'private' });
  expect(await storeOf('T2', 'C1').read()).toEqual({ visibility: 'private' });
});

it('says that it cannot be used, rather than that nothing is set', async () => {
  const lost = createChannelStore(client, 'NoSuchTable', { teamId: 'T1', channelId: 'C1' });
  await expect(lost.read()).rejects.toBeInstanceOf(SettingsUnavailableError);
  await expect(lost.change({ visibility: 'public' })).rejects.toBeInstanceOf(SettingsUnavailableError);
});
