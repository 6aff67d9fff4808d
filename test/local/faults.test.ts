import { expect, onTestFinished, test } from 'vitest';
import { withFaults } from '../../lib/local/fault-answer.ts';
import { answerFaults, TargetFaults } from '../../lib/local/fault-targets.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';

/** A server that echoes, behind the faults of Slack, and takes new ones. */
async function start() {
  const faults = new TargetFaults();
  const handled: string[] = [];
  const echo = withFaults(faults.http.slack, async (request, response) => {
    const body = (await readBody(request)).toString();
    handled.push(body);
    response.end(body);
  });
  const server = await serve(0, (request, response, url) =>
    url.pathname === '/local/faults' ? answerFaults(faults, request, response) : echo(request, response, url),
  );
  onTestFinished(() => server.close());
  const post = (path: string, body: string) => fetch(server.url + path, { method: 'POST', body });
  const add = async (fault: object) => {
    const response = await post('/local/faults', JSON.stringify({ target: 'slack', ...fault }));
    return { status: response.status, ...((await response.json()) as { error?: string }) };
  };
  const clear = () => fetch(`${server.url}/local/faults`, { method: 'DELETE' });
  return { ...server, faults, handled, post, add, clear };
}

test('a fault answers in the place of what it matches, as often as it says', async () => {
  const { add, post, handled } = await start();
  const match = { method: 'post', path: '/chat', bodyIncludes: 'now' };
  await add({ match, status: 429, headers: { 'retry-after': '3' }, body: { ok: false }, times: 2 });
  expect(await (await post('/chat', 'later')).text()).toBe('later');
  expect(await (await post('/users', 'now')).text()).toBe('now');
  for (const path of ['/chat.one', '/chat.two']) {
    const response = await post(path, 'right now');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ ok: false });
  }
  expect(await (await post('/chat', 'now again')).text()).toBe('now again');
  expect(handled).toEqual(['later', 'now', 'now again']);
});

test('what is still to come is listed as it was asked for, with the times that are left', async () => {
  const { add, post, clear, url } = await start();
  const list = async () =>
    ((await (await fetch(`${url}/local/faults`)).json()) as { faults: object[] }).faults;
  await add({ status: 503, times: 2 });
  await add({ target: 'worker', kill: 'beforeRun', duplicate: true });
  await post('/', '');
  expect(await list()).toEqual([
    { target: 'slack', status: 503, times: 1 },
    { target: 'worker', kill: 'beforeRun', duplicate: true, times: 1 },
  ]);
  await post('/', '');
  expect(await list()).toHaveLength(1);
  await clear();
  expect(await list()).toEqual([]);
});

test('the oldest one that matches is used, one a request', async () => {
  const { add, post } = await start();
  await add({ match: { path: '/b' }, status: 501 });
  await add({ status: 502 });
  await add({ status: 503 });
  const statuses = [];
  for (const path of ['/a', '/b', '/b', '/b']) statuses.push((await post(path, '')).status);
  expect(statuses).toEqual([502, 501, 503, 200]);
});

test('a text is sent as it is, and without a status it is a 200', async () => {
  const { add, post } = await start();
  await add({ body: '<html>', headers: { 'Content-Type': 'text/html' } });
  const response = await post('/', 'x');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
  expect(await response.text()).toBe('<html>');
});

test('headers win over those of the same name in the usual answer, and a number is sent as its digits', async () => {
  const faults = new TargetFaults();
  const usual = withFaults(faults.http.slack, async (_request, response) => sendJson(response, 200, {}));
  const server = await serve(0, usual);
  onTestFinished(() => server.close());
  faults.add({ target: 'slack', headers: { 'Content-Type': 'text/html', 'retry-after': 7 } });
  const { status, headers } = await fetch(server.url);
  expect([status, headers.get('content-type'), headers.get('retry-after')]).toEqual([200, 'text/html', '7']);
});

test.each(['text=groups+ids', 'groups ids', '/lts'])('a form is told by %j', async (bodyIncludes) => {
  const { add, url } = await start();
  await add({ status: 500, match: { bodyIncludes } });
  const body = new URLSearchParams({ command: '/lts', text: 'groups ids' });
  expect((await fetch(url, { method: 'POST', body })).status).toBe(500);
});

test('fields that are null are as good as absent', async () => {
  const { add, post } = await start();
  const others = {
    headers: null,
    body: null,
    delayMs: null,
    abort: null,
    kill: null,
    killAt: null,
    duplicate: null,
  };
  const match = { method: 'POST', path: null, bodyIncludes: null };
  expect(await add({ ...others, match, status: 500, times: null })).toEqual({ status: 200 });
  const response = await post('/', 'x');
  expect([response.status, await response.text()]).toEqual([500, '']);
});

