import type { Channel, LocalInfo } from './local-info.ts';

/** How people and channels are called. */
export interface Names {
  readonly botUserId: string;
  /** The name of a person or of a program; undefined for somebody else. */
  userName(id: string): string | undefined;
  isPerson(id: string): boolean;
  /** The handle of a user group; undefined for one that nobody knows. */
  groupName(id: string): string | undefined;
  channelName(id: string): string | undefined;
  /** A direct message is named after the bot, with whom it is. */
  conversationName(channel: Channel): string;
}

export function createNames({ slack }: LocalInfo): Names {
  const { botUserId, command } = slack;
  const botName = command.slice(1).toUpperCase();
  const users = new Map(slack.users.map(({ id, name }) => [id, name]));
  const apps = new Map(slack.apps.map(({ userId, name }) => [userId, name]));
  const channels = new Map(slack.channels.map(({ id, name }) => [id, name]));
  return {
    botUserId,
    userName: (id) => (id === botUserId ? botName : (users.get(id) ?? apps.get(id))),
    groupName: (id) => slack.userGroups.find((each) => each.id === id)?.handle,
    isPerson: (id) => users.has(id),
    channelName: (id) => channels.get(id),
    conversationName: ({ name, isIm }) => (isIm ? botName : name),
  };
}
