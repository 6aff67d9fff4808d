import { expect, test } from 'vitest';
import { last, startWorkspace } from './harness.ts';
import { APP, call, payloadOf, postMessage } from './view-builders.ts';

test('a global shortcut knows neither channel nor message', async () => {
  const fixture = await startWorkspace({ app: APP });
  const user = fixture.person('guest');
  const { body } = await fixture.post('/local/shortcut', { user, callbackId: 'global' });
  expect(body).toMatchObject({ status: 200, body: '' });
  const payload = payloadOf(fixture);
  expect(payload).toMatchObject({
    type: 'shortcut',
    callback_id: 'global',
    team: { id: fixture.slack.teamId },
  });
  expect(payload.user).toMatchObject({ id: user, username: 'gil', team_id: expect.stringMatching(/^T/) });
  expect(payload.user.team_id).not.toBe(fixture.slack.teamId);
  for (const absent of ['channel', 'message', 'response_url']) expect(payload).not.toHaveProperty(absent);
});

test('a message shortcut brings the message, in a thread too, and a response_url that answers', async () => {
  const fixture = await startWorkspace({ app: APP });
  const channel = fixture.channel('ops');
  const thread_ts = await postMessage(fixture, []);
  const messageTs = await postMessage(fixture, [], { text: 'reply', thread_ts });
  const fields = { user: fixture.person('operator'), callbackId: 'message', channel, messageTs };
  await fixture.post('/local/shortcut', fields);
  const payload = payloadOf(fixture);
  expect(payload).toMatchObject({
    type: 'message_action',
    callback_id: 'message',
    message_ts: messageTs,
    channel: { id: channel, name: 'ops' },
    message: { type: 'message', text: 'reply', ts: messageTs, thread_ts },
  });
  const answer = { method: 'POST', body: JSON.stringify({ text: 'found', replace_original: true }) };
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(payload.response_url, { ...answer, headers })).status).toBe(200);
  const removal = { method: 'POST', body: JSON.stringify({ delete_original: true }), headers };
  expect(await (await fetch(payload.response_url, removal)).json()).toMatchObject({ error: 'no_text' });
  const { text } = last(await fixture.messages({ channel, user: fixture.person('operator') }));
  expect(text).toBe('found');
  expect(last(await fixture.messages({ channel, threadTs: thread_ts })).text).toBe('reply');
});

test('shortcuts need an app that has them, and a message that has a menu', async () => {
  const fixture = await startWorkspace({ app: APP });
  const where = { user: fixture.person('operator'), channel: fixture.channel('ops') };
  const whisper = (await call(fixture, 'chat.postEphemeral', { ...where, text: 'psst' })) as {
    message_ts?: string;
  };
  const ts = await postMessage(fixture, []);
  const cases = [
    { ...where, callbackId: 'unknown', messageTs: ts },
    { ...where, callbackId: 'message' },
    { ...where, callbackId: 'message', messageTs: whisper.message_ts },
    { ...where, callbackId: 'message', messageTs: ts, channel: 'C0NOWHERE' },
    { ...where, callbackId: 'message', messageTs: ts, user: 'U0NOBODY' },
  ];
  for (const fields of cases) {
    expect(await fixture.post('/local/shortcut', fields)).toEqual({
      status: 404,
      body: { error: expect.any(String) },
    });
  }
  expect(fixture.heard).toEqual([]);
});
