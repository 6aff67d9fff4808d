import { readContent } from './content.ts';
import type { Context } from './context.ts';
import { findOpenChannel, findVisibleChannel } from './find-channel.ts';
import { flagField, type JsonObject, stringField } from './json.ts';
import { messageObject } from './message-object.ts';
import { SlackRefusal } from './refusal.ts';

/** chat.update takes less text than chat.postMessage. https://docs.slack.dev/reference/methods/chat.update */
const MAX_UPDATE_TEXT = 4000;

/**
 * What else it takes (unfurl_links, mrkdwn, metadata, …) changes nothing that is shown here, and is not looked at.
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function postMessage(context: Context, args: JsonObject): JsonObject {
  const { directory, messages, rates } = context;
  const channel = findOpenChannel(directory, stringField(args, 'channel'));
  const draft = {
    ...readContent(args),
    channel: channel.id,
    from: directory.bot.userId,
    threadTs: stringField(args, 'thread_ts'),
    broadcast: flagField(args, 'reply_broadcast'),
  };
  const message = rates.limit(channel.id, () => messages.post(draft));
  return { channel: channel.id, ts: message.ts, message: messageObject(message, directory, messages) };
}

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export function postEphemeral(context: Context, args: JsonObject): JsonObject {
  const { directory, messages } = context;
  const channel = findOpenChannel(directory, stringField(args, 'channel'));
  const user = stringField(args, 'user') ?? '';
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
  const channel = findVisibleChannel(directory, stringField(args, 'channel'));
  if (channel.isArchived) throw new SlackRefusal('is_inactive');
  const content = readContent(args);
  if (content.text.length > MAX_UPDATE_TEXT) throw new SlackRefusal('msg_too_long');
  const old = findOwnMessage(context, channel.id, args, 'cant_update_message');
  const message = messages.edit(old, content);
  const shown = messageObject(message, directory, messages);
  return { channel: channel.id, ts: message.ts, text: message.text, message: shown };
}

/** Only the bot's own messages, and no ephemeral ones. https://docs.slack.dev/reference/methods/chat.delete */
export function deleteMessage(context: Context, args: JsonObject): JsonObject {
  const channel = findVisibleChannel(context.directory, stringField(args, 'channel'));
  const message = findOwnMessage(context, channel.id, args, 'cant_delete_message');
  context.messages.remove(message);
  return { channel: channel.id, ts: message.ts };
}

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
export function getPermalink({ directory, messages }: Context, args: JsonObject): JsonObject {
  const channel = findVisibleChannel(directory, stringField(args, 'channel'));
  const message = messages.find(channel.id, stringField(args, 'message_ts') ?? '');
  if (message === undefined || message.visibleTo !== null) throw new SlackRefusal('message_not_found');
  const { ts, threadTs } = message;
  const query = threadTs === null ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
  const base = `https://${directory.team.domain}.slack.com/archives/${channel.id}`;
  return { channel: channel.id, permalink: `${base}/p${ts.replace('.', '')}${query}` };
}

/** Ephemeral messages are out of reach of every method: only a response_url changes them. */
function findOwnMessage(
  { directory, messages }: Context,
  channel: string,
  args: JsonObject,
  foreign: string,
) {
  const message = messages.find(channel, stringField(args, 'ts') ?? '');
  if (message === undefined || message.visibleTo !== null) throw new SlackRefusal('message_not_found');
  if (message.from !== directory.bot.userId) throw new SlackRefusal(foreign);
  return message;
}
