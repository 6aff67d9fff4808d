import { expect, it, onTestFinished } from 'vitest';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import type { Credentials } from '../../lib/lts/credentials.ts';
import { readCredentials } from '../../lib/lts/credentials.ts';
import { failureOf, json, noGroups, openLab, soon } from './lab.ts';

const login = { domain: 'd', user: 'u', password: 'p' };
const HOUR = 3_600_000;

async function emulated(
  credentials: (emulator: Awaited<ReturnType<typeof startLtsEmulator>>) => Credentials,
) {
  const emulator = await startLtsEmulator({ logs: [], keepTimes: false });
  onTestFinished(() => emulator.close());
  const { url, projectId } = emulator;
  return createLtsClient({ endpoint: url, iamEndpoint: url, projectId, credentials: credentials(emulator) });
}

it('an access key is accepted by a verifier that shares no code', async () => {
  const client = await emulated(({ accessKey, secretKey }) => ({ accessKey, secretKey }));
  expect((await client.listGroups(soon())).length).toBeGreaterThan(1);
});

it('a user and password are accepted', async () => {
  const client = await emulated(({ iamUser }) => ({
    domain: iamUser.domain,
    user: iamUser.name,
    password: iamUser.password,
  }));
  expect((await client.listGroups(soon())).length).toBeGreaterThan(1);
});

it('a wrong secret key and a wrong password are refused', async () => {
  const key = await emulated(({ accessKey }) => ({ accessKey, secretKey: 'wrong' }));
  expect(await failureOf(key.listGroups(soon()))).toMatchObject({ status: 401, reason: 'bad_signature' });
  const password = await emulated(({ iamUser }) => ({
    domain: iamUser.domain,
    user: iamUser.name,
    password: 'wrong',
  }));
  expect(await failureOf(password.listGroups(soon()))).toMatchObject({ code: 'lts_refused', status: 401 });
});

it('a temporary key sends its security token, signed', async () => {
  const credentials = { accessKey: 'AK', secretKey: 'SK', securityToken: 'ST' };
  const { client, received } = await openLab(noGroups, { credentials });
  await client.listGroups(soon());
  expect(received[0]?.headers['x-security-token']).toBe('ST');
  expect(received[0]?.headers.authorization).toContain(
    'SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token',
  );
});

it('a ready-made token is sent as it is, and not renewed', async () => {
  const { client, received } = await openLab((response) => response.writeHead(401).end(), {
    credentials: { token: 't'.repeat(6_000) },
  });
  expect(await failureOf(client.listGroups(soon()))).toMatchObject({ status: 401 });
  expect(received.map(({ headers }) => String(headers['x-auth-token']).length)).toEqual([6_000]);
});

/** An LTS and IAM in one: tokens are numbered, and `isValid` decides which are taken. */
function tokens(isValid: (token: string) => boolean, expiresIn = 24 * HOUR, now = Date.now) {
  let given = 0;
  return {
    given: () => given,
    lab: () =>
      openLab(
        (response, { path, headers }) => {
          if (path === '/v3/auth/tokens') {
            given += 1;
            const expires_at = new Date(now() + expiresIn).toISOString().replace('Z', '000Z');
            json(response, { token: { expires_at } }, 201, { 'x-subject-token': `token-${given}` });
          } else if (isValid(String(headers['x-auth-token']))) noGroups(response);
          else json(response, { message: { code: 'LTS.0003', details: 'expired' } }, 401);
        },
        { credentials: login, now },
      ),
  };
}

it('one token serves many calls', async () => {
  const iam = tokens(() => true);
  const { client } = await iam.lab();
  await Promise.all(Array.from({ length: 20 }, () => client.listGroups(soon())));
  await client.listGroups(soon());
  expect(iam.given()).toBe(1);
});

it('a token that becomes void in the middle of 50 concurrent calls is renewed once, for all', async () => {
  let isVoid = false;
  const iam = tokens((token) => !isVoid || token !== 'token-1');
  const { client } = await iam.lab();
  await client.listGroups(soon());
  isVoid = true;
  const lists = await Promise.all(Array.from({ length: 50 }, () => client.listGroups(soon())));
  expect(lists).toHaveLength(50);
  expect(iam.given()).toBe(2);
});

it('a token that is refused again is not renewed a second time', async () => {
  const iam = tokens(() => false);
  const { client } = await iam.lab();
  expect(await failureOf(client.listGroups(soon()))).toMatchObject({ status: 401, reason: 'bad_token' });
  expect(iam.given()).toBe(2);
});

it('a token is renewed ahead of its expiry', async () => {
  let now = Date.now();
  const iam = tokens(
    () => true,
    24 * HOUR,
    () => now,
  );
  const { client } = await iam.lab();
  await client.listGroups(soon());
  now += 24 * HOUR - 11 * 60_000;
  await client.listGroups(soon());
  expect(iam.given()).toBe(1);
  now += 2 * 60_000;
  await client.listGroups(soon());
  expect(iam.given()).toBe(2);
});

it('credentials are read by source, and a mistake in them names no value', () => {
  const secret = JSON.stringify({ main: { accessKey: 'AK', secretKey: 'SK' }, other: { domain: 'x' } });
  expect(readCredentials(secret, 'main')).toEqual({ accessKey: 'AK', secretKey: 'SK' });
  const expected = /^The LTS credentials need an entry "(other|none)" with accessKey and secretKey/;
  expect(() => readCredentials(secret, 'other')).toThrow(expected);
  expect(() => readCredentials(secret, 'none')).toThrow(expected);
  expect(() => readCredentials('AK:SK', 'main')).toThrow('The LTS credentials are not JSON');
});
