import { expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { BOT_TOKEN, postJson, startWorkspace } from './harness.ts';

test('tokens and methods are refused as Slack does', async () => {
  const fixture = await startWorkspace();
  await expect(clientOf(fixture, 'xoxb-wrong').auth.test()).rejects.toEqual(refusal('invalid_auth'));
  await expect(clientOf(fixture).apiCall('chat.dance')).rejects.toEqual(refusal('unknown_method'));
  const body = { channel: fixture.channel('ops'), text: 'a', token: BOT_TOKEN };
  const url = `${fixture.slack.apiUrl}/chat.postMessage`;
  expect(await postJson(url, body)).toEqual({ status: 200, body: { ok: false, error: 'not_authed' } });
  const form = await fetch(url, { method: 'POST', body: new URLSearchParams(body) });
  expect(await form.json()).toMatchObject({ ok: true });
});

test.each([
  ['invalid_json', 'application/json', '{'],
  ['json_not_object', 'application/json', '[]'],
  ['invalid_post_type', 'text/csv', 'a,b'],
  ['invalid_form_data', 'multipart/form-data; boundary=x', 'no form'],
])('%s is the answer to a body that cannot be read', async (error, type, body) => {
  const fixture = await startWorkspace();
  const headers = { 'content-type': type, authorization: `Bearer ${BOT_TOKEN}` };
  const response = await fetch(`${fixture.slack.apiUrl}/auth.test`, { method: 'POST', headers, body });
  expect(await response.json()).toEqual({ ok: false, error });
});

test('a missing argument is named', async () => {
  const fixture = await startWorkspace();
  const call = clientOf(fixture).apiCall('chat.update', { channel: fixture.channel('ops'), text: 'a' });
  await expect(call).rejects.toEqual(
    refusal('invalid_arguments', ['missing required field: ts [json-pointer:/ts]']),
  );
});

test('a form with parts is read like any other', async () => {
  const fixture = await startWorkspace();
  const body = new FormData();
  for (const [name, value] of Object.entries({
    token: BOT_TOKEN,
    channel: fixture.channel('ops'),
    text: 'a',
  })) {
    body.append(name, value);
  }
  const response = await fetch(`${fixture.slack.apiUrl}/chat.postMessage`, { method: 'POST', body });
  expect(await response.json()).toMatchObject({ ok: true, message: { text: 'a' } });
});

test('a body needs a content type', async () => {
  const fixture = await startWorkspace();
  const body = new Blob(['a=b']);
  const response = await fetch(`${fixture.slack.apiUrl}/auth.test`, { method: 'POST', body });
  expect(await response.json()).toEqual({ ok: false, error: 'missing_post_type' });
});

test('methods that read forms only see nothing of a JSON body', async () => {
  const fixture = await startWorkspace();
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const user = fixture.person('reader');
  const url = `${fixture.slack.apiUrl}/users.info`;
  expect((await postJson(url, { user }, headers)).body).toMatchObject({ error: 'invalid_arguments' });
  expect((await postJson(`${url}?user=${user}`, {}, headers)).body).toMatchObject({
    ok: true,
    user: { id: user },
  });
});

test('unknown arguments are let pass', async () => {
  const fixture = await startWorkspace();
  const answer = await clientOf(fixture).apiCall('chat.postMessage', {
    channel: fixture.channel('ops'),
    text: 'a',
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'page', event_payload: { id: '1' } },
    what_nobody_knows: 1,
  });
  expect(answer).toMatchObject({ ok: true, message: { text: 'a' } });
});

test('api.test says back what it is told, without a token', async () => {
  const fixture = await startWorkspace();
  const call = (query: string) => fetch(`${fixture.slack.apiUrl}/api.test?${query}`).then((it) => it.json());
  expect(await call('foo=bar')).toEqual({ ok: true, args: { foo: 'bar' } });
  expect(await call('error=my_error')).toEqual({ ok: false, error: 'my_error' });
});

test('a revoked token is of no use any more', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  expect(await client.auth.revoke({ test: true })).toMatchObject({ ok: true, revoked: false });
  expect(await client.auth.test()).toMatchObject({ ok: true });
  expect(await client.auth.revoke()).toMatchObject({ ok: true, revoked: true });
  await expect(client.auth.test()).rejects.toEqual(refusal('account_inactive'));
});
