import type { EnvelopedEvent } from '@slack/bolt';
import type { AppHomeOpenedEvent, AppMentionEvent, GenericMessageEvent } from '@slack/types';
import { expect, test } from 'vitest';
import { anyText, startBolt, timestamp } from './bolt.ts';
import type { Fixture } from './harness.ts';

/** What surrounds an event. */
function envelope<Event>({ slack }: Fixture, event: Event, isShared: boolean) {
  const authorization = {
    enterprise_id: null,
    team_id: slack.teamId,
    user_id: slack.botUserId,
    is_bot: true,
  };
  const known: EnvelopedEvent<Event> = {
    token: anyText,
    team_id: slack.teamId,
    context_team_id: slack.teamId,
    api_app_id: slack.appId,
    event,
    type: 'event_callback',
    event_id: expect.stringMatching(/^Ev/),
    event_time: expect.any(Number),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: isShared,
    event_context: anyText,
  };
  // Null where there is no enterprise, which Bolt's type leaves out.
  return { ...known, context_enterprise_id: null };
}

test("a guest's mention is what Bolt says it is", async () => {
  const { fixture, heard } = await startBolt();
  const { slack, person, channel } = fixture;
  const where = { user: person('guest'), channel: channel('ops') };
  const { body } = await fixture.post('/local/type', { ...where, text: '@lts help' });
  const team = expect.not.stringContaining(slack.teamId);
  const expected: AppMentionEvent = {
    type: 'app_mention',
    user: person('guest'),
    team,
    user_team: team,
    source_team: team,
    user_profile: {
      name: 'gil',
      first_name: 'Gil',
      real_name: 'Gil Guest',
      display_name: 'gil',
      team,
      is_restricted: false,
      is_ultra_restricted: false,
    },
    text: `<@${slack.botUserId}> help`,
    blocks: [expect.objectContaining({ type: 'rich_text' })],
    ts: String(body.messageTs),
    event_ts: String(body.messageTs),
    channel: channel('ops'),
    client_msg_id: anyText,
  };
  expect(heard).toEqual([envelope(fixture, expected, true)]);
});

test('a direct message is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const { slack, person, channel } = fixture;
  const where = { user: person('operator'), channel: channel('omar') };
  const { body } = await fixture.post('/local/type', { ...where, text: 'help' });
  const expected: Omit<GenericMessageEvent, 'subtype'> = {
    type: 'message',
    channel_type: 'im',
    user: person('operator'),
    team: slack.teamId,
    text: 'help',
    blocks: [expect.objectContaining({ type: 'rich_text' })],
    ts: String(body.messageTs),
    event_ts: String(body.messageTs),
    channel: channel('omar'),
    client_msg_id: anyText,
  };
  expect(heard).toEqual([envelope(fixture, expected, false)]);
});

test('an opened Home is what Bolt says it is', async () => {
  const { fixture, heard } = await startBolt();
  const { person, channel } = fixture;
  await fixture.post('/local/home', { user: person('operator') });
  const expected: AppHomeOpenedEvent = {
    type: 'app_home_opened',
    user: person('operator'),
    channel: channel('omar'),
    tab: 'home',
    event_ts: timestamp,
  };
  expect(heard).toEqual([envelope(fixture, expected, false)]);
});
