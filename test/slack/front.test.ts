import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { serve } from '../../lib/local/http.ts';
import { catchLines } from '../catch-lines.ts';
import { NOW, openBundle, openSource, signed } from './fronts.ts';
import { clicked, command, fields, form, openHooks } from './requests.ts';

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it('hands a command over with the time at which it arrived, and answers with nothing', async () => {
    const { jobs, answer } = await front();
    expect(await answer(command('logs checkout/api 错误'))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toEqual([
      {
        kind: 'typed',
        id: '1.2.3',
        requestId: 'request',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        receivedAt: NOW,
        responseUrl: 'https://hooks.slack.com/commands/1',
        text: 'logs checkout/api 错误',
      },
    ]);
  });

  it('hands a click over with the value of its button, and where it stands', async () => {
    const { jobs, answer } = await front();
    expect(await answer(clicked())).toEqual({ statusCode: 200, body: '' });
    const message = { ts: '1.000001', isPrivate: true };
    expect(jobs).toMatchObject([{ kind: 'clicked', value: 'the value', receivedAt: NOW, message }]);
  });

  it('hands a choice over with the value of its option, and the thread that it stands in', async () => {
    const { jobs, answer } = await front();
    const selected_option = { text: { type: 'plain_text', text: 'api' }, value: 'the option' };
    const container = { type: 'message', message_ts: '2.000001', thread_ts: '1.000001', is_ephemeral: false };
    const actions = [{ type: 'static_select', action_id: 'logs', block_id: 'b', selected_option }];
    const { statusCode } = await answer(clicked({ container, actions }));
    expect(statusCode).toBe(200);
    const message = { ts: '2.000001', threadTs: '1.000001', isPrivate: false };
    expect(jobs).toMatchObject([{ kind: 'clicked', value: 'the option', message }]);
  });

  it.each(['older', 'newer', 'around', 'share', 'export', 'export_csv', 'streams', 'logs'])(
    'listens to %s',
    async (action_id) => {
      const { jobs, answer } = await front();
      const actions = [{ type: 'button', action_id, block_id: 'b', value: 'v', action_ts: '1' }];
      await answer(clicked({ actions }));
      expect(jobs).toHaveLength(1);
    },
  );

  it('says at once that a command could not be handed over', async () => {
    const { statusCode, body } = await (await front({ fails: 'refuses' })).answer(command('groups'));
    expect(statusCode).toBe(200);
    expect(JSON.parse(body ?? '')).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('This could not be passed on, so nothing was done. Please try again.'),
    });
  });

  it('says that the worker may have a command all the same, when nobody knows', async () => {
    const { body } = await (await front({ fails: 'is silent' })).answer(command('groups'));
    expect(JSON.parse(body ?? '').text).toContain(
      'It is not certain that this was passed on. If no answer comes within a minute, please try again.',
    );
  });

  it('says so of a click through its response_url, and leaves the page alone', async () => {
    const { told, hooksOrigin } = await openHooks();
    const { answer } = await front({ fails: 'refuses', hooksOrigin });
    const event = clicked({ response_url: `${hooksOrigin}/actions/1` });
    expect(await answer(event)).toEqual({ statusCode: 200, body: '' });
    expect(told).toMatchObject([
      { replace_original: false, text: expect.stringContaining('could not be passed on') },
    ]);
  });

  it('acknowledges a click that nobody can be told about', async () => {
    const slack = await serve(0, async () => {});
    onTestFinished(() => slack.close());
    const { answer } = await front({ fails: 'refuses', hooksOrigin: slack.url });
    const event = clicked({ response_url: `${slack.url}/actions/1` });
    expect(await answer(event)).toEqual({ statusCode: 200, body: '' });
  });

  it('takes a command without any text for an empty one', async () => {
    const { jobs, answer } = await front();
    const { text: _, ...more } = fields('');
    expect(await answer(form(more))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toMatchObject([{ text: '' }]);
  });

  it('answers a signed url_verification', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    const answer = await (await front()).answer(signed(body, 'application/json'));
    expect(answer).toMatchObject({ statusCode: 200, body: '{"challenge":"c"}' });
  });

  it.each([
    ['an unsigned request', { ...command('x'), headers: {} }],
    ['a request of somebody else', { ...command('x'), body: 'YT1i' }],
  ])('answers %s with a bare 401, and hands nothing over', async (_, event) => {
    const { jobs, answer } = await front();
    expect(await answer(event)).toEqual({ statusCode: 401 });
    expect(jobs).toEqual([]);
  });

  it('logs an answer with the ids of the request and of the invocation, and measures it', async () => {
    await (await front()).answer(command('groups'));
    const [line, metrics, ...more] = written();
    expect(line).toMatchObject({ level: 'INFO', request_id: 'request', function_request_id: 'invocation' });
    expect(line).toMatchObject({ status: 200, ms: 0 });
    expect(metrics).toMatchObject({ AckTime: 0 });
    expect(more).toEqual([]);
  });

  it('logs and counts a hand-over that failed', async () => {
    await (await front({ fails: 'refuses' })).answer(command('groups'));
    const [line, , metrics] = written();
    expect(line).toMatchObject({ level: 'ERROR', request_id: 'request', error: expect.any(Object) });
    expect(metrics).toMatchObject({ HandOverFailed: 1, AckTime: 0 });
  });

  it('logs and counts that nobody can be let in, for the secret cannot be read', async () => {
    const secret = () => Promise.reject(new Error('AccessDenied'));
    await (await front({ secret })).answer(command('groups'));
    const [line, , metrics] = written();
    expect(line).toMatchObject({ level: 'ERROR', message: 'the signing secret could not be read' });
    expect(metrics).toMatchObject({ SigningSecretUnread: 1 });
    expect(metrics).not.toHaveProperty('AckTime');
  });

  it('logs a request of somebody else, and does not measure it', async () => {
    await (await front()).answer({ ...command('x'), body: 'YT1i' });
    expect(written()).toMatchObject([{ level: 'INFO', request_id: 'request', status: 401 }]);
  });

  it.each([
    ['actions that are text', { actions: ['SEEKRIT'] }],
    ['no actions', { actions: [] }],
    ['actions that are null', { actions: null }],
    ['no user', { user: null }],
    ['no container', { container: null }],
    ['no channel', { channel: null }],
    ['a user without an id', { user: { team_id: 'T1' } }],
    ['a trigger_id that is a list', { trigger_id: ['SEEKRIT'] }],
    ['an empty trigger_id', { trigger_id: '' }],
    [
      'a value that is an object',
      { actions: [{ type: 'button', action_id: 'older', value: { SEEKRIT: 1 } }] },
    ],
    ['another type', { type: 'SEEKRIT' }],
  ])('answers a signed payload with %s without a 5xx, and logs nothing of it', async (_, more) => {
    const { jobs, answer } = await front();
    expect(await answer(clicked(more))).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
    expect(lines.join()).not.toContain('SEEKRIT');
  });
});
