import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type LocalServer, serve } from '../../../lib/local/http.ts';
import { type Lab, startLab } from './lab.ts';

/** Makes one call after the other, with the client that the event names, and logs what came back. */
const CALLER = `
const http = require('node:http');
const undici = require(${JSON.stringify(createRequire(import.meta.url).resolve('undici'))});
const plain = (url) => new Promise((resolve, reject) =>
  http.get(url, (response) => response.resume().on('end', () => resolve(response.statusCode))).on('error', reject));
const clients = {
  fetch: async (url) => (await fetch(url)).status,
  undici: async (url) => (await undici.request(url)).statusCode,
  http: plain,
};
exports.handler = async ({ client = 'fetch', urls = [], fail }, { awsRequestId }) => {
  console.log('run', awsRequestId);
  for (const url of urls) console.log('answer', await clients[client](url), url);
  if (fail) throw new Error('as the event says');
};`;

const FRONT = `exports.handler = async ({ requestContext }) => {
  console.log('run front');
  return { statusCode: 200, body: String(requestContext.timeEpoch) };
};`;

let lab: Lab;
let lts: LocalServer;
let slack: LocalServer;
let asked: string[] = [];

/** Answers every request with the status that its query names, or with Slack's word for no, and remembers its path. */
const startService = () =>
  serve(0, async (_request, response, url) => {
    asked.push(url.pathname);
    const failure = url.searchParams.get('failure');
    const status = Number(url.searchParams.get('status') ?? 200);
    response.writeHead(status, failure ? { 'x-slack-failure': failure } : {}).end('ok');
  });

beforeAll(async () => {
  [lts, slack] = await Promise.all([startService(), startService()]);
  const onFailure = { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } };
  lab = await startLab(
    {
      Front: { code: FRONT },
      Worker: { code: CALLER, asynchronous: { DestinationConfig: onFailure } },
      Failed: {
        code: `exports.handler = async ({ requestPayload }) => console.log('told', requestPayload.id);`,
      },
    },
    [10, 20],
    { lts: lts.url, slack: slack.url },
  );
});

afterEach(() => {
  lab.faults.clear();
  asked = [];
});

afterAll(() => Promise.all([lab.close(), lts.close(), slack.close()]));

const settle = () => vi.waitFor(() => expect(lab.host.waiting()).toEqual([]), 10_000);

/** Sends an event to the worker, waits until nothing is left to do, and gives what the functions logged. */
async function send(event: object): Promise<string[]> {
  const before = lab.logs.length;
  const response = await lab.invoke('Worker', event, { 'x-amz-invocation-type': 'Event' });
  expect(response.status).toBe(202);
  await settle();
  return logged(before);
}

/** What handlers said: the words after the tab that Lambda's own logging puts in front. */
function logged(from: number): string[] {
  return lab.logs.slice(from).flatMap((line) => /\t((?:run|answer|told) .*)$/.exec(line)?.[1] ?? []);
}

const isRun = (line: string) => line.startsWith('run ');

test('beforeRun kills an attempt before its handler runs, as often as it says', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'worker', kill: 'beforeRun', times: 2 });
  const lines = await send({ urls: [`${lts.url}/v2/x`] });
  expect(lines.filter(isRun)).toHaveLength(1);
  expect(asked).toEqual(['/v2/x']);
  const deaths = lab.logs.slice(before).filter((line) => line.includes('signal: SIGKILL'));
  expect(deaths).toHaveLength(2);
});

test('an event whose every attempt is killed goes to the failed function', async () => {
  lab.faults.add({ target: 'worker', kill: 'beforeRun', times: 3 });
  expect(await send({ id: 'lost' })).toEqual(['told lost']);
});

