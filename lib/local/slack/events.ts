import { setTimeout as sleep } from 'node:timers/promises';
import type { BotAnswer, BotRequest } from './bot-line.ts';
import type { Channel } from './channels.ts';
import { type Context, VERIFICATION_TOKEN } from './context.ts';
import { newId } from './ids.ts';
import type { Outcome } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { messageObject } from './message-object.ts';
import type { Message } from './messages.ts';
import type { Person } from './people.ts';

/**
 * Slack repeats an event at once, after one minute and after five. The local waits are a sixtieth of that.
 * https://docs.slack.dev/apis/events-api/#retries
 */
const RETRY_DELAYS_MS = [0, 1000, 5000];

/** Tells the bot of a message, as {@link sendEvent} does. */
export function sendMessageEvent(
  context: Context,
  person: Person,
  channel: Channel,
  message: Message,
): Promise<Outcome> {
  // All channels that are no direct messages are shared with another team.
  const isShared = !channel.isIm || person.team !== context.directory.team;
  const event = messageEvent(context, person, channel, message);
  return sendEvent(context, `message ${message.ts}`, event, isShared);
}

/** Answers with how the first attempt went; the others follow by themselves. `what` is for people who wait. */
export async function sendEvent(
  context: Context,
  what: string,
  event: JsonObject,
  isShared: boolean,
): Promise<Outcome> {
  const request: BotRequest = {
    what: `the answer to the event of ${what}`,
    contentType: 'application/json',
    body: JSON.stringify(envelope(context, event, isShared)),
  };
  const answer = await context.line.send(request);
  if (isToBeRepeated(answer)) void repeat(context, request, answer);
  if (answer.kind !== 'answered') return { status: 0, body: reasonOf(answer), ms: answer.ms };
  return { status: answer.status, body: answer.body, ms: answer.ms };
}

async function repeat({ line }: Context, request: BotRequest, first: BotAnswer): Promise<void> {
  const done = line.hold(`a retry of ${request.what}`);
  let answer = first;
  for (const [index, delay] of RETRY_DELAYS_MS.entries()) {
    await sleep(delay, undefined, { ref: false });
    const headers = { 'x-slack-retry-num': String(index + 1), 'x-slack-retry-reason': reasonOf(answer) };
    answer = await line.send({ ...request, headers });
    if (!isToBeRepeated(answer)) break;
  }
  done();
}

/** The bot can ask for no repetition in a failing answer's header. */
function isToBeRepeated(answer: BotAnswer): boolean {
  if (answer.kind !== 'answered') return true;
  const isTaken = answer.status >= 200 && answer.status < 300;
  return !isTaken && answer.headers.get('x-slack-no-retry') !== '1';
}

function reasonOf(answer: BotAnswer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'unreachable' ? 'connection_failed' : 'http_error';
}

/** message.im in the bot's direct message, where no app_mention is sent, and app_mention elsewhere. */
function messageEvent(context: Context, person: Person, channel: Channel, message: Message): JsonObject {
  const common = {
    ...messageObject(message, context.directory, context.messages),
    client_msg_id: crypto.randomUUID(),
    channel: channel.id,
    event_ts: message.ts,
  };
  if (channel.isIm) return { ...common, type: 'message', channel_type: 'im' };
  return { ...common, type: 'app_mention', ...sharedChannelFields(context, person) };
}

/** In a channel that teams share, a message names its person's team, and somebody of another team is introduced. */
function sharedChannelFields({ directory }: Context, person: Person): JsonObject {
  const teams = { user_team: person.team.id, source_team: person.team.id };
  if (person.team === directory.team) return teams;
  const names = { name: person.name, real_name: person.realName, display_name: person.name };
  const [firstName = ''] = person.realName.split(' ');
  const profile = { ...names, first_name: firstName, team: person.team.id };
  return { ...teams, user_profile: { ...profile, is_restricted: false, is_ultra_restricted: false } };
}

/** https://docs.slack.dev/apis/events-api/#event-type-structure */
function envelope(context: Context, event: JsonObject, isShared: boolean): JsonObject {
  const { team, bot } = context.directory;
  const authorization = { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true };
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(context.now() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: isShared,
    event_context: `4-${newId('', 24)}`,
  };
}
