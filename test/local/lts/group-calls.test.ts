import { expect, test } from 'vitest';
import { startWorkbench } from './support.ts';

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const nowhere = '00000000-0000-4000-8000-000000000000';

test('groups and streams are made, listed and deleted as in the reference', async () => {
  const { call } = await startWorkbench({ now: () => 1630547141853 });

  const group = await call('POST', '/groups', { log_group_name: 'lts-group-01nh', ttl_in_days: 7 });
  expect(group).toMatchObject({ status: 201, body: { log_group_id: uuid } });
  const { log_group_id: id } = group.body as { log_group_id: string };
  const stream = await call('POST', `/groups/${id}/streams`, {
    log_stream_name: 'lts-stream-02kh',
    ttl_in_days: '7',
  });
  expect(stream).toMatchObject({ status: 201, body: { log_stream_id: uuid } });
  const { log_stream_id: streamId } = stream.body as { log_stream_id: string };

  const groups = await call('GET', '/groups');
  expect(groups.status).toBe(200);
  expect((groups.body as { log_groups: object[] }).log_groups.at(-1)).toStrictEqual({
    creation_time: 1630547141853,
    log_group_name: 'lts-group-01nh',
    log_group_id: id,
    ttl_in_days: 7,
  });
  expect((await call('GET', `/groups/${id}/streams`)).body).toStrictEqual({
    log_streams: [
      {
        creation_time: 1630547141853,
        log_stream_name: 'lts-stream-02kh',
        log_stream_id: streamId,
        filter_count: 0,
      },
    ],
  });

  expect(await call('DELETE', `/groups/${id}/streams/${streamId}`)).toMatchObject({
    status: 204,
    body: undefined,
  });
  expect((await call('GET', `/groups/${id}/streams`)).body).toStrictEqual({ log_streams: [] });
  expect(await call('DELETE', `/groups/${id}`)).toMatchObject({ status: 204, body: undefined });
  expect(await call('GET', `/groups/${id}/streams`)).toMatchObject({ status: 400 });
});

test('every answer carries a request id of its own', async () => {
  const { call, send } = await startWorkbench();
  const answers = await Promise.all([
    call('GET', '/groups'),
    call('DELETE', `/groups/${nowhere}`),
    send('GET', '/v2/x/groups'),
    send('GET', '/__emulator/requests'),
  ]);
  expect(new Set(answers.map(({ headers }) => headers.get('X-Request-Id'))).size).toBe(4);
});

test.each([
  ['a body that is not JSON', '{', 400, 'LTS.0007'],
  ['a body that is no object', '[]', 400, 'LTS.0009'],
  ['a group without a name', { ttl_in_days: 7 }, 400, 'LTS.0009'],
  ['a group with an empty name', { log_group_name: '', ttl_in_days: 7 }, 400, 'LTS.0009'],
  ['a name of 64 characters', { log_group_name: '组'.repeat(64), ttl_in_days: 7 }, 201, undefined],
  ['a name of 65 characters', { log_group_name: 'g'.repeat(65), ttl_in_days: 7 }, 400, 'LTS.0009'],
  ['a storage time in digits', { log_group_name: 'g', ttl_in_days: '7' }, 201, undefined],
  ['no storage time', { log_group_name: 'g' }, 400, 'LTS.0009'],
  ['a storage time of no days', { log_group_name: 'g', ttl_in_days: 0 }, 400, 'LTS.0009'],
  ['a storage time of 365 days', { log_group_name: 'g', ttl_in_days: 365 }, 201, undefined],
  ['a storage time of 366 days', { log_group_name: 'g', ttl_in_days: 366 }, 400, 'LTS.0009'],
  ['a name that is taken', { log_group_name: 'local', ttl_in_days: 7 }, 400, 'LTS.0101'],
])('creating a group with %s', async (_, body, status, code) => {
  const { call } = await startWorkbench();
  expect(await call('POST', '/groups', body)).toMatchObject({
    status,
    body: code === undefined ? {} : { error_code: code },
  });
});

test('with the strict storage time, 7 days are the most', async () => {
  const { call } = await startWorkbench({ strictness: { maxTtlDays: 7 } });
  expect((await call('POST', '/groups', { log_group_name: 'a', ttl_in_days: 7 })).status).toBe(201);
  expect((await call('POST', '/groups', { log_group_name: 'b', ttl_in_days: 8 })).body).toMatchObject({
    error_code: 'LTS.0009',
  });
});

test.each([
  ['no name', {}, 'LTS.0009'],
  ['a name of 65 characters', { log_stream_name: 's'.repeat(65) }, 'LTS.0009'],
  ['a storage time of 366 days', { log_stream_name: 's', ttl_in_days: 366 }, 'LTS.0009'],
  ['an empty enterprise project', { log_stream_name: 's', enterprise_project_name: '' }, 'LTS.0009'],
  ['a name that is taken', { log_stream_name: 'test-stream' }, 'LTS.0205'],
])('creating a stream with %s is refused', async (_, body, code) => {
  const { call, createStream } = await startWorkbench();
  const { group } = await createStream();
  expect(await call('POST', `/groups/${group}/streams`, body)).toMatchObject({
    status: 400,
    body: { error_code: code },
  });
});

test.each([
  ['POST', `/groups/${nowhere}/streams`, 'LTS.0201'],
  ['GET', `/groups/${nowhere}/streams`, 'LTS.0201'],
  ['DELETE', `/groups/${nowhere}`, 'LTS.0201'],
  ['DELETE', `/groups/${nowhere}/streams/${nowhere}`, 'LTS.0201'],
  ['DELETE', `/groups/GROUP/streams/${nowhere}`, 'LTS.0208'],
  ['POST', `/groups/${nowhere}/streams/${nowhere}/content/query`, 'LTS.0201'],
  ['POST', `/groups/GROUP/streams/${nowhere}/content/query`, 'LTS.0208'],
])('%s %s, which does not exist, is refused', async (method, path, code) => {
  const { call, createStream } = await startWorkbench();
  const { group } = await createStream();
  const body = method === 'POST' ? { log_stream_name: 's', start_time: 1, end_time: 2 } : undefined;
  const reply = await call(method, path.replace('GROUP', group), body);
  expect(reply).toMatchObject({ status: 400, body: { error_code: code, error_msg: expect.any(String) } });
});

test('there are at most 100 groups, and 100 streams in a group', async () => {
  const { call, emulator, createStream } = await startWorkbench();
  const { group } = await createStream();
  for (let number = emulator.groups().length; number < 100; number += 1) {
    expect((await call('POST', '/groups', { log_group_name: `g${number}`, ttl_in_days: 7 })).status).toBe(
      201,
    );
  }
  for (let number = 1; number < 100; number += 1) {
    expect((await call('POST', `/groups/${group}/streams`, { log_stream_name: `s${number}` })).status).toBe(
      201,
    );
  }
  expect((await call('POST', '/groups', { log_group_name: 'more', ttl_in_days: 7 })).body).toMatchObject({
    error_code: 'LTS.0104',
  });
  expect((await call('POST', `/groups/${group}/streams`, { log_stream_name: 'more' })).body).toMatchObject({
    error_code: 'LTS.0206',
  });
});
