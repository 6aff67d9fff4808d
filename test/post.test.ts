import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serve } from '../lib/local/http.ts';
import { post, postAnew } from '../lib/post.ts';
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

it('an address that is none is no answer', async () => {
  await expect(post('', { headers: {}, body: '', signal: soon() })).rejects.toThrow('Invalid URL');
});

it('no encoding is asked for but none', async () => {
  let asked: IncomingHttpHeaders = {};
  await ask((response) => {
    asked = response.req.headers;
    response.end();
  });
  expect(asked['accept-encoding']).toBe('identity');
});

describe('over connections that were kept, and closed in a freeze', () => {
  /** A server to which three connections are kept; as after a freeze, the client has not yet seen them closed. */
  async function freeze(close: (socket: Socket) => void) {
    const sockets = new Set<Socket>();
    const server = await serve(0, async (request, response) => {
      sockets.add(request.socket);
      request.resume().on('end', () => response.end('ok'));
    });
    onTestFinished(() => server.close());
    const send = (how: typeof post, body = 'body', signal = soon()) =>
      how(server.url, { headers: {}, body, signal });
    await Promise.all([send(post), send(post), send(post)]);
    for (const socket of sockets) close(socket);
    return send;
  }

  it('a request that nobody hears ends in time, and the next one gets a new one', async () => {
    const send = await freeze((socket) => socket.removeAllListeners('data').pause());
    await expect(send(post, 'body', AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'AbortError' });
    expect(await send(post)).toMatchObject({ text: 'ok' });
  });

  const closings = [
    ['ended', (socket: Socket) => void socket.end()],
    ['reset', (socket: Socket) => void socket.resetAndDestroy()],
  ] as const;

  it.each(closings)('that were %s a request fails, and the next one gets a new one', async (_, close) => {
    const send = await freeze(close);
    await expect(send(post)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(await send(post)).toMatchObject({ text: 'ok' });
  });

  it.each(closings)('that were %s a request is made once more, however long it is', async (_, close) => {
    for (const length of [1, 3_000_000]) {
      const send = await freeze(close);
      const answer = await send(postAnew, 'x'.repeat(length));
      expect(answer).toMatchObject({ text: 'ok', isRepeated: true });
    }
  });
});
