import { readContent } from './content.ts';
import type { Context } from './context.ts';
import type { Channel } from './directory.ts';
import { type JsonObject, stringField } from './json.ts';
import { messageObject } from './message-object.ts';
import { SlackRefusal } from './refusal.ts';

/** chat.update takes less text than chat.postMessage. https://docs.slack.dev/reference/methods/chat.update */
const MAX_UPDATE_TEXT = 4000;

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export function postMessage(context: Context, args: JsonObject): JsonObject {
  const { directory, messages } = context;
  const channel = findOwnChannel(context, args);
  const message = messages.post({
    ...readContent(args),
    channel: channel.id,
    from: directory.bot.userId,
    threadTs: stringField(args, 'thread_ts'),
  });
  return { channel: channel.id, ts: message.ts, message: messageObject(message, directory, messages) };
}

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export function postEphemeral(context: Context, args: JsonObject): JsonObject {
  const { directory, messages } = context;
  const channel = findOwnChannel(context, args);
  const user = stringField(args, 'user') ?? '';
  if (directory.person(user) === undefined) throw new SlackRefusal('user_not_found');
  if (!channel.members.includes(user)) throw new SlackRefusal('user_not_in_channel');
  const message = messages.post({
    ...readContent(args),
    channel: channel.id,
    from: directory.bot.userId,
    threadTs: stringField(args, 'thread_ts'),
    visibleTo: user,
  });
  return { message_ts: message.ts };
}

/** Only the bot's own messages, and no ephemeral ones. https://docs.slack.dev/reference/methods/chat.update */
export function updateMessage(context: Context, args: JsonObject): JsonObject {
  const { directory, messages } = context;
  const channel = findOwnChannel(context, args);
  const content = readContent(args);
  if (content.text.length > MAX_UPDATE_TEXT) throw new SlackRefusal('msg_too_long');
  const old = messages.find(channel.id, stringField(args, 'ts') ?? '');
  if (old === undefined || old.visibleTo !== null) throw new SlackRefusal('message_not_found');
  if (old.from !== directory.bot.userId) throw new SlackRefusal('cant_update_message');
  const message = messages.edit(old, content);
  const shown = messageObject(message, directory, messages);
  return { channel: channel.id, ts: message.ts, text: message.text, message: shown };
}

/** By id, or by a person's id for their direct message. A private channel without the bot does not exist for it. */
function findOwnChannel({ directory }: Context, args: JsonObject): Channel {
  const id = stringField(args, 'channel') ?? '';
  const person = directory.person(id);
  const channel = person === undefined ? directory.channel(id) : directory.directMessage(person);
  if (channel === undefined) throw new SlackRefusal('channel_not_found');
  if (!channel.botIsMember)
    throw new SlackRefusal(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  return channel;
}
