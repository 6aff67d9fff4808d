import type { Directory } from './directory.ts';
import type { JsonObject } from './json.ts';
import type { Message, MessageStore } from './messages.ts';

/** A message as Slack shows it to programs. https://docs.slack.dev/reference/objects/message-object */
export function messageObject(message: Message, directory: Directory, messages: MessageStore): JsonObject {
  const { from, ts, text, blocks, edited } = message;
  const bot = [directory.bot, directory.monitor].find((each) => each.userId === from);
  const team = from === null ? undefined : directory.person(from)?.team;
  return {
    type: 'message',
    user: from,
    ts,
    ...(bot === undefined ? {} : { bot_id: bot.botId, app_id: bot.appId }),
    text,
    team: (team ?? directory.team).id,
    blocks: [...blocks],
    ...threadFields(message, messages),
    ...(edited ? { edited: { user: from, ts } } : {}),
  };
}

/** A reply names its thread; a parent names itself once it has replies. */
function threadFields({ channel, ts, threadTs }: Message, messages: MessageStore): JsonObject {
  if (threadTs === null) return messages.hasReplies(channel, ts) ? { thread_ts: ts } : {};
  const parent = messages.find(channel, threadTs);
  return { thread_ts: threadTs, ...(parent === undefined ? {} : { parent_user_id: parent.from }) };
}
