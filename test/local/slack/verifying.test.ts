import { expect, test } from 'vitest';
import { startBolt } from './bolt.ts';
import { type BotReply, last, startWorkspace } from './harness.ts';

test("Bolt's answer to the challenge is taken", async () => {
  const { fixture } = await startBolt();
  const { body } = await fixture.post('/local/verify', {});
  expect(body).toEqual({ status: 200, body: expect.any(String), ms: expect.any(Number), verified: true });
});

test('the request holds a token, a challenge and its type', async () => {
  const fixture = await startWorkspace();
  await fixture.post('/local/verify', {});
  const { headers, raw } = last(fixture.heard);
  expect(headers['content-type']).toBe('application/json');
  expect(JSON.parse(raw)).toEqual({
    token: expect.any(String),
    challenge: expect.stringMatching(/^[\w-]{20,}$/),
    type: 'url_verification',
  });
});

test.each<[what: string, reply: BotReply]>([
  ['nothing', {}],
  ['another challenge', { body: 'guessed' }],
  ['an error', { status: 500 }],
  ['no HTTP', { reset: true }],
])('a bot that answers %s is not verified', async (_what, reply) => {
  const fixture = await startWorkspace();
  fixture.reply(reply);
  expect((await fixture.post('/local/verify', {})).body).toMatchObject({ verified: false });
});
