import { BOT_TOKEN, type Fixture, formOf, last, postJson } from './harness.ts';
import { payloadOf } from './view-builders.ts';

const BUTTON = { type: 'button', action_id: 'older', text: { type: 'plain_text', text: 'Older' } };
export const BLOCKS = [{ type: 'actions', elements: [BUTTON] }];

/** The response_url of a command. */
export async function typeCommand(fixture: Fixture, channel = 'ops'): Promise<string> {
  const user = fixture.person('reader');
  await fixture.post('/local/type', { user, channel: fixture.channel(channel), text: '/lts help' });
  return formOf(last(fixture.heard)).response_url ?? '';
}

/** The response_url of a click. */
export async function clickIn(fixture: Fixture, messageTs: string, channel = 'ops'): Promise<string> {
  const user = fixture.person('reader');
  await fixture.post('/local/click', {
    user,
    channel: fixture.channel(channel),
    messageTs,
    actionId: 'older',
  });
  return payloadOf(fixture).response_url;
}

/** The ts of a message with a button that everybody sees. */
export async function postPublic(fixture: Fixture, extra: Record<string, unknown> = {}): Promise<string> {
  const body = { channel: fixture.channel('ops'), text: 'a page', blocks: BLOCKS, ...extra };
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  return String((await postJson(`${fixture.origin}/api/chat.postMessage`, body, headers)).body.ts);
}

/** What Slack answers to a body that it takes. */
export const OK = { status: 200, body: { text: 'ok' } };
