import { beforeEach, describe, expect, it, vi } from 'vitest';
import { catchLines } from '../catch-lines.ts';
import { NOW, openBundle, openSource, SECRET, signed } from './fronts.ts';
import { clicked, command, fields, form, openHooks } from './requests.ts';

const FOR_MEMBERS =
  'This bot is only for members of the workspace that installed it. / 此机器人仅供安装它的工作区的成员使用。';

beforeEach(() => {
  catchLines();
});

describe.each([
  ['its source', openSource],
  ['its bundle', openBundle],
])('the front function, from %s', (_, front) => {
  it('tells a person of another workspace that it is not for them', async () => {
    const { jobs, answer } = await front();
    const { statusCode, body } = await answer(form({ ...fields('groups'), team_id: 'T2' }));
    expect(statusCode).toBe(200);
    expect(JSON.parse(body ?? '')).toEqual({ response_type: 'ephemeral', text: FOR_MEMBERS });
    expect(jobs).toEqual([]);
  });

  it.each([
    ['of another workspace', { user: { id: 'U1', team_id: 'T2' } }],
    [
      'of another organization',
      { user: { id: 'U1', team_id: 'E2' }, team: { id: 'T1', enterprise_id: 'E1' } },
    ],
    ['of an organization, where ours is in none', { user: { id: 'U1', team_id: 'E2' } }],
    ['for another workspace', { team: { id: 'T2' } }],
  ])('tells whoever clicks and is %s the same, by the response_url', async (_, more) => {
    const { told, hooksOrigin } = await openHooks();
    const { jobs, answer } = await front({ hooksOrigin });
    const event = clicked({ response_url: `${hooksOrigin}/actions/1`, ...more });
    expect(await answer(event)).toEqual({ statusCode: 200, body: '' });
    expect(told).toEqual([{ response_type: 'ephemeral', replace_original: false, text: FOR_MEMBERS }]);
    expect(jobs).toEqual([]);
  });

  it.each([
    ['that is not named', { user: { id: 'U1' } }],
    [
      'of the organization that ours is in',
      { user: { id: 'U1', team_id: 'E1' }, team: { id: 'T1', enterprise_id: 'E1' } },
    ],
  ])('takes a click of a person %s for one of our workspace', async (_, more) => {
    const { jobs, answer } = await front();
    expect(await answer(clicked(more))).toEqual({ statusCode: 200, body: '' });
    expect(jobs).toMatchObject([{ teamId: 'T1', userId: 'U1' }]);
  });

  it.each([
    'http://hooks.slack.com/commands/1',
    'https://hooks.slack.com.example.com/1',
    'https://hooks.slack.com@example.com/1',
    'https://hooks.slack.com:8443/1',
    'https://hooks.slack-gov.com/commands/1',
    'https://example.com/https://hooks.slack.com/1',
    'blob:https://hooks.slack.com/1',
    'http://169.254.169.254/latest/meta-data',
    '/commands/1',
    '',
  ])('refuses a signed request that is to be answered at %s', async (response_url) => {
    const { jobs, answer } = await front();
    expect(await answer(form({ ...fields('groups'), response_url }))).toEqual({ statusCode: 400 });
    expect(await answer(clicked({ response_url }))).toEqual({ statusCode: 400 });
    expect(await answer(clicked({ response_url, user: { id: 'U1', team_id: 'T2' } }))).toEqual({
      statusCode: 400,
    });
    expect(jobs).toEqual([]);
  });

  it('refuses a signed request for another app', async () => {
    const { jobs, answer } = await front();
    expect(await answer(form({ ...fields('groups'), api_app_id: 'A2' }))).toEqual({ statusCode: 400 });
    expect(await answer(clicked({ api_app_id: 'A2' }))).toEqual({ statusCode: 400 });
    expect(jobs).toEqual([]);
  });

  it('answers a signed ssl_check', async () => {
    const { answer } = await front();
    expect(await answer(form({ ssl_check: '1', token: 't' }))).toEqual({ statusCode: 200, body: '' });
  });

  it('answers 401 while its secret cannot be read, and asks for it again', async () => {
    let asked = 0;
    const secret = async () => {
      asked += 1;
      if (asked === 1) throw new Error('throttled');
      return SECRET;
    };
    const { answer } = await front({ secret });
    expect(await answer(command('groups'))).toEqual({ statusCode: 401 });
    expect(await answer(command('groups'))).toEqual({ statusCode: 200, body: '' });
    await answer(command('groups'));
    expect(asked).toBe(2);
  });
});

it('the bundle takes a new signing secret as soon as something is signed with it, and lets go of the old one in five minutes', async () => {
  let secret = 'old';
  const { jobs, answer } = await openBundle({ secret: async () => secret });
  const at = (seconds: number, key: string) => {
    const timeEpoch = NOW + seconds * 1_000;
    vi.setSystemTime(timeEpoch);
    const event = signed(new URLSearchParams(fields('groups')).toString(), undefined, key);
    return answer({ ...event, requestContext: { ...event.requestContext, timeEpoch } });
  };
  expect(await at(0, 'old')).toMatchObject({ statusCode: 200 });
  secret = '["old","new"]';
  expect(await at(29, 'new')).toEqual({ statusCode: 401 });
  expect(await at(30, 'new')).toMatchObject({ statusCode: 200 });
  expect(await at(31, 'old')).toMatchObject({ statusCode: 200 });
  secret = 'new';
  expect(await at(299, 'old')).toMatchObject({ statusCode: 200 });
  expect(await at(330, 'old')).toEqual({ statusCode: 401 });
  expect(jobs).toHaveLength(4);
});
