import { expect, test } from 'vitest';
import { startWorkbench, type Workbench } from './support.ts';

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const nowhere = '00000000-0000-4000-8000-000000000000';

const dump = {
  obs_bucket_name: 'lts-test',
  type: 'cycle',
  storage_format: 'RAW',
  switch_on: 'true',
  prefix_name: 'fileprefixname',
  dir_prefix_name: 'dirprefixname',
  period: 5,
  period_unit: 'min',
};

async function createDump({ call, createStream }: Workbench, fields: object = {}) {
  const { group, stream, path } = await createStream();
  const body = { log_group_id: group, log_stream_ids: [stream], ...dump, ...fields };
  return { reply: await call('POST', '/log-dump/obs', body), group, stream, path };
}

test('a stream with a dump cannot be deleted, nor its group, nor dumped again', async () => {
  const bench = await startWorkbench();
  const { reply, group, stream, path } = await createDump(bench);
  expect(reply).toMatchObject({ status: 201, body: { log_dump_obs_id: uuid } });

  expect((await bench.call('DELETE', path)).body).toStrictEqual({
    error_code: 'LTS.0207',
    error_msg: 'Log stream is associated by transfer',
  });
  expect((await bench.call('DELETE', `/groups/${group}`)).body).toMatchObject({ error_code: 'LTS.0105' });
  const again = { log_group_id: group, log_stream_ids: [stream], ...dump };
  expect(await bench.call('POST', '/log-dump/obs', again)).toMatchObject({
    status: 200,
    body: { error_code: 'LTS.0207', error_msg: `Log stream id is associated by transfer: ${stream}` },
  });
});

test.each(['2min', '5min', '30min', '1hour', '3hour', '6hour', '12hour'])(
  'a dump every %s is made',
  async (every) => {
    const [, period, unit] = /^(\d+)(.*)$/.exec(every) ?? [];
    const { reply } = await createDump(await startWorkbench(), { period: Number(period), period_unit: unit });
    expect(reply.status).toBe(201);
  },
);

test.each([
  ['another type', { type: 'once' }, 'LTS.1901', 'type is not in the list [cycle]'],
  ['another format', { storage_format: 'XML' }, 'LTS.1901', 'storage_format is not in the list [RAW, JSON]'],
  ['another unit', { period_unit: 'day' }, 'LTS.1901', 'period_unit is not in the list [min, hour]'],
  [
    'a period that is not one of the seven',
    { period: 1 },
    'LTS.1901',
    'period+period_unit is not in the list [2min, 5min, 30min, 1hour, 3hour, 6hour, 12hour]',
  ],
  [
    'a long prefix',
    { prefix_name: 'p'.repeat(65) },
    'LTS.1902',
    "prefix_name is invalid, please verify if it's provided as required",
  ],
  [
    'a long folder',
    { dir_prefix_name: 'p'.repeat(65) },
    'LTS.1902',
    "dir_prefix_name is invalid, please verify if it's provided as required",
  ],
  ['an unknown group', { log_group_id: nowhere }, 'LTS.0201', 'The log group does not existed'],
  [
    'an unknown stream',
    { log_stream_ids: [nowhere] },
    'LTS.0208',
    `Log stream id does not exist: ${nowhere}`,
  ],
  ['an unknown bucket', { obs_bucket_name: 'zhuanchu' }, 'LTS.0416', 'obs bucket does not exist: zhuanchu'],
])('a dump with %s is refused with 200, or 400 when strict', async (_, fields, error_code, error_msg) => {
  const { reply } = await createDump(await startWorkbench(), fields);
  expect(reply).toMatchObject({ status: 200, body: { error_code, error_msg } });
  const { reply: strict } = await createDump(
    await startWorkbench({ strictness: { dumpRefusalStatus: 400 } }),
    fields,
  );
  expect(strict).toMatchObject({ status: 400, body: { error_code, error_msg } });
});

test.each([
  ['no streams', { log_stream_ids: [] }],
  ['a bucket name of two characters', { obs_bucket_name: 'ab' }],
  ['a switch that is none', { switch_on: 'maybe' }],
])('a dump with %s is an invalid body', async (_, fields) => {
  const { reply } = await createDump(await startWorkbench(), fields);
  expect(reply).toMatchObject({ status: 400, body: { error_code: 'LTS.0009' } });
});

test('a dump to the other bucket, in the usual format and with an empty prefix is made', async () => {
  const fields = { obs_bucket_name: 'lts-archive', storage_format: undefined, prefix_name: '' };
  expect((await createDump(await startWorkbench(), fields)).reply.status).toBe(201);
});
