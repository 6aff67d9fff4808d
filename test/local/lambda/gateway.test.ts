import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Lab, startLab } from './lab.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({
    Echo: { code: 'exports.handler = async (event) => event;' },
    // Answers with what it is sent.
    Mirror: {
      code: `exports.handler = async (event) => {
        const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
        return JSON.parse(text);
      };`,
    },
    Broken: { code: "exports.handler = async () => { throw new TypeError('secret details'); };" },
    Slow: {
      code: 'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 700));',
      timeoutInMillis: 250,
    },
  });
});

afterAll(() => lab.close());

async function echoed(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${lab.apiUrl}${path}`, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const mirrored = (answer: unknown) =>
  fetch(`${lab.apiUrl}/Mirror`, { method: 'POST', body: JSON.stringify(answer) });

test('a function receives the event of payload format 2.0', async () => {
  const event = await echoed('/Echo?b=2&a=1&a=%C3%A9', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'Slackbot 1.0', Cookie: 'one=1; two=2' },
    body: '{"type":"é"}',
  });
  expect(event).toEqual({
    version: '2.0',
    routeKey: 'ANY /Echo',
    rawPath: '/Echo',
    rawQueryString: 'b=2&a=1&a=%C3%A9',
    cookies: ['one=1', 'two=2'],
    headers: expect.objectContaining({ 'content-type': 'application/json', 'user-agent': 'Slackbot 1.0' }),
    queryStringParameters: { a: '1,é', b: '2' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'local.execute-api.local-1.amazonaws.com',
      domainPrefix: 'local',
      http: {
        method: 'POST',
        path: '/Echo',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'Slackbot 1.0',
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: 'ANY /Echo',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    body: '{"type":"é"}',
    isBase64Encoded: false,
  });
  expect(event.headers).not.toHaveProperty('cookie');
});

test('repeated headers are joined with commas', async () => {
  const { resolve, promise } = Promise.withResolvers<string>();
  const request = rawRequest(`${lab.apiUrl}/Echo`, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    response.on('end', () => resolve(text));
  });
  request.setHeader('X-Forwarded-Proto', ['https', 'http']);
  request.end();
  expect(JSON.parse(await promise)).toMatchObject({ headers: { 'x-forwarded-proto': 'https,http' } });
});

test('a request without a body has none in its event', async () => {
  const event = await echoed('/Echo');
  expect(event).toMatchObject({ isBase64Encoded: false, rawQueryString: '' });
  expect(event).not.toHaveProperty('body');
  expect(event).not.toHaveProperty('cookies');
  expect(event).not.toHaveProperty('queryStringParameters');
});

test.each([
  ['application/x-www-form-urlencoded', true],
  ['application/octet-stream', true],
  ['application/vnd.api+json', true],
  ['application/json', false],
  ['application/json; charset=utf-8', false],
  ['Application/JavaScript', false],
  ['application/xml', false],
  ['text/csv', false],
])('a body of %s: base64 is %s', async (type, isBase64Encoded) => {
  const body = 'text=%2Flts+é&token=x';
  const event = await echoed('/Echo', { method: 'POST', headers: { 'content-type': type }, body });
  expect(event.isBase64Encoded).toBe(isBase64Encoded);
  expect(event.body).toBe(isBase64Encoded ? Buffer.from(body).toString('base64') : body);
});

test('status, headers, cookies and body of an answer arrive', async () => {
  const response = await mirrored({
    statusCode: 418,
    headers: { 'X-Slack-No-Retry': 1, 'Content-Type': 'text/html' },
    cookies: ['a=1', 'b=2'],
    body: 'ü',
  });
  expect(response.status).toBe(418);
  expect(response.headers.get('x-slack-no-retry')).toBe('1');
  expect(response.headers.get('content-type')).toBe('text/html');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.text()).toBe('ü');
});

test('a base64 answer arrives as bytes', async () => {
  const response = await mirrored({ statusCode: 200, isBase64Encoded: true, body: '/wD+' });
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xff, 0x00, 0xfe]);
});

test('an answer with a status alone is an empty one', async () => {
  const response = await mirrored({ statusCode: 200 });
  expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8');
  expect(await response.text()).toBe('');
});

test.each([
  [{ ok: true }, '{"ok":true}'],
  ['hello', 'hello'],
  [null, 'null'],
])('the answer %j without a status is the body of a 200', async (answer, body) => {
  const response = await mirrored(answer);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.text()).toBe(body);
});

test.each([
  { statusCode: 'many' },
  { statusCode: 99 },
  { statusCode: 200, body: { text: 'not a string' } },
  { statusCode: 200, headers: 'none' },
])('the malformed answer %j is an internal server error', async (answer) => {
  const response = await mirrored(answer);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ message: 'Internal Server Error' });
});

test('a function error is an internal server error without details', async () => {
  const response = await fetch(`${lab.apiUrl}/Broken`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('{"message":"Internal Server Error"}');
});

test('a path without a route is not found', async () => {
  const response = await fetch(`${lab.apiUrl}/Echo/`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('{"message":"Not Found"}');
});

test('a body over the limit is refused', async () => {
  const response = await fetch(`${lab.apiUrl}/Echo`, { method: 'POST', body: Buffer.alloc(5_000_000) });
  expect(response.status).toBe(413);
});

test('a function that is late is answered for, and goes on', async () => {
  const response = await fetch(`${lab.apiUrl}/Slow`);
  expect(response.status).toBe(503);
  expect(await response.text()).toBe('{"message":"Service Unavailable"}');
  expect(lab.host.waiting()).toEqual([expect.stringMatching(/^Slow .* synchronous$/)]);
  await vi.waitFor(() => expect(lab.host.waiting()).toEqual([]), 3_000);
});
