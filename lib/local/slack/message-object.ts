import type { Directory } from './directory.ts';
import type { JsonObject } from './json.ts';
import type { Message, MessageStore } from './messages.ts';

/** Who "says" what Slack itself says. */
const SLACKBOT = 'USLACKBOT';

/** A message as Slack shows it to programs. https://docs.slack.dev/reference/objects/message-object */
export function messageObject(message: Message, directory: Directory, messages: MessageStore): JsonObject {
  const { from, ts, text, blocks, files, deleted, editedTs } = message;
  if (deleted) return { ...tombstone(ts), ...threadFields(message, messages) };
  const bot = [directory.bot, directory.monitor].find((each) => each.userId === from);
  const team = from === null ? undefined : directory.person(from)?.team;
  return {
    type: 'message',
    ...subtypeOf(message),
    user: from,
    ts,
    ...(bot === undefined ? {} : { bot_id: bot.botId, app_id: bot.appId }),
    text,
    team: (team ?? directory.team).id,
    blocks: [...blocks],
    ...(files.length === 0 ? {} : { files: [...files], upload: true }),
    ...threadFields(message, messages),
    ...(editedTs === null ? {} : { edited: { user: from, ts: editedTs } }),
  };
}

function subtypeOf({ files, broadcast }: Message): JsonObject {
  if (files.length > 0) return { subtype: 'file_share' };
  return broadcast ? { subtype: 'thread_broadcast' } : {};
}

/** What is left of a deleted parent while its replies remain. */
function tombstone(ts: string): JsonObject {
  const text = 'This message was deleted.';
  return { type: 'message', subtype: 'tombstone', user: SLACKBOT, text, hidden: true, ts };
}

/** A reply names its thread; a parent names itself once it has replies, and sums them up. */
function threadFields({ channel, ts, threadTs }: Message, messages: MessageStore): JsonObject {
  if (threadTs !== null) {
    const parent = messages.findParent(channel, threadTs);
    return { thread_ts: threadTs, ...(parent === undefined ? {} : { parent_user_id: parentUser(parent) }) };
  }
  const replies = messages.replies(channel, ts);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  const users = [...new Set(replies.map((each) => each.from ?? SLACKBOT))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: latest.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

function parentUser({ from, deleted }: Message): string {
  return deleted || from === null ? SLACKBOT : from;
}
