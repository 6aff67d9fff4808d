import type { Channel } from './channels.ts';
import type { Directory } from './directory.ts';
import { SlackRefusal } from './refusal.ts';

/**
 * A conversation that the bot can see. A private channel without the bot does not exist for it.
 *
 * @throws SlackRefusal `channel_not_found`
 */
export function findVisibleChannel(directory: Directory, id: string | undefined): Channel {
  const channel = directory.channel(id ?? '');
  if (channel === undefined || (channel.isPrivate && !channel.botIsMember)) {
    throw new SlackRefusal('channel_not_found');
  }
  return channel;
}

/**
 * A conversation that the bot is in.
 *
 * @throws SlackRefusal `channel_not_found`, `not_in_channel`
 */
export function findOwnChannel(directory: Directory, id: string | undefined): Channel {
  const channel = findVisibleChannel(directory, id);
  if (!channel.botIsMember) throw new SlackRefusal('not_in_channel');
  return channel;
}

/**
 * A conversation to post to: the bot is in it and it is not archived. Only the methods that post take a person's id for
 * their direct message, and a channel's name: https://docs.slack.dev/reference/methods/chat.postMessage#channels
 *
 * @throws SlackRefusal `channel_not_found`, `is_archived`, `not_in_channel`
 */
export function findOpenChannel(directory: Directory, id: string | undefined): Channel {
  const person = directory.person(id ?? '');
  const named = directory.channels.find(({ isIm, name }) => !isIm && name === id?.replace(/^#/, ''));
  const channel = findVisibleChannel(
    directory,
    person ? directory.directMessage(person).id : (named?.id ?? id),
  );
  if (channel.isArchived) throw new SlackRefusal('is_archived');
  return findOwnChannel(directory, channel.id);
}
