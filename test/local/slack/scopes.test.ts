import { expect, test } from 'vitest';
import { METHOD_RULES } from '../../../lib/local/slack/method-rules.ts';
import { clientOf } from './client.ts';
import { BOT_TOKEN, type Fixture, startWorkspace } from './harness.ts';

function startWith(...scopes: string[]): Promise<Fixture> {
  return startWorkspace({ app: { command: '/lts', scopes, shortcuts: [] } });
}

function missing(needed: string, provided: string) {
  const data = expect.objectContaining({ ok: false, error: 'missing_scope', needed, provided });
  return expect.objectContaining({ data });
}

const SCOPED = Object.entries(METHOD_RULES).filter(([, { scopes }]) => scopes.length > 0);

test.each(SCOPED)('%s needs its scope, and is not tried without it', async (method, { scopes }) => {
  const fixture = await startWith('commands', 'reactions:read');
  await expect(clientOf(fixture).apiCall(method)).rejects.toEqual(
    missing(scopes.join(','), 'commands,reactions:read'),
  );
});

test('the headers say which scopes there are, and which the method takes', async () => {
  const fixture = await startWith('chat:write', 'users:read');
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const call = (method: string) => fetch(`${fixture.slack.apiUrl}/${method}`, { headers });
  const posting = (await call('chat.postMessage')).headers;
  expect(posting.get('x-oauth-scopes')).toBe('chat:write,users:read');
  expect(posting.get('x-accepted-oauth-scopes')).toBe('chat:write');
  const anybody = (await call('auth.test')).headers;
  expect(anybody.get('x-oauth-scopes')).toBe('chat:write,users:read');
  expect(anybody.has('x-accepted-oauth-scopes')).toBe(false);
  expect((await fetch(`${fixture.slack.apiUrl}/auth.test`)).headers.has('x-oauth-scopes')).toBe(false);
});

test('a conversation is read with the scope of its kind', async () => {
  const fixture = await startWith('channels:read', 'channels:history');
  const client = clientOf(fixture);
  const provided = 'channels:read,channels:history';
  const direct = fixture.channel('rita');
  await expect(client.conversations.info({ channel: direct })).rejects.toEqual(missing('im:read', provided));
  await expect(client.conversations.replies({ channel: direct, ts: '1.000000' })).rejects.toEqual(
    missing('im:history', provided),
  );
  expect(await client.conversations.info({ channel: fixture.channel('ops') })).toMatchObject({ ok: true });
});

test('a direct message is opened with im:write, one with several people with mpim:write', async () => {
  const channels = clientOf(await startWith('channels:manage'));
  const users = 'U0READER001';
  await expect(channels.conversations.open({ users })).rejects.toEqual(
    missing('im:write', 'channels:manage'),
  );
  const direct = clientOf(await startWith('im:write'));
  await expect(direct.conversations.open({ users: `${users},U0OPERATOR1` })).rejects.toEqual(
    missing('mpim:write', 'im:write'),
  );
});
