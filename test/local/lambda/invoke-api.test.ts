import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from './lab.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await startLab({
    Echo: {
      code: `exports.handler = async (event, context) => ({ event, name: context.functionName, id: context.awsRequestId });`,
      properties: { FunctionName: 'echo' },
    },
    Broken: { code: "exports.handler = async () => { throw new TypeError('no such thing'); };" },
    Size: {
      code: `exports.handler = async (event) => typeof event === 'string' ? event.length : 'x'.repeat(event.answer);`,
    },
  });
});

afterAll(() => lab.close());

test.each([
  'echo',
  'echo:$LATEST',
  '000000000000:function:echo',
  'arn:aws:lambda:local-1:000000000000:function:echo',
  'arn:aws:lambda:local-1:000000000000:function:echo:$LATEST',
])('a function is found as %s', async (name) => {
  const response = await lab.invoke(name, { a: 'é' });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-amz-executed-version')).toBe('$LATEST');
  expect(response.headers.has('x-amz-function-error')).toBe(false);
  expect(await response.json()).toEqual({
    event: { a: 'é' },
    name: 'echo',
    id: response.headers.get('x-amzn-requestid'),
  });
});

test('an empty body is an empty event', async () => {
  const response = await lab.invoke('echo', '');
  expect(await response.json()).toMatchObject({ event: {} });
});

test('what a handler throws is the payload of a 200 that is marked', async () => {
  const response = await lab.invoke('Broken');
  expect(response.status).toBe(200);
  expect(response.headers.get('x-amz-function-error')).toBe('Unhandled');
  expect(await response.json()).toEqual({
    errorType: 'TypeError',
    errorMessage: 'no such thing',
    trace: expect.arrayContaining(['TypeError: no such thing']),
  });
});

test.each([
  'Echo',
  'nobody',
  'arn:aws:lambda:eu-west-1:000000000000:function:echo',
  'arn:aws:lambda:local-1:111111111111:function:echo',
])('%s is no function', async (name) => {
  const response = await lab.invoke(name);
  expect(response.status).toBe(404);
  expect(response.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
  expect(await response.json()).toMatchObject({ Type: 'User' });
});

test.each([undefined, 'Bearer token'])('authorization %s is refused', async (authorization) => {
  const response = await fetch(`${lab.host.url}/2015-03-31/functions/echo/invocations`, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
  });
  expect(response.status).toBe(403);
  expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
});

test('a body that is not JSON is refused', async () => {
  const response = await lab.invoke('echo', '{');
  expect(response.status).toBe(400);
  expect(response.headers.get('x-amzn-errortype')).toBe('InvalidRequestContentException');
});

test('an unknown invocation type is refused', async () => {
  const response = await lab.invoke('echo', {}, { 'x-amz-invocation-type': 'Later' });
  expect(response.status).toBe(400);
});

const MB = 1_048_576;

test.each([
  ['RequestResponse', 6 * MB, 200],
  ['RequestResponse', 6 * MB + 1, 413],
  ['Event', MB, 202],
  ['Event', MB + 1, 413],
])('%s with a body of %i bytes is answered with %i', async (type, bytes, status) => {
  const payload = JSON.stringify('x'.repeat(bytes - 2));
  const response = await lab.invoke('Size', payload, { 'x-amz-invocation-type': type });
  expect(response.status).toBe(status);
  if (type === 'RequestResponse' && status === 200) expect(await response.json()).toBe(bytes - 2);
});

test('an answer over six megabytes is a function error', async () => {
  const limit = 6_291_556;
  const fits = await lab.invoke('Size', { answer: limit - 2 });
  expect(fits.headers.has('x-amz-function-error')).toBe(false);
  expect((await fits.text()).length).toBe(limit);
  const tooLarge = await lab.invoke('Size', { answer: limit - 1 });
  expect(tooLarge.headers.get('x-amz-function-error')).toBe('Unhandled');
  expect(await tooLarge.json()).toEqual({
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
  });
});
