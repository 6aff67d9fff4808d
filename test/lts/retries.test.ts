import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { failureOf, GROUP, json, noGroups, openLab, soon } from './lab.ts';

it.each([408, 429, 500, 502, 503])('a read is repeated after %i', async (status) => {
  const { client, received } = await openLab((response, _, number) =>
    number < 3 ? response.writeHead(status).end() : noGroups(response),
  );
  expect(await client.listGroups(soon())).toEqual([]);
  expect(received).toHaveLength(3);
});

it('a read is repeated after a broken connection, half an answer and the gateway’s throttling', async () => {
  const { client, received } = await openLab((response, _, number) => {
    if (number === 1) response.destroy();
    else if (number === 2) {
      response.writeHead(200, { 'content-length': 100 }).write('{"log_groups":[');
      setImmediate(() => response.destroy());
    } else if (number === 3) json(response, { error_code: 'APIG.0308' }, 400);
    else noGroups(response);
  });
  expect(await client.listGroups(soon())).toEqual([]);
  expect(received).toHaveLength(4);
});

it('a read is not repeated after a refusal that stays', async () => {
  const { client, received } = await openLab((response) => json(response, { error_code: 'LTS.0001' }, 403));
  expect(await failureOf(client.listGroups(soon()))).toMatchObject({ reason: 'wrong_project' });
  expect(received).toHaveLength(1);
});

it('waits as long as Retry-After asks for', async () => {
  const { client } = await openLab((response, _, number) =>
    number === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : noGroups(response),
  );
  const start = performance.now();
  await client.listGroups(soon());
  expect(performance.now() - start).toBeGreaterThanOrEqual(990);
});

it('does not wait for a Retry-After of minutes, and tells it', async () => {
  const { client, received } = await openLab((response) =>
    response.writeHead(429, { 'retry-after': '120' }).end(),
  );
  expect(await failureOf(client.listGroups(soon()))).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  expect(received).toHaveLength(1);
});

it('ends with the signal, and throws the last failure', async () => {
  const { client } = await openLab((response) => response.writeHead(503).end(), { random: () => 1 });
  expect(await failureOf(client.listGroups(AbortSignal.timeout(100)))).toMatchObject({ status: 503 });
});

it('ends with the signal when the service is silent', async () => {
  const { client } = await openLab(() => {});
  expect(await failureOf(client.listGroups(AbortSignal.timeout(50)))).toMatchObject({
    code: 'lts_unreachable',
    isRetrySafe: false,
  });
});

it('a create that was turned away is repeated', async () => {
  const { client, received } = await openLab((response, _, number) =>
    number === 1 ? response.writeHead(429).end() : json(response, { log_group_id: GROUP }, 201),
  );
  const created = await client.createGroup({ name: 'n', retentionDays: 7 }, soon());
  expect(created).toEqual({ id: GROUP, how: 'answered' });
  expect(received).toHaveLength(2);
});

const outcomes: [string, (response: import('node:http').ServerResponse) => void][] = [
  ['a broken connection', (response) => response.destroy()],
  ['a 500', (response) => response.writeHead(500).end()],
  ['an answer without an id', (response) => json(response, {}, 201)],
];

