import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { jobSchema } from '../../lib/commands/job.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { FOR_MEMBERS } from '../../lib/views/words.ts';
import { catchLines } from '../catch-lines.ts';
import { NOW, openBundle, openSource } from './fronts.ts';
import { form, openHooks } from './requests.ts';

beforeEach(() => void catchLines());

const HOOKS = 'https://hooks.slack.com';
const by = { trigger_id: '1.2.3', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } };
const sent = (payload: object) => form({ payload: JSON.stringify(payload) });

const chosen = (value: string | null) => ({
  type: 'static_select',
  selected_option: value === null ? null : { text: { type: 'plain_text', text: 'any' }, value },
});
const entered = (value: string | null) => ({ type: 'plain_text_input', value });
const picked = (seconds: number | null) => ({ type: 'datetimepicker', selected_date_time: seconds });

const VALUES = {
  group: { group: chosen('g1 checkout') },
  stream: { stream_g1: chosen('g1 s1 api') },
  words: { words: entered('error') },
  labels: { labels: entered(null) },
  window: { window: chosen('1h') },
  from: { from: picked(null) },
  to: { to: picked(null) },
  limit: { limit: { type: 'number_input', value: '50' } },
  order: { order: chosen('newest') },
};

const view = (values: object = {}, language = 'en') => ({
  id: 'V1',
  hash: '1.b',
  callback_id: 'search',
  private_metadata: JSON.stringify({ c: 'C1', l: language, n: [], z: 'Asia/Shanghai', s: 'main', k: false }),
  state: { values: { ...VALUES, ...values } },
});

const submission = (values: object = {}, language = 'en') =>
  sent({ type: 'view_submission', api_app_id: 'A1', ...by, view: view(values, language) });
const choice = (more: object = {}) =>
  sent({
    type: 'block_actions',
    api_app_id: 'A1',
    ...by,
    container: { type: 'view', view_id: 'V1' },
    view: view(),
    actions: [{ type: 'static_select', block_id: 'group', action_id: 'group', action_ts: '1' }],
    ...more,
  });
const picking = (message: object = {}, more: object = {}) =>
  sent({
    type: 'message_action',
    callback_id: 'look_up_logs',
    ...by,
    channel: { id: 'C1', name: 'ops' },
    response_url: `${HOOKS}/app/1`,
    message_ts: '1.000001',
    message: { type: 'message', ts: '1.000001', text: 'it &lt;broke&gt;', ...message },
    ...more,
  });

