import { expect, test } from 'vitest';
import { startWorkbench, tokenRequest } from './support.ts';

const day = 24 * 3600 * 1000;

test('a token is valid for 24 hours, beside newer ones', async () => {
  let clock = Date.parse('2022-08-15T12:00:00.855Z');
  const { emulator, send } = await startWorkbench({ now: () => clock });
  const path = `/v2/${emulator.projectId}/groups`;

  const made = await send('POST', '/v3/auth/tokens', tokenRequest(emulator.iamUser));
  expect(made).toMatchObject({ status: 201, body: { token: { expires_at: '2022-08-16T12:00:00.855000Z' } } });
  const token = made.headers.get('X-Subject-Token') ?? '';
  expect(token.length).toBeGreaterThan(1000);
  await send('POST', '/v3/auth/tokens', tokenRequest(emulator.iamUser));

  clock += day - 1;
  expect((await send('GET', path, undefined, { 'X-Auth-Token': token })).status).toBe(200);
  clock += 1;
  expect(await send('GET', path, undefined, { 'X-Auth-Token': token })).toMatchObject({
    status: 401,
    body: { error_code: 'LTS.0003', error_msg: 'Invalid token' },
  });
});

test('a project can be named by its id', async () => {
  const { emulator, send } = await startWorkbench();
  const request = tokenRequest(emulator.iamUser, { id: emulator.projectId });
  expect((await send('POST', '/v3/auth/tokens', request)).status).toBe(201);
});

test.each([
  ['password', { password: 'wrong' }],
  ['name', { name: 'nobody' }],
  ['domain', { domain: 'elsewhere' }],
])('a wrong %s gives no token', async (_, change) => {
  const { emulator, send } = await startWorkbench();
  expect(
    await send('POST', '/v3/auth/tokens', tokenRequest({ ...emulator.iamUser, ...change })),
  ).toMatchObject({
    status: 401,
    body: { error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' } },
  });
});

test.each(['{', '{}', '{"auth": 1}'])(
  'IAM answers a body of %s with an error of its own form',
  async (body) => {
    const { send } = await startWorkbench();
    expect(await send('POST', '/v3/auth/tokens', body)).toMatchObject({
      status: 400,
      body: { error: { code: 400, title: 'Bad Request' } },
    });
  },
);

test('the account has one project', async () => {
  const { emulator, send } = await startWorkbench();
  const made = await send('POST', '/v3/auth/tokens', tokenRequest(emulator.iamUser));
  const headers = { 'X-Auth-Token': made.headers.get('X-Subject-Token') ?? '' };
  const project = { id: emulator.projectId, name: 'cn-north-4' };

  expect((await send('GET', '/v3/projects?name=cn-north-4', undefined, headers)).body).toMatchObject({
    projects: [project],
  });
  expect((await send('GET', '/v3/projects?name=other', undefined, headers)).body).toMatchObject({
    projects: [],
  });
  expect((await send('GET', '/v3/projects')).status).toBe(401);
});

test('a call without credentials, of another project, or of no API is refused', async () => {
  const { emulator, send, call } = await startWorkbench();
  expect(await send('GET', `/v2/${emulator.projectId}/groups`)).toMatchObject({
    status: 401,
    body: { error_code: 'LTS.0003' },
  });
  const made = await send('POST', '/v3/auth/tokens', tokenRequest(emulator.iamUser));
  const token = made.headers.get('X-Subject-Token') ?? '';
  const other = '0'.repeat(32);
  for (const [path, project] of [
    [other, other],
    [emulator.projectId, other],
  ]) {
    const headers = { 'X-Auth-Token': token, 'X-Project-Id': project ?? '' };
    expect(await send('GET', `/v2/${path}/groups`, undefined, headers)).toMatchObject({
      status: 403,
      body: { error_code: 'LTS.0001', error_msg: 'Invalid projectId' },
    });
  }
  expect(await call('POST', '/lts/keyword-count', {})).toMatchObject({
    status: 404,
    body: { error_code: 'APIGW.0101', request_id: expect.any(String) },
  });
});