test.each([{}, { match: {}, times: 3 }, { status: null }])(
  '%j does nothing, and is refused',
  async (fault) => {
    const { add } = await start();
    expect(await add(fault)).toEqual({
      status: 400,
      error: expect.stringMatching(/give one of kill, .*status/),
    });
  },
);

test('headers alone stand beside the usual answer', async () => {
  const { add, post } = await start();
  await add({ headers: { 'x-slow': '1' } });
  const response = await post('/', 'usual');
  expect([response.headers.get('x-slow'), await response.text()]).toEqual(['1', 'usual']);
});

test('a held request is listed until it is carried out, though nobody waits for it any more', async () => {
  const { add, waiting, url, handled } = await start();
  await add({ delayMs: 200 });
  const request = fetch(`${url}/api/x?y=1`, {
    method: 'POST',
    body: 'held',
    signal: AbortSignal.timeout(100),
  });
  await expect(request).rejects.toThrow('timeout');
  expect(waiting()).toEqual(['POST /api/x']);
  expect(handled).toEqual([]);
  await expect.poll(waiting).toEqual([]);
  expect(handled).toEqual(['held']);
});

test('an aborted request gets no answer and is not carried out', async () => {
  const { add, post, handled } = await start();
  await add({ abort: true });
  await expect(post('/', 'never')).rejects.toThrow('fetch failed');
  expect(handled).toEqual([]);
});

test('a truncated answer breaks in its middle, after the request was carried out', async () => {
  const { add, post, handled } = await start();
  await add({ truncate: true });
  const response = await post('/', 'a long body');
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
  expect(handled).toEqual(['a long body']);
});

test('an answer without a body that is truncated does not leave at all', async () => {
  const { add, post, handled } = await start();
  await add({ truncate: true });
  await expect(post('/', '')).rejects.toThrow('fetch failed');
  expect(handled).toEqual(['']);
});

test('cleared faults do nothing', async () => {
  const { add, clear, post } = await start();
  await add({ status: 500, times: 9 });
  expect((await clear()).status).toBe(200);
  expect((await post('/', '')).status).toBe(200);
});

test.each([
  ['target', { target: undefined }],
  ['target', { target: 'lts' }],
  ['match', { match: 'x' }],
  ['match', { match: { host: 'x' } }],
  ['match', { match: { path: 1 } }],
  ['status', { status: 199 }],
  ['status', { status: 600 }],
  ['status', { status: '500' }],
  ['headers', { headers: 'x' }],
  ['headers', { headers: { a: true } }],
  ['headers', { headers: { 'a b': 'x' } }],
  ['headers', { headers: { a: 'line\nbreak' } }],
  ['delayMs', { delayMs: -1 }],
  ['delayMs', { delayMs: 600_001 }],
  ['delayMs', { delayMs: 0.5 }],
  ['abort', { abort: 'yes' }],
  ['truncate', { truncate: 1 }],
  ['times', { times: 0 }],
  ['kill', { target: 'worker', kill: 'later' }],
  ['kill', { target: 'slack', kill: 'beforeRun' }],
  ['kill', { target: 'dynamodb', kill: 'afterLts' }],
  ['killAt', { target: 'worker', kill: 'afterLts', killAt: 1 }],
  ['killAt', { target: 'worker', kill: 'beforeRun', killAt: 'POST /v2/' }],
  ['killAt', { target: 'worker', killAt: 'POST /v2/' }],
  ['killAt', { killAt: 'POST /v2/' }],
  ['duplicate', { target: 'worker', duplicate: 'yes' }],
  ['duplicate', { target: 'secrets', duplicate: true }],
  ['abort', { target: 'failed', status: undefined, abort: true }],
  ['status', { target: 'failed', status: 500 }],
  ['delay', { delay: 100 }],
])('a wrong %s is refused by name: %j', async (field, fault) => {
  const { add, post } = await start();
  expect(await add({ status: 500, ...fault })).toEqual({
    status: 400,
    error: expect.stringMatching(new RegExp(`^${field}\\b`)),
  });
  expect((await post('/', '')).status).toBe(200);
});

test.each(['', 'kill', '[]', 'null'])('the body %j is no fault', async (body) => {
  const { post } = await start();
  const response = await post('/local/faults', body);
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: expect.stringContaining('the body must be') },
  ]);
});

test.each([
  { delayMs: 0 },
  { delayMs: 600_000 },
  { status: 200 },
  { status: 599 },
  { target: 'worker', kill: 'afterLts', duplicate: true, delayMs: 5 },
  { target: 'worker', kill: 'afterDeliver', killAt: 'POST /api/chat.update' },
  { target: 'front', kill: 'beforeRun' },
  { target: 'front', duplicate: true },
  { target: 'failed', abort: false, truncate: false, kill: 'beforeRun' },
  { target: 'failed', delayMs: 5, kill: 'afterDeliver', duplicate: true },
])('%j is a fault', async (fault) => {
  const { add } = await start();
  expect(await add(fault)).toEqual({ status: 200 });
});
