import { expect, it } from 'vitest';
import { openWorkspace } from './workspace.ts';

const RESPONSE_URLS = { path: '/commands/' };
const NOT_HANDED_OVER = /^This could not be passed on, so nothing was done/;
const MAYBE_HANDED_OVER = /^It is not certain that this was passed on/;
const NOT_ANSWERED = /^This could not be answered, after several attempts/;
const GROUPS = 'Log groups: checkout, payments, edge';

/** A workspace, its operator, and what they read after `/lts groups`. */
async function open() {
  const workspace = await openWorkspace();
  const person = workspace.person('operator');
  const before = (await person.messages()).length;
  return {
    ...workspace,
    ...person,
    async read(): Promise<string[]> {
      await person.type('/lts groups');
      return (await person.messages()).slice(before).map(({ text }) => text);
    },
    /** How often LTS was asked for its groups. */
    async asked(): Promise<number> {
      const response = await fetch(`${workspace.ltsUrl}/__emulator/requests`);
      const requests = (await response.json()) as { path: string }[];
      return requests.filter(({ path }) => path.endsWith('/groups')).length;
    },
    deaths: () => workspace.errors.filter((line) => line.includes('signal: SIGKILL')).length,
  };
}

it('a refused hand-over is told at once', async () => {
  const { fault, read, asked } = await open();
  await fault({ target: 'worker', status: 500 });
  expect(await read()).toEqual([expect.stringMatching(NOT_HANDED_OVER)]);
  expect(await asked()).toBe(0);
});

it('a hand-over that was too late is still waited for, and answered', async () => {
  const { fault, read } = await open();
  // The front function gives up after 2.5 s.
  await fault({ target: 'worker', delayMs: 2_700 });
  expect(await read()).toEqual([expect.stringMatching(MAYBE_HANDED_OVER), GROUPS]);
});

it('a worker that is killed before it runs is tried again', async () => {
  const { fault, read, asked, deaths } = await open();
  await fault({ target: 'worker', kill: 'beforeRun' });
  expect(await read()).toEqual([GROUPS]);
  expect([deaths(), await asked()]).toEqual([1, 1]);
});

it('a worker that is killed after LTS answered has asked, and has told nobody', async () => {
  const { fault, read, asked, deaths } = await open();
  await fault({ target: 'worker', kill: 'afterLts' });
  expect(await read()).toEqual([GROUPS]);
  expect([deaths(), await asked()]).toEqual([1, 2]);
});

it('a worker that is killed after it delivered has told the person, and nobody tells them again', async () => {
  const { fault, read, deaths } = await open();
  await fault({ target: 'worker', kill: 'afterDeliver', match: { bodyIncludes: 'groups' } });
  expect(await read()).toEqual([GROUPS]);
  expect(deaths()).toBe(1);
});

it('an event that is delivered twice brings one answer', async () => {
  const { fault, read } = await open();
  await fault({ target: 'worker', duplicate: true });
  expect(await read()).toEqual([GROUPS]);
});

it('a worker that is killed every time is told of, though the failed function is late and killed too', async () => {
  const { fault, read, deaths } = await open();
  await fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  await fault({ target: 'failed', delayMs: 300, kill: 'beforeRun' });
  expect(await read()).toEqual([expect.stringMatching(NOT_ANSWERED)]);
  expect(deaths()).toBe(4);
});

it.each([{ status: 500 }, { status: 429, headers: { 'retry-after': '1' } }, { abort: true }])(
  'a response_url that fails with %j is tried again',
  async (failure) => {
    const { fault, read } = await open();
    await fault({ target: 'slack', match: RESPONSE_URLS, ...failure });
    expect(await read()).toEqual([GROUPS]);
  },
);

it('a person who cannot be looked up is answered all the same', async () => {
  const { fault, read } = await open();
  const body = { ok: false, error: 'internal_error' };
  await fault({ target: 'slack', match: { path: '/api/users.info' }, body });
  expect(await read()).toEqual([GROUPS]);
});

it('a slow Slack is waited for', async () => {
  const { fault, read, url } = await open();
  await fault({ target: 'slack', match: RESPONSE_URLS, delayMs: 500 });
  const reading = read();
  const waiting = async () => await (await fetch(`${url}/local/idle?timeoutMs=0`)).text();
  await expect.poll(waiting).toContain('POST /commands/');
  expect(await reading).toEqual([GROUPS]);
});

it.each([
  [{ status: 503 }, 'http_service_error'],
  [{ abort: true }, 'dispatch_failed'],
])('a front function with %j is Slack’s %s', async (failure, word) => {
  const { fault, read, asked } = await open();
  await fault({ target: 'front', ...failure });
  expect(await read()).toEqual([`/lts failed with the error "${word}"`]);
  expect(await asked()).toBe(0);
});

it('a front function that is late is Slack’s operation_timeout, and waited for', async () => {
  const { fault, read } = await open();
  await fault({ target: 'front', delayMs: 3_200 });
  expect(await read()).toContain('/lts failed with the error "operation_timeout"');
});

it('a front function that is killed is Slack’s http_service_error', async () => {
  const { fault, read, deaths } = await open();
  await fault({ target: 'front', kill: 'beforeRun' });
  expect(await read()).toEqual(['/lts failed with the error "http_service_error"']);
  expect(deaths()).toBe(1);
});

it('a Secrets Manager that fails is Slack’s http_client_error, and asked again by the next command', async () => {
  const { fault, read } = await open();
  await fault({ target: 'secrets', status: 500 });
  const failure = '/lts failed with the error "http_client_error"';
  expect(await read()).toEqual([failure]);
  expect(await read()).toEqual([failure, GROUPS]);
});

it('DynamoDB has the tables of the stack, and fails when it is told to', async () => {
  const { fault, url } = await open();
  const { dynamodb } = (await (await fetch(`${url}/local.json`)).json()) as {
    dynamodb: { endpoint: string; tables: string[]; state: string; audit: string };
  };
  const [state, audit] = [expect.stringMatching(/^State/), expect.stringMatching(/^Audit/)];
  expect(dynamodb).toEqual({
    endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    tables: expect.arrayContaining([state, audit]),
    state,
    audit,
  });
  await fault({ target: 'dynamodb', status: 503 });
  expect((await fetch(dynamodb.endpoint)).status).toBe(503);
  expect((await fetch(dynamodb.endpoint)).status).toBe(200);
});

it('cleared faults do nothing, and a wrong one is refused', async () => {
  const { fault, read, url } = await open();
  await fault({ target: 'worker', status: 500, times: 9 });
  expect((await fetch(`${url}/local/faults`, { method: 'DELETE' })).status).toBe(200);
  await expect(fault({ target: 'lts' })).rejects.toThrow('target must be one of');
  expect(await read()).toEqual([GROUPS]);
});
