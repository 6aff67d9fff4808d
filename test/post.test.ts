import type { ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../lib/local/http.ts';
import { post } from '../lib/post.ts';
import { soon } from './lts/lab.ts';

async function ask(answer: (response: ServerResponse) => void, signal = soon()) {
  const server = await serve(0, async (_request, response) => answer(response));
  onTestFinished(() => server.close());
  return post(new URL(`${server.url}/path`), { headers: {}, body: 'body', signal });
}

it('whatever is answered is given, refusals as well', async () => {
  const answer = await ask((response) => response.writeHead(429, { 'Retry-After': '7' }).end('später'));
  expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7' }, text: 'später' });
});

it('an answer that breaks off has a status, and no text', async () => {
  const half = (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  };
  expect(await ask(half)).toMatchObject({ status: 200, text: undefined });
});

it('a redirect is not followed, and is no answer', async () => {
  const away = (response: ServerResponse) => response.writeHead(307, { location: '/elsewhere' }).end();
  await expect(ask(away)).rejects.toThrow('redirect');
});

it('a signal ends it, also in the middle of an answer', async () => {
  await expect(ask(() => {}, AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'AbortError' });
  const slow = (response: ServerResponse) => void response.writeHead(200).write('half');
  expect(await ask(slow, AbortSignal.timeout(200))).toMatchObject({ status: 200, text: undefined });
});
