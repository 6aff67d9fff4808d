import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { common, type JsonObject, MARK, type Payload, TEAM_ID } from './payload.ts';

/** A message that names the bot, or is for it alone; one in four is of a person of another company. */
export function event(random: Random): Payload {
  const type = random.oneOf(['app_mention', 'message']);
  const said = {
    type,
    ...(type === 'message' && { channel_type: 'im' }),
    ...(random.chance(30) && { thread_ts: '1800000000.000100' }),
    ...(random.chance(25) && { user_team: 'T0STRANGER' }),
    user: `U0${MARK}`,
    team: TEAM_ID,
    text: `<@U0BOT> logs ${MARK}`,
    channel: `C0${MARK}`,
    ts: '1800000000.000200',
  };
  const content = {
    type: 'event_callback',
    team_id: TEAM_ID,
    event_id: `Ev${random.hex(8)}${MARK}`,
    event: said,
    authorizations: [{ team_id: TEAM_ID, enterprise_id: null, user_id: 'U0BOT', is_bot: true }],
    is_ext_shared_channel: false,
    ...common(random),
  };
  return { sentAs: 'json', content, isHeard: true };
}

/** Events that the bot is sent too, and that ask for nothing. */
export function unasked(random: Random): Payload {
  const payload = event(random);
  const odd = random.oneOf<JsonObject>([
    { bot_id: `B0${MARK}` },
    { subtype: 'message_deleted' },
    { edited: { ts: '1800000000.000300' } },
    { type: MARK },
  ]);
  Object.assign(payload.content.event as JsonObject, odd);
  return payload;
}

export function homeOpened(random: Random): Payload {
  const opened = { type: 'app_home_opened', user: `U0${MARK}`, channel: `D0${MARK}`, tab: 'home' };
  const payload = event(random);
  return { ...payload, content: { ...payload.content, event: opened } };
}
