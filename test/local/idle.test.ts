import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../lib/local/http.ts';
import { answerIdle, isWork } from '../../lib/local/idle.ts';

/** A server that works until it is told to stop, and says when nothing is under way. */
async function start() {
  const stop = Promise.withResolvers<void>();
  const events: string[] = [];
  const server = await serve(0, async (request, response, { pathname, searchParams }) => {
    if (pathname === '/local/idle') {
      const waiting = () => server.waiting().filter(isWork);
      return answerIdle(waiting, response, searchParams.get('timeoutMs'));
    }
    await stop.promise;
    events.push(`${request.method} ${pathname}`);
    response.end();
  });
  onTestFinished(() => server.close());
  async function idle(query = ''): Promise<unknown> {
    const response = await fetch(`${server.url}/local/idle${query}`);
    events.push(`idle ${response.status}`);
    return response.json();
  }
  return { ...server, idle, events, stop: stop.resolve };
}

test('what is sent right after the question is waited for', async () => {
  const { url, idle, events, waiting, stop } = await start();
  await idle(); // The next question finds a connection open; what follows it must open one.
  const asked = idle();
  const worked = fetch(`${url}/local/type`, { method: 'POST' });
  await expect.poll(waiting).toContain('POST /local/type');
  stop();
  await Promise.all([asked, worked]);
  expect(events).toEqual(['idle 200', 'POST /local/type', 'idle 200']);
});

test('with no time to wait it says at once what is under way', async () => {
  const { url, idle, waiting, stop } = await start();
  expect(await idle('?timeoutMs=0')).toEqual({ idle: true });
  const worked = fetch(`${url}/api/chat.update`, { method: 'POST' });
  await expect.poll(waiting).toContain('POST /api/chat.update');
  expect(await idle('?timeoutMs=0')).toEqual({ waiting: ['POST /api/chat.update'] });
  expect(await idle('?timeoutMs=20')).toEqual({ waiting: ['POST /api/chat.update'] });
  stop();
  await worked;
});

test.each([
  ['POST /local/click', true],
  ['GET /api/users.info', true],
  ['POST /slack/events', true],
  ['POST /upload/v1/F1', true],
  ['GET /', false],
  ['GET /local.json', false],
  ['GET /local/messages', false],
])('%s is work: %s', (call, expected) => {
  expect(isWork(call)).toBe(expected);
});