it.each(outcomes)('a create that ends in %s is looked for by name, and never repeated', async (_, fail) => {
  const group = { log_group_id: GROUP, log_group_name: 'n', ttl_in_days: 7 };
  const { client, received } = await openLab((response, { method }) => {
    if (method === 'POST') fail(response);
    else json(response, { log_groups: [{ ...group, creation_time: Date.now() }] });
  });
  expect(await client.createGroup({ name: 'n', retentionDays: 7 }, soon())).toEqual({
    id: GROUP,
    how: 'found',
  });
  expect(received.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

it('a create whose name turns out to be older is told from one that was made', async () => {
  const group = {
    log_group_id: GROUP,
    log_group_name: 'n',
    ttl_in_days: 7,
    creation_time: Date.now() - 3_600_000,
  };
  const { client } = await openLab((response, { method }) => {
    if (method === 'POST') response.destroy();
    else json(response, { log_groups: [group] });
  });
  expect(await client.createGroup({ name: 'n', retentionDays: 7 }, soon())).toEqual({
    id: GROUP,
    how: 'existed',
  });
});

it('a create that is not there afterwards may be repeated, and one that nobody could look for may not', async () => {
  const create = async (list: (response: import('node:http').ServerResponse) => void) => {
    const { client } = await openLab((response, { method }) =>
      method === 'POST' ? response.destroy() : list(response),
    );
    return failureOf(client.createGroup({ name: 'n', retentionDays: 7 }, soon()));
  };
  expect(await create(noGroups)).toMatchObject({
    code: 'lts_unconfirmed',
    seen: 'undone',
    isRetrySafe: true,
  });
  expect(await create((response) => response.destroy())).toMatchObject({
    seen: 'unknown',
    isRetrySafe: false,
  });
});

it('a delete that ends in a broken connection is done when the group is gone', async () => {
  const { client, received } = await openLab((response, { method }) =>
    method === 'DELETE' ? response.destroy() : noGroups(response),
  );
  await client.deleteGroup(GROUP, soon());
  expect(received.map(({ method }) => method)).toEqual(['DELETE', 'GET']);
});

it('a dump whose outcome LTS leaves open stays open', async () => {
  const { client, received } = await openLab((response) => response.destroy());
  const dump = {
    groupId: GROUP,
    streamIds: [GROUP],
    bucket: 'abc',
    every: '2min',
    format: 'RAW',
    isOn: true,
  } as const;
  expect(await failureOf(client.createDump(dump, soon()))).toMatchObject({
    code: 'lts_unconfirmed',
    seen: 'unknown',
  });
  expect(received).toHaveLength(1);
});

it('ends with the signal while it connects', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const { client } = await openLab(noGroups, { endpoint: `https://127.0.0.1:${port}` });
  const start = performance.now();
  const failure = await failureOf(client.listGroups(AbortSignal.timeout(200)));
  expect(failure).toMatchObject({ code: 'lts_unreachable', isLate: true, wasSent: false });
  expect(performance.now() - start).toBeLessThan(1_000);
});

it('ends with the signal while others keep all connections busy', async () => {
  const { client } = await openLab(() => {});
  const busy = Array.from({ length: 32 }, () => failureOf(client.listGroups(AbortSignal.timeout(1_500))));
  const start = performance.now();
  expect(await failureOf(client.listGroups(AbortSignal.timeout(200)))).toMatchObject({ wasSent: false });
  expect(performance.now() - start).toBeLessThan(1_000);
  await Promise.all(busy);
});

it('a write that never left is not told as one that may have happened', async () => {
  const { client, received } = await openLab(noGroups);
  const create = client.createGroup({ name: 'n', retentionDays: 7 }, AbortSignal.abort());
  expect(await failureOf(create)).toMatchObject({ code: 'lts_unreachable', wasSent: false });
  expect(received).toEqual([]);
});

it('nor is one whose login failed', async () => {
  const credentials = { domain: 'd', user: 'u', password: 'p' };
  const { client, received } = await openLab((response) => response.writeHead(500).end(), { credentials });
  const failure = await failureOf(client.createGroup({ name: 'n', retentionDays: 7 }, soon()));
  expect(failure).toMatchObject({ code: 'lts_refused', status: 500 });
  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(['/v3/auth/tokens']));
});

it('a login that takes too long ends with the signal of the call', async () => {
  const credentials = { domain: 'd', user: 'u', password: 'p' };
  const { client } = await openLab(() => {}, { credentials });
  const start = performance.now();
  expect(await failureOf(client.listGroups(AbortSignal.timeout(200)))).toMatchObject({ isLate: true });
  expect(performance.now() - start).toBeLessThan(1_000);
});

it.each(['"Service Unavailable"', '<html></html>', '[]'])(
  'a delete answered 200 with %s is looked after',
  async (body) => {
    const group = { log_group_id: GROUP, log_group_name: 'n', ttl_in_days: 7, creation_time: 1 };
    const { client } = await openLab((response, { method }) => {
      if (method === 'DELETE') response.end(body);
      else json(response, { log_groups: [group] });
    });
    expect(await failureOf(client.deleteGroup(GROUP, soon()))).toMatchObject({
      code: 'lts_unconfirmed',
      seen: 'still_there',
    });
  },
);

it('a delete answered 200 with an error is refused', async () => {
  const { client } = await openLab((response) => json(response, { error: { code: 'LTS.0105' } }));
  expect(await failureOf(client.deleteGroup(GROUP, soon()))).toMatchObject({ reason: 'group_has_transfer' });
});

it('takes a date in Retry-After by the clock of the service', async () => {
  const date = (offset: number) => new Date(Date.now() + offset).toUTCString();
  const hour = 3_600_000;
  const { client, received } = await openLab((response, _, number) => {
    if (number > 1) noGroups(response);
    else response.writeHead(429, { date: date(-hour), 'retry-after': date(-hour + 1_000) }).end();
  });
  const start = performance.now();
  await client.listGroups(soon());
  expect(received).toHaveLength(2);
  expect(performance.now() - start).toBeGreaterThanOrEqual(990);
});

it('a write that was refused as a stranger’s is not open when the next login fails', async () => {
  const credentials = { domain: 'd', user: 'u', password: 'p' };
  let logins = 0;
  const { client, received } = await openLab(
    (response, { path }) => {
      if (path !== '/v3/auth/tokens') return json(response, { error_code: 'LTS.0003' }, 401);
      logins += 1;
      if (logins % 2 === 0) return response.writeHead(500).end();
      const token = { expires_at: new Date(Date.now() + 86_400_000).toISOString() };
      return json(response, { token }, 201, { 'x-subject-token': 't' });
    },
    { credentials },
  );
  const create = client.createGroup({ name: 'n', retentionDays: 7 }, soon());
  expect(await failureOf(create)).toMatchObject({ code: 'lts_refused', status: 500 });
  expect(received.filter(({ method }) => method === 'GET')).toEqual([]);
});
