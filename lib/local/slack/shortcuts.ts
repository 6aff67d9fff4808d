import { readPerson, readPlace, readSeenMessage } from './acting.ts';
import { type Channel, nameInPayloads } from './channels.ts';
import type { Context } from './context.ts';
import { timestampOf } from './ids.ts';
import { Impossible } from './impossible.ts';
import { commonPayload, type Outcome, outcomeOf, sendInteraction, userObject } from './interaction.ts';
import { type JsonObject, stringField } from './json.ts';
import { messageObject } from './message-object.ts';
import type { Message } from './messages.ts';
import type { Person } from './people.ts';

/**
 * A person picks a shortcut: from the menu of the composer, or from that of a message.
 *
 * @throws Impossible
 */
export async function runShortcut(context: Context, fields: JsonObject): Promise<Outcome> {
  const person = readPerson(context, fields);
  const callbackId = stringField(fields, 'callbackId') ?? '';
  const shortcut = context.app.shortcuts.find((each) => each.callbackId === callbackId);
  if (shortcut === undefined) throw new Impossible(404, 'The app has no such shortcut.');
  if (shortcut.type === 'global')
    return send(context, callbackId, globalPayload(context, person, callbackId));
  const channel = readPlace(context, person, fields);
  const message = readSeenMessage(context, person, channel, fields);
  if (message.visibleTo !== null) {
    throw new Impossible(404, 'The menu of an ephemeral message offers no shortcuts.');
  }
  return send(context, callbackId, messagePayload(context, person, callbackId, channel, message));
}

async function send(context: Context, callbackId: string, payload: JsonObject): Promise<Outcome> {
  return outcomeOf(await sendInteraction(context, `the shortcut ${callbackId}`, payload));
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
function globalPayload(context: Context, person: Person, callbackId: string): JsonObject {
  return {
    type: 'shortcut',
    ...commonPayload(context),
    action_ts: timestampOf(context.now()),
    user: { id: person.id, username: person.name, team_id: person.team.id },
    callback_id: callbackId,
    trigger_id: context.triggers.create(person),
  };
}

/**
 * Its response_url adds messages, as a command's does: only a component that is used inside a message brings one that
 * replaces it. https://docs.slack.dev/interactivity/handling-user-interaction#updating_message_response
 */
function messagePayload(
  context: Context,
  person: Person,
  callbackId: string,
  channel: Channel,
  message: Message,
): JsonObject {
  return {
    type: 'message_action',
    ...commonPayload(context),
    action_ts: timestampOf(context.now()),
    user: userObject(person),
    channel: { id: channel.id, name: nameInPayloads(channel) },
    callback_id: callbackId,
    trigger_id: context.triggers.create(person),
    response_url: context.responseUrls.create({ kind: 'command' }, channel, person),
    message_ts: message.ts,
    message: messageObject(message, context.directory, context.messages),
  };
}
