import { get } from 'node:http';
import { expect, test } from 'vitest';
import { startWorkbench } from './support.ts';

const faults = '/__emulator/faults';

test('a fault answers the requests that it matches, as often as it says', async () => {
  const { send, call } = await startWorkbench();
  const match = { method: 'post', path: '/groups', bodyIncludes: 'wanted' };
  const fault = {
    match,
    status: 429,
    headers: { 'Retry-After': '3' },
    body: { error_code: 'APIG.0308' },
    times: 2,
  };
  expect((await send('POST', faults, fault)).status).toBe(200);

  expect((await call('GET', '/groups')).status).toBe(200);
  expect((await call('POST', '/groups', { log_group_name: 'other', ttl_in_days: 7 })).status).toBe(201);
  for (let time = 0; time < 2; time += 1) {
    const reply = await call('POST', '/groups', { log_group_name: 'wanted', ttl_in_days: 7 });
    expect(reply).toMatchObject({ status: 429, body: { error_code: 'APIG.0308' } });
    expect(reply.headers.get('Retry-After')).toBe('3');
  }
  expect((await call('POST', '/groups', { log_group_name: 'wanted', ttl_in_days: 7 })).status).toBe(201);
});

test('what is still to come is listed as it was asked for, with the times that are left', async () => {
  const { send, call } = await startWorkbench();
  await send('POST', faults, { match: { path: '/groups' }, status: 503, times: 3 });
  await call('GET', '/groups');
  const left = [{ match: { path: '/groups' }, status: 503, times: 2 }];
  expect((await send('GET', faults)).body).toEqual({ faults: left });
  await send('DELETE', faults);
  expect((await send('GET', faults)).body).toEqual({ faults: [] });
});

test('a text is sent as it is', async () => {
  const { emulator, send } = await startWorkbench();
  await send('POST', faults, { status: 502, body: '<html>', headers: { 'Content-Type': 'text/html' } });
  const response = await fetch(`${emulator.url}/v2/x`);
  expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
    502,
    'text/html',
    '<html>',
  ]);
});

test('a delayed answer is otherwise the usual one', async () => {
  const { send, call } = await startWorkbench();
  await send('POST', faults, { delayMs: 150 });
  const start = performance.now();
  expect((await call('GET', '/groups')).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(140);
});

test.each([{ abort: true }, { truncate: true }])('with %j the connection breaks', async (fault) => {
  const { send, call } = await startWorkbench();
  await send('POST', faults, fault);
  await expect(call('GET', '/groups')).rejects.toThrow();
  expect((await call('GET', '/groups')).status).toBe(200);
});

test('cleared faults do nothing', async () => {
  const { send, call } = await startWorkbench();
  await send('POST', faults, { status: 500, times: 9 });
  await send('DELETE', faults);
  expect((await call('GET', '/groups')).status).toBe(200);
});

test.each([
  { match: { host: 'x' } },
  { status: 99 },
  { times: 0 },
  { delayMs: 'long' },
  { abort: 'yes' },
  {},
  { headers: { a: true } },
])('%j is no fault', async (fault) => {
  const { send } = await startWorkbench();
  expect(await send('POST', faults, fault)).toMatchObject({
    status: 400,
    body: { error: expect.any(String) },
  });
});

test('lines are found at once, by name or id, each under a line_num of its time', async () => {
  const { send, createStream, addLines, call } = await startWorkbench({ now: () => 1_700_000_000_500 });
  const { group, path } = await createStream('g', 's');

  const lineNums = await addLines('g', 's', [
    { content: 'now' },
    { content: 'old', time: 1_600_000_000_000, labels: { hostName: 'h' } },
    { content: 'same\n', time: 1_600_000_000_000 },
  ]);

  expect(lineNums.map((lineNum) => lineNum.slice(0, 13))).toEqual([
    '1700000000500',
    '1600000000000',
    '1600000000000',
  ]);
  expect(new Set(lineNums).size).toBe(3);
  const query = { start_time: 1_600_000_000_000, end_time: 1_600_000_000_001 };
  expect((await call('POST', `${path}/content/query`, query)).body).toStrictEqual({
    logs: [
      { content: 'old\n', labels: { hostName: 'h' }, line_num: lineNums[1] },
      { content: 'same\n', labels: {}, line_num: lineNums[2] },
    ],
  });
  for (const [name, status] of [
    ['s', 200],
    ['nowhere', 404],
  ] as const) {
    expect(
      (await send('POST', '/__emulator/lines', { group, stream: name, lines: [{ content: 'x' }] })).status,
    ).toBe(status);
  }
});

test.each([
  { lines: 'x' },
  { lines: [{ content: 5 }] },
  { lines: [{ content: 'fine' }, { content: 'x', time: -1 }] },
  { lines: [{ content: 'x', lineNum: '5' }] },
])('%j adds nothing', async (fields) => {
  const { send, createStream, emulator } = await startWorkbench();
  await createStream('g', 's');
  expect((await send('POST', '/__emulator/lines', { group: 'g', stream: 's', ...fields })).status).toBe(400);
  expect(emulator.groups().at(-1)?.streams[0]).toMatchObject({ lines: 0, startTime: null, endTime: null });
});

test('requests are listed with their status, without credentials', async () => {
  const { send, call, emulator } = await startWorkbench({ now: () => 1_700_000_000_000 });
  await call('POST', '/groups', { log_group_name: 'seen', ttl_in_days: 7 });
  await send('GET', '/v2/x', undefined, { Authorization: 'SDK-HMAC-SHA256 secret' });

  const { body } = await send('GET', '/__emulator/requests');

  expect(body).toMatchObject([
    { path: '/v3/auth/tokens', status: 201 },
    {
      at: 1_700_000_000_000,
      method: 'POST',
      path: `/v2/${emulator.projectId}/groups`,
      headers: { 'x-auth-token': '***' },
      body: '{"log_group_name":"seen","ttl_in_days":7}',
      status: 201,
    },
    { path: '/v2/x', headers: { authorization: '***' }, status: 401 },
  ]);
});

test('a target that is no URL is answered, and the emulator lives on', async () => {
  const { emulator, call } = await startWorkbench();
  const { hostname, port } = new URL(emulator.url);
  const status = await new Promise((resolve, reject) => {
    get({ hostname, port, path: '//', agent: false }, ({ statusCode }) => resolve(statusCode)).on(
      'error',
      reject,
    );
  });
  expect(status).toBe(400);
  expect((await call('GET', '/groups')).status).toBe(200);
});
