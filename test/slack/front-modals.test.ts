import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { catchLines } from '../catch-lines.ts';
import { NOW, openBundle, openSource } from './fronts.ts';
import { clicked, command, openHooks, submission, submitted } from './requests.ts';

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

type Reply = (method: string) => { status?: number; body?: unknown; delayMs?: number; location?: string };

const OPENED = { ok: true, view: { id: 'V1', hash: '1.a' } };
const refused = (error: string) => ({ body: { ok: false, error } });

/** Slack's Web API, as far as a modal is opened and changed. */
async function openApi(reply: Reply = () => ({ body: OPENED })) {
  const calls: { method: string; token: string; fields: Record<string, unknown> }[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    const method = pathname.slice('/api/'.length);
    const fields = JSON.parse(String(await readBody(request))) as Record<string, unknown>;
    calls.push({ method, token: request.headers.authorization ?? '', fields });
    const { status = 200, body = {}, delayMs = 0, location } = reply(method);
    await sleep(delayMs);
    if (location) return void response.writeHead(307, { location }).end();
    if (typeof body === 'string') return void response.writeHead(status).end(body);
    sendJson(response, status, body);
  });
  onTestFinished(() => server.close());
  return { calls, apiUrl: `${server.url}/api/`, methods: () => calls.map(({ method }) => method) };
}

