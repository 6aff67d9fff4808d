import { createHmac } from 'node:crypto';
import type { Journey } from './journey.ts';

interface Slack {
  readonly eventsUrl: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
}

let clicks = 0;

/** A click as Slack would send it on a button with any value, which no message has. It is answered by the bot token. */
export async function clickOn(
  journey: Journey,
  user: string,
  channelName: string,
  value: string,
): Promise<void> {
  const { slack } = await journey.get<{ slack: Slack }>('/local.json');
  const channel = journey.slack.channels.find(({ name }) => name === channelName)?.id;
  clicks += 1;
  const payload = {
    type: 'block_actions',
    trigger_id: `9.9.${clicks}`,
    api_app_id: slack.appId,
    team: { id: slack.teamId },
    user: { id: user, team_id: slack.teamId },
    channel: { id: channel },
    container: { type: 'message', message_ts: '1.000001', channel_id: channel, is_ephemeral: true },
    response_url: `${journey.url}/actions/${slack.teamId}/old`,
    actions: [{ type: 'button', action_id: 'older', block_id: 'b', value, action_ts: '1' }],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const hmac = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  };
  await fetch(slack.eventsUrl, { method: 'POST', headers, body });
  await journey.get('/local/idle');
}