test.each(['fetch', 'undici', 'http'])(
  'afterLts kills at the first answer of LTS, before the code that used %s sees it',
  async (client) => {
    lab.faults.add({ target: 'worker', kill: 'afterLts' });
    const urls = [`${lts.url}/v3/auth/tokens`, `${slack.url}/api/users.info`, `${lts.url}/v2/x/groups`];
    const lines = await send({ client, urls });
    const [first, second, third] = urls.map((url) => `answer 200 ${url}`);
    // The first attempt saw two answers, the second all three; LTS was asked twice.
    expect(lines.filter((line) => !isRun(line))).toEqual([first, second, first, second, third]);
    expect(new Set(lines.filter(isRun)).size).toBe(1);
    expect(asked.filter((path) => path === '/v2/x/groups')).toHaveLength(2);
  },
);

test.each([
  ['/commands/T1/abc', 2],
  ['/actions/T1/abc', 2],
  ['/api/chat.postEphemeral', 2],
  ['/api/views.update', 2],
  ['/api/files.completeUploadExternal', 2],
  ['/api/users.info', 1],
  ['/api/chat.getPermalink', 1],
  ['/api/files.getUploadURLExternal', 1],
])('afterDeliver and an answer to %s make %i attempts', async (path, attempts) => {
  lab.faults.add({ target: 'worker', kill: 'afterDeliver' });
  const lines = await send({ urls: [slack.url + path] });
  expect(lines.filter(isRun)).toHaveLength(attempts);
  expect(asked).toHaveLength(attempts);
});

test.each(['fetch', 'http'])('what Slack refused of %s was not delivered', async (client) => {
  lab.faults.add({ target: 'worker', kill: 'afterDeliver' });
  const urls = [`${slack.url}/commands/a?status=429`, `${slack.url}/commands/b`, `${slack.url}/commands/c`];
  await send({ client, urls });
  expect(asked).toEqual(['/commands/a', '/commands/b', '/commands/a', '/commands/b', '/commands/c']);
});

test.each(['fetch', 'http'])('nor was what its Web API refused of %s with a 200', async (client) => {
  lab.faults.add({ target: 'worker', kill: 'afterDeliver' });
  const post = `${slack.url}/api/chat.postMessage`;
  await send({ client, urls: [`${post}?failure=not_in_channel`, `${post}?status=200`] });
  expect(asked).toHaveLength(4);
});

test.each(['fetch', 'undici', 'http'])(
  'killAt lets %s have the answers to other requests',
  async (client) => {
    lab.faults.add({ target: 'worker', kill: 'afterLts', killAt: 'GET /v2/x/streams' });
    const urls = [`${lts.url}/v2/x/groups`, `${lts.url}/v2/x/streams`];
    const lines = await send({ client, urls });
    const [first, second] = urls.map((url) => `answer 200 ${url}`);
    expect(lines.filter((line) => !isRun(line))).toEqual([first, first, second]);
  },
);

test('killAt picks among what is delivered', async () => {
  lab.faults.add({ target: 'worker', kill: 'afterDeliver', killAt: '/api/chat.update' });
  await send({ urls: ['/api/chat.postMessage', '/api/chat.update'].map((path) => slack.url + path) });
  expect(asked).toEqual(Array(2).fill(['/api/chat.postMessage', '/api/chat.update']).flat());
});

test('a kill that never came to its point does not hang over the next invocation', async () => {
  lab.faults.add({ target: 'worker', kill: 'afterLts' });
  expect(await send({})).toHaveLength(1);
  expect((await send({ urls: [`${lts.url}/v2/x`] })).filter(isRun)).toHaveLength(1);
});

test('only the payloads that match are hit', async () => {
  lab.faults.add({ target: 'worker', kill: 'beforeRun', match: { bodyIncludes: 'wanted' }, times: 3 });
  expect((await send({ id: 'other' })).filter(isRun)).toHaveLength(1);
  expect(await send({ id: 'wanted' })).toEqual(['told wanted']);
});

test('a duplicated event is run twice at the same time, under one request id', async () => {
  lab.faults.add({ target: 'worker', duplicate: true });
  // Each copy waits for the other: they would hang one after the other.
  const meeting = Promise.withResolvers<void>();
  let guests = 0;
  const server = await serve(0, async (_request, response) => {
    guests += 1;
    if (guests === 2) meeting.resolve();
    await meeting.promise;
    response.end();
  });
  const runs = (await send({ urls: [server.url] })).filter(isRun);
  await server.close();
  expect(runs).toHaveLength(2);
  expect(new Set(runs).size).toBe(1);
});