const OPEN_DELETE = encodeClick({ kind: 'open_delete', source: 'main', group: 'g', stream: 's' });
const onDelete = { actions: [{ type: 'button', action_id: 'delete', value: OPEN_DELETE }] };

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it.each([
    ['a stream', command('stream delete checkout/api')],
    ['a group, in another case, with blanks', command('  GROUP \t Delete  checkout')],
    ['a group, in full-width letters', command('ｇｒｏｕｐ　ｄｅｌｅｔｅ checkout')],
    ['a group, in quotes', command('“group” "delete" checkout')],
    ['nothing in particular', command('stream delete')],
    ['what its button names', clicked(onDelete)],
  ])('opens a modal for whoever wants to delete %s, and hands it over', async (_, event) => {
    const api = await openApi();
    const { jobs, answer } = await front(api);
    expect(await answer(event)).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toMatchObject([{ id: '1.2.3', view: { id: 'V1', hash: '1.a' } }]);
    expect(api.calls).toMatchObject([
      { method: 'views.open', token: 'Bearer xoxb', fields: { trigger_id: '1.2.3' } },
    ]);
    expect(JSON.stringify(api.calls)).toContain('正在查询');
  });

  it.each(['group create delete', 'stream', 'logs group/delete', 'group "delete', 'groups delete'])(
    'opens none for “%s”',
    async (text) => {
      const api = await openApi();
      const { jobs, answer } = await front(api);
      await answer(command(text));
      expect([jobs.length, jobs[0]]).toEqual([1, expect.not.objectContaining({ view: expect.anything() })]);
      expect(api.calls).toEqual([]);
    },
  );

  it.each([
    ['an expired trigger', refused('expired_trigger_id')],
    ['a refused token', refused('invalid_auth')],
    ['too many requests', { status: 429 }],
    ['a failure', { status: 503, body: 'no' }],
    ['an address elsewhere', { location: 'http://127.0.0.1:9/api/views.open' }],
  ])('hands over without a modal after %s', async (_, reply) => {
    const api = await openApi(() => reply);
    const { jobs, answer } = await front(api);
    expect(await answer(command('stream delete checkout/api'))).toEqual({ statusCode: 200, body: '' });
    expect([jobs.length, jobs[0]]).toEqual([1, expect.not.objectContaining({ view: expect.anything() })]);
    expect(api.methods()).toEqual(['views.open']);
    expect(lines.join()).toContain('a modal could not be opened');
    expect(lines.join()).not.toContain('xoxb');
  });

  it('hands over without a modal when its token cannot be read', async () => {
    const api = await openApi();
    const token = async () => {
      throw new Error('throttled');
    };
    const { jobs, answer } = await front({ ...api, token });
    await answer(command('stream delete checkout/api'));
    expect([jobs.length, jobs[0]]).toEqual([1, expect.not.objectContaining({ view: expect.anything() })]);
    expect(api.calls).toEqual([]);
  });

  it('hands over without a modal when its token is none, and does not log it', async () => {
    const api = await openApi();
    const { jobs, answer } = await front({ ...api, token: async () => 'SEEK\nRIT' });
    await answer(command('stream delete checkout/api'));
    expect([jobs.length, jobs[0]]).toEqual([1, expect.not.objectContaining({ view: expect.anything() })]);
    expect(lines.join()).toContain('the bot token is none');
    expect(lines.join()).not.toMatch(/SEEK|RIT/);
  });

  it.each([
    ['breaks off', { body: '{"ok":tr' }],
    ['names none', { body: { ok: true } }],
    ['says that Slack failed', refused('internal_error')],
  ])('names a modal that may be open, when the answer %s, by its job', async (_, reply) => {
    const { jobs, answer } = await front(await openApi(() => reply));
    await answer(command('stream delete checkout/api'));
    expect(jobs).toMatchObject([{ view: { externalId: '1.2.3' } }]);
  });

  it('waits a second and a half for a modal, and no longer', async () => {
    const api = await openApi(() => ({ body: OPENED, delayMs: 3_000 }));
    const { jobs, answer } = await front(api);
    const before = performance.now();
    expect(await answer(command('stream delete checkout/api'))).toEqual({ statusCode: 200, body: '' });
    const ms = performance.now() - before;
    expect([ms > 1_450, ms < 2_000]).toEqual([true, true]);
    expect(jobs).toMatchObject([{ view: { externalId: '1.2.3' } }]);
    expect(api.calls[0]?.fields).toMatchObject({ view: { external_id: '1.2.3' } });
  });

  it.each([
    ['refuses', 'This could not be passed on, so nothing was done.'],
    ['is silent', 'It is not certain that this was passed on.'],
  ] as const)('says in the modal that the worker %s, and nowhere else', async (fails, text) => {
    const api = await openApi();
    const { answer } = await front({ ...api, fails });
    expect(await answer(command('stream delete checkout/api'))).toEqual({ statusCode: 200, body: '' });
    expect(api.calls[1]).toMatchObject({
      method: 'views.update',
      fields: {
        view_id: 'V1',
        hash: '1.a',
        view: { blocks: [{ text: { text: expect.stringContaining(text) } }] },
      },
    });
  });

  it('says so in a message when the modal is closed', async () => {
    const api = await openApi((method) =>
      method === 'views.open' ? { body: OPENED } : refused('not_found'),
    );
    const { told, hooksOrigin } = await openHooks();
    const { answer } = await front({ ...api, fails: 'refuses', hooksOrigin });
    const { body } = await answer(
      command('stream delete checkout/api', { response_url: `${hooksOrigin}/commands/1` }),
    );
    expect(JSON.parse(body ?? '')).toMatchObject({ text: expect.stringContaining('could not be passed on') });
    await answer(clicked({ ...onDelete, response_url: `${hooksOrigin}/actions/1` }));
    expect(told).toMatchObject([{ text: expect.stringContaining('could not be passed on') }]);
  });

  it('says nothing when the worker has filled the modal, though it gave no answer', async () => {
    const api = await openApi((method) =>
      method === 'views.open' ? { body: OPENED } : refused('hash_conflict'),
    );
    const { answer } = await front({ ...api, fails: 'is silent' });
    expect(await answer(command('stream delete checkout/api'))).toEqual({ statusCode: 200, body: '' });
  });

  it.each([
    ['name', 'api'],
    ['name, with blanks around it', '  api '],
    ['whole name', 'checkout/api'],
  ])('hands a form over when the %s is typed, and closes it', async (_, confirm) => {
    const { jobs, answer } = await front();
    expect(await answer(submitted({ confirm }))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toEqual([
      {
        kind: 'submitted',
        id: 'V1 1.b',
        requestId: 'request',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        receivedAt: expect.any(Number),
        callbackId: 'delete',
        metadata: submission().view.private_metadata,
        values: { confirm },
      },
    ]);
  });

  it.each([
    ['curly quotes for straight ones', 'the “api”', 'the "api"'],
    ['a letter of two parts for one', 'cafe\u0301', 'café'],
    ['blanks as they are seen', 'a b', 'a  b'],
    ['what Slack escapes', 'a &amp; b', 'a & b'],
  ])('takes %s', async (_, confirm, name) => {
    const { jobs, answer } = await front();
    await answer(submitted({ confirm, name }));
    expect(jobs).toHaveLength(1);
  });

  it.each([
    ['en', 'apo', 'That is another name. Type it as it is shown: api'],
    ['en', null, 'That is another name. Type it as it is shown: api'],
    ['zh', 'API', '名称不一致，请按显示的名称输入：api'],
  ])(
    'says in the field, in the language of the modal (%s), that %s is not the name',
    async (language, confirm, text) => {
      const { jobs, answer } = await front();
      const { statusCode, body } = await answer(submitted({ confirm, language }));
      expect([statusCode, JSON.parse(body ?? '')]).toEqual([
        200,
        { response_action: 'errors', errors: { confirm: text } },
      ]);
      expect(jobs).toEqual([]);
    },
  );

  it.each([
    ['refuses', 'This could not be passed on, so nothing was done.'],
    ['is silent', 'It is not certain that this was passed on.'],
  ] as const)('says in the field that the worker %s', async (fails, text) => {
    const { body } = await (await front({ fails })).answer(submitted());
    expect(JSON.parse(body ?? '')).toEqual({
      response_action: 'errors',
      errors: { confirm: expect.stringContaining(text) },
    });
  });

  it.each([
    ['of another workspace', { user: { id: 'U1', team_id: 'T2' } }],
    ['in another workspace', { team: { id: 'T2' } }],
  ])('tells whoever submits a form and is %s that it is not for them', async (_, more) => {
    const { jobs, answer } = await front();
    const { body } = await answer(submitted({}, more));
    expect(JSON.parse(body ?? '')).toEqual({
      response_action: 'errors',
      errors: { confirm: expect.stringMatching(/^This bot is only for members/) },
    });
    expect(jobs).toEqual([]);
  });

  it.each([
    ['for another app', { api_app_id: 'A2' }],
    ['in no workspace', { team: null }],
    ['of another modal', { view: { ...submission().view, callback_id: 'SEEKRIT' } }],
    ['without a view', { view: null }],
    ['without an id', { view: { ...submission().view, id: '' } }],
    ['without a hash', { view: { ...submission().view, hash: 7 } }],
    ['without a person', { user: null }],
    ['with no metadata', { view: { ...submission().view, private_metadata: '' } }],
    ['with metadata that are not the bot’s', { view: { ...submission().view, private_metadata: '{"c":1}' } }],
    ['with a list of metadata', { view: { ...submission().view, private_metadata: ['SEEKRIT'] } }],
    ['without a state', { view: { ...submission().view, state: null } }],
    [
      'with an odd value',
      { view: { ...submission().view, state: { values: { confirm: { x: { value: {} } } } } } },
    ],
  ])('answers a form %s without a 5xx, and hands nothing over', async (_, more) => {
    const { jobs, answer } = await front();
    expect(await answer(submitted({}, more))).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
    expect(lines.join()).not.toContain('SEEKRIT');
  });

  it('takes an element that is none for one without a name', async () => {
    const { jobs, answer } = await front();
    const view = { ...submission().view, state: { values: { confirm: { x: 'SEEKRIT' } } } };
    expect((await answer(submitted({}, { view }))).body).toContain('That is another name.');
    expect(jobs).toEqual([]);
  });
});

it('the bundle reads its token again when Slack refuses it, not within 30 seconds of the last time', async () => {
  let read = 0;
  const token = async () => {
    read += 1;
    return 'xoxb';
  };
  const { answer } = await openBundle({ ...(await openApi(() => refused('token_revoked'))), token });
  const at = (seconds: number) => {
    const timeEpoch = NOW + seconds * 1_000;
    vi.setSystemTime(timeEpoch);
    const event = command('stream delete a/b');
    return answer({ ...event, requestContext: { ...event.requestContext, timeEpoch } });
  };
  await at(0);
  await at(29);
  expect(read).toBe(1);
  await at(31);
  expect(read).toBe(2);
});
