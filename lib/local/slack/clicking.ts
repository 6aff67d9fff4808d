import { optionsOf } from './blocks/elements.ts';
import { type Interactive, listInteractive } from './blocks/interactive.ts';
import { type Context, VERIFICATION_TOKEN } from './context.ts';
import { type Channel, nameInPayloads, type Person } from './directory.ts';
import { newTriggerId } from './ids.ts';
import { isObject, type JsonObject, stringField } from './json.ts';
import { messageObject } from './message-object.ts';
import { isSeenBy, type Message } from './messages.ts';

/** The bot's HTTP answer (status 0 when there was none), or why nothing could be clicked. */
type Clicked =
  | { readonly kind: 'sent'; readonly status: number; readonly body: string; readonly ms: number }
  | { readonly kind: 'refused'; readonly status: 400 | 404; readonly error: string };

interface Click {
  readonly person: Person;
  readonly channel: Channel;
  readonly message: Message;
  readonly target: Interactive;
  /** The chosen option of a select. */
  readonly option: JsonObject | undefined;
}

/** A person uses an element of a message that they see. */
export async function click(context: Context, fields: JsonObject): Promise<Clicked> {
  const person = context.directory.person(stringField(fields, 'user') ?? '');
  const channel = context.directory.channel(stringField(fields, 'channel') ?? '');
  if (person === undefined) return refused(404, 'There is no such person.');
  if (channel === undefined || !channel.members.includes(person.id)) {
    return refused(404, 'That person is in no such channel.');
  }
  const message = context.messages.find(channel.id, stringField(fields, 'messageTs') ?? '');
  if (message === undefined || !isSeenBy(message, person.id)) {
    return refused(404, 'That person sees no such message.');
  }
  const found = findTarget(message, stringField(fields, 'actionId'), stringField(fields, 'value'));
  return 'error' in found ? found : send(context, { person, channel, message, ...found });
}

function refused(status: 400 | 404, error: string): Clicked & { kind: 'refused' } {
  return { kind: 'refused', status, error };
}

type Found = Pick<Click, 'target' | 'option'>;

function findTarget(message: Message, actionId: string | undefined, value: string | undefined) {
  const candidates = listInteractive(message.blocks).filter((each) => each.element.action_id === actionId);
  for (const target of candidates) {
    const found = match(target, value);
    if (found !== undefined) return found;
  }
  const isSelect = candidates.some((each) => each.element.type === 'static_select');
  if (isSelect && value === undefined) return refused(400, 'A select needs a value.');
  return refused(404, 'There is no such element in that message.');
}

function match(target: Interactive, value: string | undefined): Found | undefined {
  const { element } = target;
  if (element.type === 'button') {
    return value === undefined || element.value === value ? { target, option: undefined } : undefined;
  }
  const option = optionsOf(element).find((each) => each.value === value);
  return option === undefined ? undefined : { target, option };
}

/** What Slack shows for a click that fails is a small sign beside the element, and no message. */
async function send(context: Context, click: Click): Promise<Clicked> {
  const answer = await context.line.send({
    what: `the answer to a click on ${String(click.target.element.action_id)}`,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ payload: JSON.stringify(clickPayload(context, click)) }).toString(),
  });
  if (answer.kind !== 'answered') return { kind: 'sent', status: 0, body: answer.kind, ms: answer.ms };
  return { kind: 'sent', status: answer.status, body: answer.body, ms: answer.ms };
}

/**
 * An ephemeral message is not sent along.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
function clickPayload(context: Context, click: Click): JsonObject {
  const { directory, messages, responseUrls, now } = context;
  const { person, channel, message } = click;
  const isEphemeral = message.visibleTo !== null;
  const shown = messageObject(message, directory, messages);
  const thread = 'thread_ts' in shown ? { thread_ts: shown.thread_ts ?? null } : {};
  return {
    type: 'block_actions',
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team.id },
    api_app_id: directory.bot.appId,
    token: VERIFICATION_TOKEN,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    trigger_id: newTriggerId(now()),
    team: { id: directory.team.id, domain: directory.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: nameInPayloads(channel) },
    ...(isEphemeral ? {} : { message: shown }),
    state: { values: stateOf(click) },
    response_url: responseUrls.create({ kind: 'interaction', message }, channel, person),
    actions: [actionOf(click, now())],
  };
}

/** The action repeats what the element says, beside what was chosen. */
function actionOf({ target, option }: Click, now: number): JsonObject {
  const { options: _options, option_groups: _groups, ...element } = target.element;
  return {
    ...element,
    block_id: target.blockId,
    ...(option === undefined ? {} : { selected_option: option }),
    action_ts: `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`,
  };
}

/** What every select of the message shows, the one just used included. */
function stateOf({ message, target, option }: Click): JsonObject {
  const values: JsonObject = {};
  for (const { blockId, element } of listInteractive(message.blocks)) {
    if (element.type !== 'static_select') continue;
    const isUsed = blockId === target.blockId && element.action_id === target.element.action_id;
    const selected = (isUsed ? option : undefined) ?? element.initial_option ?? null;
    const block = values[blockId];
    const entry = { [String(element.action_id)]: { type: 'static_select', selected_option: selected } };
    values[blockId] = { ...(isObject(block) ? block : {}), ...entry };
  }
  return values;
}
