import { channelObject, directMessageObject } from './channel-object.ts';
import type { Channel } from './channels.ts';
import type { Context } from './context.ts';
import { findOwnChannel, findVisibleChannel } from './find-channel.ts';
import { flagField, type JsonObject, stringField } from './json.ts';
import { messageObject } from './message-object.ts';
import type { Message } from './messages.ts';
import { expectScope, scopeFor } from './method-rules.ts';
import { readPage, turnPage } from './pages.ts';
import { SlackRefusal } from './refusal.ts';

/** https://docs.slack.dev/reference/methods/conversations.info */
export function showConversation({ directory, app }: Context, args: JsonObject): JsonObject {
  const channel = findVisibleChannel(directory, stringField(args, 'channel'));
  expectScope(app, [scopeFor(channel, 'read')]);
  const members = channel.members.length + (channel.botIsMember ? 1 : 0);
  return {
    channel: {
      ...(channel.isIm ? directMessageObject(channel, directory) : channelObject(channel, directory)),
      ...(flagField(args, 'include_locale') ? { locale: 'en-US' } : {}),
      ...(flagField(args, 'include_num_members') ? { num_members: members } : {}),
    },
  };
}

/**
 * Opens the direct message with one person; those of the bot are all open already. With several people it would need
 * a scope and a kind of conversation that are not there. https://docs.slack.dev/reference/methods/conversations.open
 */
export function openConversation({ directory, app }: Context, args: JsonObject): JsonObject {
  const channel = findDirectMessage({ directory, app }, args);
  expectScope(app, ['im:write']);
  const isAskedFor = flagField(args, 'return_im');
  const shown = isAskedFor ? directMessageObject(channel, directory) : { id: channel.id };
  return { no_op: true, already_open: true, channel: shown };
}

function findDirectMessage(
  { directory, app }: Pick<Context, 'directory' | 'app'>,
  args: JsonObject,
): Channel {
  const id = stringField(args, 'channel');
  if (id !== undefined) {
    const channel = findVisibleChannel(directory, id);
    if (channel.isIm) return channel;
    throw new SlackRefusal('method_not_supported_for_channel_type');
  }
  const [user, ...others] = (stringField(args, 'users') ?? '').split(',').filter((each) => each !== '');
  if (user === undefined) throw new SlackRefusal('users_list_not_supplied');
  if (others.length > 0) {
    expectScope(app, ['mpim:write']);
    throw new SlackRefusal('method_not_supported_for_channel_type');
  }
  const person = directory.person(user);
  if (person === undefined) throw new SlackRefusal('user_not_found');
  return directory.directMessage(person);
}

/**
 * A thread, by its parent or by any message in it; a message without replies stands alone.
 * https://docs.slack.dev/reference/methods/conversations.replies
 */
export function listReplies({ directory, app, messages }: Context, args: JsonObject): JsonObject {
  const channel = findOwnChannel(directory, stringField(args, 'channel'));
  expectScope(app, [scopeFor(channel, 'history')]);
  const ts = stringField(args, 'ts') ?? '';
  const asked = messages.findParent(channel.id, ts);
  const parent = asked && messages.findParent(channel.id, asked.threadTs ?? ts);
  if (parent === undefined || asked?.visibleTo !== null) throw new SlackRefusal('thread_not_found');
  const thread = [parent, ...messages.replies(channel.id, parent.ts)].filter(isBetween(args));
  const { items, nextCursor } = turnPage(thread, readPage(args));
  return {
    messages: items.map((each) => messageObject(each, directory, messages)),
    has_more: nextCursor !== '',
    response_metadata: { next_cursor: nextCursor },
  };
}

/** `oldest` and `latest` themselves are left out unless `inclusive` says otherwise. */
function isBetween(args: JsonObject): (message: Message) => boolean {
  const oldest = readTimestamp(args, 'oldest') ?? 0;
  const latest = readTimestamp(args, 'latest') ?? Number.POSITIVE_INFINITY;
  const isInclusive = flagField(args, 'inclusive');
  return ({ ts, threadTs }) => {
    const at = Number(ts);
    return (
      threadTs === null || (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest))
    );
  };
}

function readTimestamp(args: JsonObject, name: 'oldest' | 'latest'): number | undefined {
  const text = stringField(args, name);
  if (text === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new SlackRefusal(`invalid_ts_${name}`);
  return Number(text);
}
