import { expect, it, onTestFinished } from 'vitest';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { failureOf, soon } from './lab.ts';

async function openClient() {
  const emulator = await startLtsEmulator({ logs: [], keepTimes: false });
  onTestFinished(() => emulator.close());
  const { url, projectId, accessKey, secretKey } = emulator;
  const credentials = { accessKey, secretKey };
  return createLtsClient({ endpoint: url, iamEndpoint: url, projectId, credentials });
}

it('all eight calls work against a service that shares no code', async () => {
  const client = await openClient();
  const group = await client.createGroup({ name: '订单', retentionDays: 30 }, soon());
  const stream = await client.createStream({ groupId: group.id, name: 'api', retentionDays: 7 }, soon());
  expect(await client.listGroups(soon())).toContainEqual(
    expect.objectContaining({ log_group_id: group.id, log_group_name: '订单', ttl_in_days: 30 }),
  );
  expect(await client.listStreams(group.id, soon())).toMatchObject([{ log_stream_id: stream.id }]);
  const window = { start_time: String(Date.now() - 60_000), end_time: String(Date.now()) };
  const body = { ...window, limit: 10, is_desc: true, is_count: true, highlight: false } as const;
  expect(await client.queryLogs(group.id, stream.id, body, soon())).toMatchObject({ logs: [], count: 0 });
  await client.deleteStream(group.id, stream.id, soon());
  await client.deleteGroup(group.id, soon());
  expect((await client.listGroups(soon())).map(({ log_group_id }) => log_group_id)).not.toContain(group.id);
});

it('each refusal has its reason', async () => {
  const client = await openClient();
  const group = await client.createGroup({ name: 'g', retentionDays: 7 }, soon());
  const stream = await client.createStream({ groupId: group.id, name: 's' }, soon());
  const nowhere = '0'.repeat(36);
  const dump = {
    groupId: group.id,
    streamIds: [stream.id],
    every: '5min',
    format: 'RAW',
    isOn: true,
  } as const;
  const reasonFor = async (work: Promise<unknown>) => ((await failureOf(work)) as { reason?: string }).reason;

  expect(await reasonFor(client.createGroup({ name: 'g', retentionDays: 7 }, soon()))).toBe(
    'group_name_taken',
  );
  expect(await reasonFor(client.createStream({ groupId: group.id, name: 's' }, soon()))).toBe(
    'stream_name_taken',
  );
  expect(await reasonFor(client.createStream({ groupId: nowhere, name: 's' }, soon()))).toBe('no_such_group');
  expect(await reasonFor(client.deleteStream(group.id, nowhere, soon()))).toBe('no_such_stream');
  expect(await reasonFor(client.createDump({ ...dump, bucket: 'nowhere' }, soon()))).toBe('no_such_bucket');

  expect(await client.createDump({ ...dump, bucket: 'lts-test' }, soon())).toHaveLength(36);
  expect(await reasonFor(client.createDump({ ...dump, bucket: 'lts-test' }, soon()))).toBe(
    'stream_has_transfer',
  );
  expect(await reasonFor(client.deleteStream(group.id, stream.id, soon()))).toBe('stream_has_transfer');
  expect(await reasonFor(client.deleteGroup(group.id, soon()))).toBe('group_has_transfer');
});

it('the hundredth group is the last', async () => {
  const client = await openClient();
  const before = (await client.listGroups(soon())).length;
  const signal = AbortSignal.timeout(20_000);
  for (let n = before; n < 100; n += 1)
    await client.createGroup({ name: `group-${n}`, retentionDays: 7 }, signal);
  expect(await failureOf(client.createGroup({ name: 'one more', retentionDays: 7 }, soon()))).toMatchObject({
    reason: 'too_many_groups',
    ltsCode: 'LTS.0104',
  });
});
