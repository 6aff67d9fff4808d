import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { FOR_MEMBERS, MAYBE_HANDED_OVER } from '../../lib/views/words.ts';
import { catchLines } from '../catch-lines.ts';
import { openBundle, openSource } from './fronts.ts';
import { direct, mention } from './requests.ts';

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

/** Slack's Web API, as far as somebody is told something. */
async function openApi(answer: object = { ok: true }) {
  const told: unknown[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    const fields = JSON.parse(String(await readBody(request))) as object;
    told.push({ method: pathname.slice('/api/'.length), ...fields });
    sendJson(response, 200, answer);
  });
  onTestFinished(() => server.close());
  return { told, apiUrl: `${server.url}/api/` };
}

const NOTHING = { statusCode: 200, body: '' };
const retried = (event: ReturnType<typeof mention>, num: string) => ({
  ...event,
  headers: { ...event.headers, 'x-slack-retry-num': num, 'x-slack-retry-reason': 'http_error' },
});
const shared = (more: object, around: object = {}) =>
  mention(more, { is_ext_shared_channel: true, ...around });
const authorized = (fields: object) => ({ authorizations: [{ user_id: 'U9', ...fields }] });

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it('hands a mention over without the name of the bot, as of the moment at which it was posted', async () => {
    const { jobs, answer } = await front();
    expect(await answer(mention())).toEqual(NOTHING);
    expect(jobs).toEqual([
      {
        kind: 'mentioned',
        id: 'Ev1',
        requestId: 'request',
        teamId: 'T1',
        userId: 'U1',
        channelId: 'C1',
        receivedAt: 1_799_999_990_000,
        text: 'groups',
        ts: '1799999990.000100',
        isDirect: false,
      },
    ]);
  });

  it.each([
    ['in a thread', mention({ thread_ts: '1.000001' }), { threadTs: '1.000001', isDirect: false }],
    ['in its direct message', direct(), { channelId: 'D1', text: 'groups', isDirect: true }],
    ['in a thread of that', direct({ thread_ts: '1.000001' }), { threadTs: '1.000001', isDirect: true }],
    ['with a file', direct({ subtype: 'file_share' }), { text: 'groups' }],
    ['from a thread to the channel', mention({ subtype: 'thread_broadcast' }), { text: 'groups' }],
    ['without a word', direct({ text: undefined }), { text: '' }],
  ])('hands over what is asked %s', async (_, event, job) => {
    const { jobs, answer } = await front();
    expect(await answer(event)).toEqual(NOTHING);
    expect(jobs).toMatchObject([job]);
  });

  it.each([
    ['its own message', direct({ bot_id: 'B9', user: 'U9' })],
    ['a mention by another bot', mention({ bot_id: 'B1', user: undefined })],
    ['a mention by a bot of old', mention({ subtype: 'bot_message', user: undefined })],
    ['an edited mention', mention({ edited: { user: 'U1', ts: '1.000001' } })],
    ['an edited message', direct({ subtype: 'message_changed', user: undefined, message: {} })],
    ['a deleted message', direct({ subtype: 'message_deleted', user: undefined })],
    ['a message that nobody asked it', direct({ channel_type: 'channel', channel: 'C1' })],
  ])('takes %s, and does nothing', async (_, event) => {
    const { told, apiUrl } = await openApi();
    const { jobs, answer } = await front({ apiUrl });
    expect(await answer(event)).toEqual(NOTHING);
    expect([jobs, told]).toEqual([[], []]);
  });

  it.each([
    ['in a channel of another company', { user_team: 'T1', team: 'T2' }, { team_id: 'T2' }],
    [
      'whose workspace is named as its organization',
      { user_team: 'E1' },
      authorized({ team_id: 'T1', enterprise_id: 'E1' }),
    ],
  ])('hears a member %s', async (_, more, around) => {
    const { jobs, answer } = await front();
    expect(await answer(shared(more, around))).toEqual(NOTHING);
    expect(jobs).toMatchObject([{ teamId: 'T1', userId: 'U1' }]);
  });

  it.each([
    ['another workspace', shared({ user_team: 'T2' })],
    ['another workspace, in a channel of ours', shared({ user_team: 'T2', team: 'T1' })],
    ['no workspace that is named, in a shared channel', shared({})],
    ['another organization', shared({ user_team: 'E2' }, authorized({ team_id: 'T1', enterprise_id: 'E1' }))],
    ['an organization, where ours is in none', shared({ user_team: 'E2' })],
    ['ours, for another one', mention({}, authorized({ team_id: 'T2' }))],
    ['ours, for a whole organization', mention({}, authorized({ team_id: null, enterprise_id: 'E1' }))],
  ])('tells a person of %s that it is not for them', async (_, event) => {
    const { told, apiUrl } = await openApi();
    const { jobs, answer } = await front({ apiUrl });
    expect(await answer(event)).toEqual(NOTHING);
    const text = FOR_MEMBERS;
    expect(told).toEqual([{ method: 'chat.postEphemeral', channel: 'C1', user: 'U1', text }]);
    expect(jobs).toEqual([]);
  });

  it('tells a guest in the thread, and in a direct message, where they asked', async () => {
    const { told, apiUrl } = await openApi();
    const { answer } = await front({ apiUrl });
    await answer(shared({ user_team: 'T2', thread_ts: '1.000001' }));
    await answer(direct({ user_team: 'T2' }));
    expect(told).toMatchObject([
      { method: 'chat.postEphemeral', channel: 'C1', user: 'U1', thread_ts: '1.000001' },
      { method: 'chat.postMessage', channel: 'D1', text: FOR_MEMBERS },
    ]);
  });

  it('takes a mention of a guest who cannot be told', async () => {
    const { apiUrl } = await openApi({ ok: false, error: 'user_not_in_channel' });
    const { jobs, answer } = await front({ apiUrl });
    expect(await answer(shared({ user_team: 'T2' }))).toEqual(NOTHING);
    expect(jobs).toEqual([]);
  });

  it.each(['refuses', 'is silent'] as const)(
    'has Slack send again what could not be handed over to a worker that %s, and tells the person when that was the last time',
    async (fails) => {
      const { told, apiUrl } = await openApi();
      const { answer } = await front({ fails, apiUrl });
      for (const event of [mention(), retried(mention(), '1'), retried(mention(), '2')]) {
        expect(await answer(event)).toEqual({ statusCode: 400 });
      }
      expect(told).toEqual([]);
      expect(await answer(retried(mention(), '3'))).toEqual({ statusCode: 400 });
      expect(told).toMatchObject([{ method: 'chat.postEphemeral', channel: 'C1', text: MAYBE_HANDED_OVER }]);
    },
  );

  it('hands over what Slack sends again as the same', async () => {
    const { jobs, answer } = await front();
    for (const event of [mention(), retried(mention(), '1'), retried(mention(), '3')]) {
      expect(await answer(event)).toEqual(NOTHING);
    }
    expect(jobs).toEqual([jobs[0], jobs[0], jobs[0]]);
  });

  it.each([
    ['no person', mention({ user: undefined })],
    ['a person who is none', mention({ user: { id: 'SEEKRIT' } })],
    ['a text that is none', mention({ text: ['SEEKRIT'] })],
    ['no ts', mention({ ts: undefined })],
    ['a ts that is none', mention({ ts: 'SEEKRIT' })],
    ['a thread that is none', mention({ thread_ts: 1 })],
    ['no channel', direct({ channel: undefined })],
    ['no event_id', mention({}, { event_id: undefined })],
    ['no authorizations', mention({}, { authorizations: null })],
    ['authorizations that are none', mention({}, { authorizations: ['SEEKRIT'] })],
    ['no event', mention({}, { event: null })],
    ['an event that is a text', mention({}, { event: 'SEEKRIT' })],
  ])('answers a signed mention with %s without a 5xx, and logs nothing of it', async (_, event) => {
    const { jobs, answer } = await front();
    expect(await answer(event)).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
    expect(lines.join()).not.toContain('SEEKRIT');
  });
});
