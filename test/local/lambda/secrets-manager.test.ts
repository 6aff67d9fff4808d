import { afterAll, beforeAll, expect, test } from 'vitest';
import { Faults } from '../../../lib/local/faults.ts';
import type { LocalServer } from '../../../lib/local/http.ts';
import { startSecretsManager } from '../../../lib/local/lambda/secrets-manager.ts';
import { SIGNED } from './lab.ts';

const ARN = 'arn:aws:secretsmanager:local-1:000000000000:secret:chatops/slack-a1b2c3';

let server: LocalServer;

beforeAll(async () => {
  server = await startSecretsManager(new Map([[ARN, '{"botToken":"xoxb"}']]), new Faults());
});

afterAll(() => server.close());

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url, {
    method: 'POST',
    headers: {
      ...SIGNED,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
      ...headers,
    },
    body: JSON.stringify(body),
  });

test.each([ARN, 'chatops/slack'])('a secret is read as %s', async (SecretId) => {
  const response = await ask({ SecretId });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-amz-json-1.1');
  expect(await response.json()).toEqual({
    ARN,
    Name: 'chatops/slack',
    SecretString: '{"botToken":"xoxb"}',
    VersionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    VersionStages: ['AWSCURRENT'],
    CreatedDate: expect.any(Number),
  });
});

test.each([
  ['an unknown secret', { SecretId: 'chatops/slac' }, {}, 'ResourceNotFoundException'],
  ['no secret', {}, {}, 'InvalidParameterException'],
  ['no object', 'text', {}, 'InvalidParameterException'],
  ['an unsigned request', { SecretId: ARN }, { authorization: '' }, 'MissingAuthenticationTokenException'],
  [
    'another operation',
    { SecretId: ARN },
    { 'x-amz-target': 'secretsmanager.DeleteSecret' },
    'UnknownOperationException',
  ],
  [
    'nothing to fill in',
    { SecretId: ARN },
    { 'x-amz-target': 'secretsmanager.PutSecretValue' },
    'InvalidRequestException',
  ],
])('%s is refused', async (_what, body, headers, type) => {
  const response = await ask(body, headers);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ __type: type, Message: expect.any(String) });
});

test('what is filled in is read at once, as a new version', async () => {
  const read = async () => (await (await ask({ SecretId: ARN })).json()) as Record<string, unknown>;
  const before = await read();
  const put = { 'x-amz-target': 'secretsmanager.PutSecretValue' };
  const filled = await ask({ SecretId: 'chatops/slack', SecretString: 'anew' }, put);
  expect(filled.status).toBe(200);
  const { VersionId } = (await filled.json()) as Record<string, unknown>;
  expect(await read()).toEqual({ ...before, SecretString: 'anew', VersionId });
  expect(VersionId).not.toBe(before.VersionId);
});