/** Slack's Web API, as far as a modal is opened and changed. */
async function openApi() {
  const calls: { method: string; fields: Record<string, unknown> }[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    const fields = JSON.parse(String(await readBody(request))) as Record<string, unknown>;
    calls.push({ method: pathname.slice('/api/'.length), fields });
    sendJson(response, 200, { ok: true, view: { id: 'V9', hash: '9.a' } });
  });
  onTestFinished(() => server.close());
  return { calls, apiUrl: `${server.url}/api/` };
}

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it('hands a search over with all that was filled in, and closes the form', async () => {
    const { jobs, answer } = await front();
    expect(await answer(submission({ to: { to: picked(1_799_999_000) } }))).toEqual({
      statusCode: 200,
      body: '',
    });
    expect(jobs).toMatchObject([
      {
        kind: 'submitted',
        id: 'V1 1.b',
        channelId: 'C1',
        callbackId: 'search',
        values: {
          group: 'g1 checkout',
          stream: 'g1 s1 api',
          words: 'error',
          labels: null,
          window: '1h',
          from: null,
          to: '1799999000',
          limit: '50',
          order: 'newest',
        },
      },
    ]);
    expect(jobSchema(HOOKS).safeParse(jobs[0]).success).toBe(true);
    expect(jobs[0]).not.toHaveProperty('view');
  });

  it('lets the form wait for an answer that is for the person alone', async () => {
    const { jobs, answer } = await front();
    const { body } = await answer(submission({ visibility: { visibility: chosen('me') } }));
    expect(JSON.parse(body ?? '')).toMatchObject({
      response_action: 'update',
      view: { type: 'modal', external_id: 'V1 1.b' },
    });
    expect(jobs).toMatchObject([{ view: { externalId: 'V1 1.b' } }]);
  });

  it.each([
    [
      'en',
      { words: { words: entered('*x') }, limit: { limit: entered('900') }, stream: { stream: chosen(null) } },
      {
        words: '“*x” begins with a wildcard; * and ? may only stand inside a word or at its end.',
        limit: '“900” is not a number of lines from 1 to 200.',
        stream: 'Choose a group, and then one of its streams.',
      },
    ],
    [
      'zh',
      {
        window: { window: chosen('range') },
        from: { from: picked(NOW / 1_000 + 3_600) },
        labels: { labels: entered('a') },
      },
      {
        from: '“2027-01-15 17:00”还没有到。时间按您的时区（Asia/Shanghai）解析。',
        labels: '“a”不是标签，应为 key=value 或 key="带 空格"。',
      },
    ],
  ])(
    'says in each field, in the language of the form (%s), what is wrong',
    async (language, values, errors) => {
      const { jobs, answer } = await front();
      const { body } = await answer(submission(values, language));
      expect(JSON.parse(body ?? '')).toEqual({ response_action: 'errors', errors });
      expect(jobs).toEqual([]);
    },
  );

  it('says that there is no stream where there is no field for one', async () => {
    const { answer } = await front();
    const withoutStream = { ...view(), state: { values: { ...VALUES, stream: undefined } } };
    const { body } = await answer(
      sent({ type: 'view_submission', api_app_id: 'A1', ...by, view: withoutStream }),
    );
    expect(Object.keys(JSON.parse(body ?? '').errors)).toEqual(['group']);
  });

  it('hands over a group that is chosen, with the form as it stands', async () => {
    const { jobs, answer } = await front();
    expect(await answer(choice())).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toMatchObject([
      {
        kind: 'changed',
        id: '1.2.3',
        channelId: 'C1',
        clickedView: { id: 'V1', hash: '1.b' },
        values: { words: 'error' },
      },
    ]);
    expect(jobSchema(HOOKS).safeParse(jobs[0]).success).toBe(true);
  });

  it('hands over what is clicked of a page in a modal, with what the page is about, and opens nothing', async () => {
    const api = await openApi();
    const { jobs, answer } = await front(api);
    const metadata = JSON.stringify({ c: 'C1', l: 'en', n: [], m: ['1.000001', ['10.1.2.3']] });
    const page = { id: 'V2', hash: 'h1', type: 'modal', callback_id: 'page', private_metadata: metadata };
    const actions = [{ type: 'button', action_id: 'refine', value: '{"v":"search"}', action_ts: '1' }];
    expect(await answer(choice({ view: { ...page, state: { values: {} } }, actions }))).toEqual({
      statusCode: 200,
      body: '',
    });
    expect([jobs, api.calls]).toMatchObject([
      [
        {
          kind: 'modal_clicked',
          id: '1.2.3',
          channelId: 'C1',
          clickedView: { id: 'V2', hash: 'h1' },
          value: '{"v":"search"}',
          metadata,
        },
      ],
      [],
    ]);
    expect(jobSchema(HOOKS).safeParse(jobs[0]).success).toBe(true);
  });

  it.each([
    ['cannot be handed over', 'refuses', {}],
    ['is chosen by a guest', undefined, { user: { id: 'U1', team_id: 'T2' } }],
  ] as const)('lets Slack warn of a group that %s, and leaves the form as it is', async (_, fails, more) => {
    const api = await openApi();
    const { jobs, answer } = await front({ ...api, ...(fails && { fails }) });
    expect((await answer(choice(more))).statusCode).not.toBe(200);
    expect([api.calls, jobs]).toEqual([[], []]);
  });

  it('opens a modal for a shortcut, which names neither app nor channel', async () => {
    const api = await openApi();
    const { jobs, answer } = await front(api);
    await answer(sent({ type: 'shortcut', callback_id: 'search_logs', action_ts: '1', ...by }));
    expect(api.calls).toMatchObject([{ method: 'views.open', fields: { trigger_id: '1.2.3' } }]);
    expect(jobs).toMatchObject([{ kind: 'shortcut', channelId: 'U1', view: { id: 'V9', hash: '9.a' } }]);
    expect(jobSchema(HOOKS).safeParse(jobs[0]).success).toBe(true);
  });

  it('hands over the text of a message that is looked up, and no more of it', async () => {
    const { jobs, answer } = await front(await openApi());
    const secret = { user: 'U2', metadata: { event_type: 'SEEKRIT' } };
    await answer(picking({ thread_ts: '0.5', attachments: [{ text: 'badly' }], ...secret }));
    expect(jobs).toMatchObject([
      {
        kind: 'shortcut',
        channelId: 'C1',
        responseUrl: `${HOOKS}/app/1`,
        message: { ts: '1.000001', threadTs: '0.5', text: 'it <broke>\nbadly' },
      },
    ]);
    expect(JSON.stringify(jobs)).not.toContain('SEEKRIT');
    expect(jobSchema(HOOKS).safeParse(jobs[0]).success).toBe(true);
  });

  it.each(['错', '\u0001', '\ud800', '&amp;'])(
    'makes a job that Lambda takes of 40,000 characters such as %j, twice over',
    async (character) => {
      const { jobs, answer } = await front(await openApi());
      const text = character.repeat(40_000 / character.length);
      await answer(picking({ text, attachments: [{ text: character.repeat(20_000 / character.length) }] }));
      expect(Buffer.byteLength(JSON.stringify(jobs[0]))).toBeLessThan(256 * 1_024);
    },
  );

  it.each([
    ['another app', { api_app_id: 'A2' }],
    ['an address elsewhere', { response_url: 'https://example.com/1' }],
    ['no message', { message: null }],
  ])('refuses a message shortcut with %s', async (_, more) => {
    const { jobs, answer } = await front();
    expect(await answer(picking({}, more))).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
  });

  it('tells a guest that it is not for them: by the address that a message brings, else in a modal', async () => {
    const api = await openApi();
    const { told, hooksOrigin } = await openHooks();
    const { jobs, answer } = await front({ ...api, hooksOrigin });
    const guest = { user: { id: 'U1', team_id: 'T2' } };
    await answer(picking({}, { ...guest, response_url: `${hooksOrigin}/app/1` }));
    expect(told).toMatchObject([{ text: FOR_MEMBERS }]);
    expect(api.calls).toEqual([]);
    await answer(sent({ type: 'shortcut', callback_id: 'search_logs', action_ts: '1', ...by, ...guest }));
    expect(api.calls.map(({ method }) => method)).toEqual(['views.open', 'views.update']);
    expect(JSON.stringify(api.calls[1])).toContain('only for members');
    expect(jobs).toEqual([]);
  });
});