test('both copies of a duplicated event are waited for, and fail each for itself', async () => {
  lab.faults.add({ target: 'worker', duplicate: true });
  const lines = await send({ id: 'both', fail: true });
  expect(lines.filter(isRun)).toHaveLength(6);
  expect(lines.filter((line) => line === 'told both')).toHaveLength(2);
});

test('a hand-over is refused', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'worker', status: 429, body: { Type: 'User' } });
  const response = await lab.invoke('Worker', {}, { 'x-amz-invocation-type': 'Event' });
  expect([response.status, await response.json()]).toEqual([429, { Type: 'User' }]);
  expect(lab.host.waiting()).toEqual([]);
  expect(logged(before)).toEqual([]);
});

test('a hand-over that is held is listed, and accepted later, though its caller has gone', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'worker', delayMs: 200 });
  const call = fetch(`${lab.host.url}/2015-03-31/functions/Worker/invocations`, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 x', 'x-amz-invocation-type': 'Event' },
    body: '{}',
    signal: AbortSignal.timeout(100),
  });
  await expect(call).rejects.toThrow('timeout');
  expect(lab.host.waiting()).toEqual(['POST /2015-03-31/functions/Worker/invocations']);
  await settle();
  expect(logged(before).filter(isRun)).toHaveLength(1);
});

test('a hand-over whose answer is cut off was accepted', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'worker', truncate: true });
  await expect(lab.invoke('Worker', {}, { 'x-amz-invocation-type': 'Event' })).rejects.toThrow(
    'fetch failed',
  );
  await settle();
  expect(logged(before).filter(isRun)).toHaveLength(1);
});

test('the failed function runs late, and is waited for', async () => {
  lab.faults.add({ target: 'failed', delayMs: 300 });
  const start = performance.now();
  expect(await send({ id: 'late', fail: true })).toContain('told late');
  expect(performance.now() - start).toBeGreaterThan(300);
});

test('the failed function is killed and tried again', async () => {
  lab.faults.add({ target: 'failed', kill: 'beforeRun' });
  expect(await send({ id: 'again', fail: true })).toContain('told again');
});

test('a fault of the front answers for it, told by method, path and body', async () => {
  const before = lab.logs.length;
  const match = { method: 'POST', path: '/Front?x', bodyIncludes: 'hello' };
  lab.faults.add({ target: 'front', match, status: 502, body: 'bad gateway' });
  const post = (body: string) => fetch(`${lab.apiUrl}/Front?x=1`, { method: 'POST', body });
  expect((await post('other')).status).toBe(200);
  const response = await post('hello');
  expect([response.status, await response.text()]).toEqual([502, 'bad gateway']);
  expect(logged(before)).toEqual(['run front']);
});

test('a request to the front that comes twice runs twice, and one of the two answers', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'front', duplicate: true });
  expect((await fetch(`${lab.apiUrl}/Front`)).status).toBe(200);
  await settle();
  expect(logged(before)).toEqual(['run front', 'run front']);
});

test('a killed front is a 500, and is not tried again', async () => {
  const before = lab.logs.length;
  lab.faults.add({ target: 'front', kill: 'beforeRun' });
  expect((await fetch(`${lab.apiUrl}/Front`)).status).toBe(500);
  expect((await fetch(`${lab.apiUrl}/Front`)).status).toBe(200);
  expect(logged(before)).toEqual(['run front']);
});

test('a front that starts late is told when its request arrived', async () => {
  lab.faults.add({ target: 'front', delayMs: 200 });
  const start = Date.now();
  const arrived = Number(await (await fetch(`${lab.apiUrl}/Front`)).text());
  expect(Date.now() - start).toBeGreaterThanOrEqual(199);
  expect(arrived - start).toBeLessThan(100);
});
