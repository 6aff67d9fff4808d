import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFaulty } from './faulty.ts';
import { onlyPosted, openJourney, WINDOW } from './journey.ts';

const FOR_MEMBERS =
  'This bot is only for members of the workspace that installed it. / 此机器人仅供安装它的工作区的成员使用。';

/** What it takes to be Slack. */
interface Slack {
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
}

async function openSlack() {
  const journey = await openFaulty();
  const { slack } = await journey.get<{ slack: Slack }>('/local.json');
  const [user, channel] = [
    journey.slack.users.find(({ role }) => role === 'operator')?.id ?? '',
    journey.slack.channels.find(({ name }) => name === 'ops')?.id ?? '',
  ];
  /** A command as Slack sends it, its trigger_id apart; its response_url is too old. */
  const command = (text: string, more: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({
      command: '/lts',
      text,
      team_id: slack.teamId,
      api_app_id: slack.appId,
      user_id: user,
      channel_id: channel,
      trigger_id: `1.2.${text.replaceAll(' ', '-')}`,
      response_url: `${journey.url}/commands/${slack.teamId}/old`,
      ...more,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const hmac = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hmac.digest('hex')}`,
    };
    return { method: 'POST', headers, body };
  };
  const send = async (request: RequestInit) => (await fetch(slack.eventsUrl, request)).status;
  const told = async () => (await journey.look()).map(({ text }) => text);
  return { ...journey, command, send, told };
}

describe('a signed request', () => {
  it('is done and answered once, however often and fast it is sent', async () => {
    const { command, send, get, told, writesOf } = await openSlack();
    const request = command('group create sent-twice');
    expect(await Promise.all([send(request), send(request)])).toEqual([200, 200]);
    await get('/local/idle');
    expect(await send(request)).toBe(200);
    await get('/local/idle');
    expect(await writesOf('sent-twice')).toEqual([201]);
    expect((await told()).filter((text) => text.includes('sent-twice'))).toEqual([
      expect.stringContaining('sent-twice'),
    ]);
  });

  it.each([
    ['for another app', { api_app_id: 'A0OTHERAPP1' }],
    ['that is to be answered elsewhere', { response_url: 'https://hooks.slack.com/commands/1' }],
  ])('%s is refused, and nothing comes of it', async (_, more) => {
    const { command, send, get, asked } = await openSlack();
    const before = await asked();
    expect(await send(command('groups', more))).toBe(400);
    await get('/local/idle');
    expect(await asked()).toBe(before);
  });
});

describe('a person of another workspace', () => {
  it('is told that a command is not for them', async () => {
    const journey = await openJourney();
    const said = onlyPosted(await journey.person('guest', 'ops').type('/lts groups'));
    expect([said.text, said.visibleTo === null]).toEqual([FOR_MEMBERS, false]);
  });

  it('is told so of a click on what their channel reads, and nothing changes', async () => {
    const journey = await openJourney();
    await journey.addStream('checkout/of-guests');
    await journey.log('checkout/of-guests', ['line 1', 'line 2', 'line 3']);
    const omar = journey.person('operator', 'ops');
    const page = await omar.ask(`/lts logs checkout/of-guests limit:1 ${WINDOW}`);
    const shared = onlyPosted(await omar.press(page, 'share'));
    const guest = journey.person('guest', 'ops');
    const said = onlyPosted(await guest.press(shared, 'older'));
    expect([said.text, said.visibleTo]).toEqual([FOR_MEMBERS, guest.user]);
  });
});
