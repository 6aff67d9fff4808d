import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { catchLines } from '../catch-lines.ts';
import { openBundle, openSource, signed } from './fronts.ts';
import { form } from './requests.ts';

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

const written = (value: string | null) => ({ x: { type: 'plain_text_input', value } });
const chosen = (value: string | null) => ({
  x: { type: 'static_select', selected_option: value && { value } },
});
const several = (...values: string[]) => ({
  x: { type: 'multi_static_select', selected_options: values.map((value) => ({ value })) },
});

const METADATA = (language = 'en') => JSON.stringify({ c: 'C1', l: language, n: [], s: 'main' });

const viewOf = (callback_id: string, values: object, language = 'en') => ({
  id: 'V1',
  hash: '1.b',
  type: 'modal',
  callback_id,
  private_metadata: METADATA(language),
  state: { values },
});
const person = {
  api_app_id: 'A1',
  trigger_id: '1.2.4',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
};
const payload = (fields: object) => form({ payload: JSON.stringify({ ...person, ...fields }) });
const submitted = (view: object, more: object = {}) => payload({ type: 'view_submission', view, ...more });
const acted = (view: object, action: object, more: object = {}) =>
  payload({
    type: 'block_actions',
    view,
    container: { type: 'view', view_id: 'V1' },
    actions: [{ block_id: 'b', action_ts: '1', ...action }],
    ...more,
  });
const onGroup = { type: 'static_select', action_id: 'group', selected_option: { value: 'g-2' } };

const HOME = {
  id: 'V2',
  hash: '1.h',
  type: 'home',
  callback_id: '',
  private_metadata: METADATA(),
  state: { values: {} },
};
const onButton = {
  type: 'button',
  action_id: 'create_group',
  value: encodeClick({ kind: 'open_form', form: 'create_group' }),
};

const opened = (event: object = {}, more: object = {}) =>
  signed(
    JSON.stringify({
      type: 'event_callback',
      api_app_id: 'A1',
      team_id: 'T1',
      event_id: 'Ev1',
      event: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', ...event },
      ...more,
    }),
    'application/json',
  );

/** Slack's Web API, as far as a modal is opened and changed. */
async function openApi() {
  const methods: string[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    await readBody(request);
    methods.push(pathname.slice('/api/'.length));
    sendJson(response, 200, { ok: true, view: { id: 'V9', hash: '9.a' } });
  });
  onTestFinished(() => server.close());
  return { methods, apiUrl: `${server.url}/api/` };
}

const arrived = { teamId: 'T1', userId: 'U1', requestId: 'request', receivedAt: expect.any(Number) };
const STREAM = { group: chosen('g-1'), stream: several('g-1 s-1 api') };
const TRANSFER = { ...STREAM, bucket: written('logs'), period: chosen('5min'), format: chosen('RAW') };

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it.each([
    ['create_group', { name: written('a'), ttl: written('7') }, { name: 'a', ttl: '7' }],
    [
      'create_stream',
      {
        source: chosen('main'),
        group: chosen('g'),
        name: written('a'),
        ttl: written(null),
        project: written(''),
      },
      { source: 'main', group: 'g', name: 'a', ttl: null, project: null },
    ],
    [
      'transfer',
      TRANSFER,
      { group: 'g-1', stream: ['g-1 s-1 api'], bucket: 'logs', period: '5min', format: 'RAW' },
    ],
  ])(
    'hands the form %s over with all that was entered, and closes it',
    async (callbackId, values, entered) => {
      const { jobs, answer } = await front();
      expect(await answer(submitted(viewOf(callbackId, values)))).toEqual({ statusCode: 200, body: '' });
      expect(jobs).toEqual([
        {
          ...arrived,
          kind: 'submitted',
          id: 'V1 1.b',
          channelId: 'C1',
          callbackId,
          metadata: METADATA(),
          values: entered,
        },
      ]);
    },
  );

  it.each([
    [
      'create_group',
      { name: written('a/b'), ttl: written('0') },
      'en',
      { name: '“a/b” cannot', ttl: '“0” is not' },
    ],
    ['create_group', { name: written('a'), ttl: written('x') }, 'zh', { ttl: '“x”不是 1 到 365' }],
    [
      'create_stream',
      { group: chosen(null), name: written(' ') },
      'en',
      { group: 'Which group', name: 'The name' },
    ],
    ['transfer', { ...TRANSFER, group: chosen('g-2') }, 'zh', { stream: '所选日志流不属于' }],
    ['transfer', { ...TRANSFER, bucket: written('b'.repeat(3_000)) }, 'en', { bucket: '“bbb' }],
  ])('says in the fields of %s what is wrong', async (callbackId, values, language, wrong) => {
    const { jobs, answer } = await front();
    const { statusCode, body } = await answer(submitted(viewOf(callbackId, values, language)));
    const errors = Object.fromEntries(
      Object.entries(wrong).map(([block, text]) => [block, expect.stringContaining(text)]),
    );
    expect([statusCode, JSON.parse(body ?? '')]).toEqual([200, { response_action: 'errors', errors }]);
    expect((body ?? '').length).toBeLessThan(400);
    expect(jobs).toEqual([]);
  });

  it.each([
    ['create_group', { name: written('a') }, 'name'],
    ['create_stream', { group: chosen('g'), name: written('a') }, 'name'],
    ['transfer', TRANSFER, 'bucket'],
  ])(
    'says in a field of %s that it could not be handed over, or is not for guests',
    async (callbackId, values, block) => {
      const { answer } = await front({ fails: 'refuses' });
      const told = async (more: object) =>
        JSON.parse((await answer(submitted(viewOf(callbackId, values), more))).body ?? '');
      const errors = (text: string) => ({
        response_action: 'errors',
        errors: { [block]: expect.stringContaining(text) },
      });
      expect(await told({})).toEqual(errors('nothing was done'));
      expect(await told({ user: { id: 'U1', team_id: 'T2' } })).toEqual(errors('only for members'));
    },
  );

  it('hands over what is chosen in a form, with all that stands in it', async () => {
    const { jobs, answer } = await front();
    const values = { ...TRANSFER, group: chosen('g-2') };
    expect(await answer(acted(viewOf('transfer', values), onGroup))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toMatchObject([
      {
        ...arrived,
        kind: 'changed',
        id: '1.2.4',
        channelId: 'C1',
        clickedView: { id: 'V1', hash: '1.b' },
        callbackId: 'transfer',
        values: { group: 'g-2', bucket: 'logs' },
      },
    ]);
  });

  it('opens a form from Home, in which nothing else can be told', async () => {
    const api = await openApi();
    const { jobs, answer } = await front(api);
    expect(await answer(acted(HOME, onButton))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toEqual([
      {
        ...arrived,
        kind: 'home_clicked',
        id: '1.2.4',
        channelId: 'C1',
        value: onButton.value,
        view: { id: 'V9', hash: '9.a' },
      },
    ]);
    expect(api.methods).toEqual(['views.open']);
  });

  it('says in the form that was opened from Home that the worker did not take it', async () => {
    const api = await openApi();
    const { answer } = await front({ ...api, fails: 'refuses' });
    expect(await answer(acted(HOME, onButton))).toEqual({ statusCode: 200, body: '' });
    expect(api.methods).toEqual(['views.open', 'views.update']);
  });

  it.each([
    ['of a guest', { user: { id: 'U1', team_id: 'T2' } }, onGroup],
    ['of another workspace', { team: { id: 'T2' } }, onGroup],
  ])('shows Slack’s own sign beside a click %s in a view', async (_, more, action) => {
    const { jobs, answer } = await front();
    expect(await answer(acted(viewOf('transfer', TRANSFER), action, more))).toEqual({ statusCode: 400 });
    expect(await answer(acted(HOME, onButton, more))).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
  });

  it.each([
    ['without metadata', { private_metadata: '' }],
    ['with metadata that are not the bot’s', { private_metadata: '{"c":"SEEKRIT"}' }],
    ['without an id', { id: '' }],
    ['without a state', { state: null }],
    [
      'with an odd value',
      { state: { values: { group: { x: { selected_option: { value: ['SEEKRIT'] } } } } } },
    ],
    ['with odd values', { state: { values: { stream: { x: { selected_options: [null] } } } } }],
  ])('answers a change %s without a 5xx, and hands nothing over', async (_, more) => {
    const { jobs, answer } = await front();
    expect(await answer(acted({ ...viewOf('transfer', TRANSFER), ...more }, onGroup))).toEqual({
      statusCode: 400,
    });
    expect(jobs).toEqual([]);
    expect(lines.join()).not.toContain('SEEKRIT');
  });

  it('hands over that somebody opens Home', async () => {
    const { jobs, answer } = await front();
    expect((await answer(opened())).statusCode).toBe(200);
    expect(jobs).toEqual([{ ...arrived, kind: 'home_opened', id: 'Ev1', channelId: 'D1' }]);
  });

  it.each([
    ['another tab', { tab: 'messages' }, {}],
    ['another workspace', {}, { team_id: 'T2' }],
    ['nobody', { user: null }, {}],
    ['no event', {}, { event_id: '' }],
  ])('hands nothing over for %s', async (_, event, more) => {
    const { jobs, answer } = await front();
    expect([200, 400]).toContain((await answer(opened(event, more))).statusCode);
    expect(jobs).toEqual([]);
  });
});
