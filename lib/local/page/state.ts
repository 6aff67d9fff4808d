import type { Channel, LocalInfo, Person } from './local-info.ts';

/** Who looks, and where. */
export interface Place {
  readonly person: Person;
  readonly channel: Channel;
  /** Whether the bot's Home is looked at, instead of the channel. */
  readonly isHome: boolean;
}

const homeName = 'home';

/**
 * The place in the page's address, `#channel/user` by id or `#home/user`, so that a reload or a copied address keeps
 * it. Otherwise the first operator, who may do everything.
 */
export function readPlace(info: LocalInfo, hash: string): Place {
  const [channelId, personId] = hash.replace(/^#/, '').split('/');
  const { users, channels } = info.slack;
  const person =
    users.find(({ id }) => id === personId) ?? users.find(({ role }) => role === 'operator') ?? users[0];
  if (!person) throw new Error('The workspace has no people');
  const named = channels.find(({ id }) => id === channelId);
  const channel = named && isOpenTo(named, person, info) ? named : firstChannel(info);
  return { person, channel, isHome: channelId === homeName };
}

/** Goes to another channel or becomes another person, whose own direct message takes the place of the last one's. */
export function movePlace(info: LocalInfo, place: Place, change: Partial<Place>): Place {
  const next = { ...place, ...change };
  if (isOpenTo(next.channel, next.person, info)) return next;
  const direct = info.slack.channels.find((channel) => channel.isIm && isOpenTo(channel, next.person, info));
  return { ...next, channel: direct ?? firstChannel(info) };
}

/** A direct message bears the name of the person who has it with the bot, and is no one else's. */
export function isOpenTo(channel: Channel, person: Person, { slack }: LocalInfo): boolean {
  if (!channel.isIm) return true;
  return !slack.users.some(({ id, name }) => id !== person.id && name === channel.name);
}

function firstChannel({ slack }: LocalInfo): Channel {
  const open = slack.channels.find(({ isIm, isPrivate, botIsMember }) => botIsMember && !isIm && !isPrivate);
  const channel = open ?? slack.channels[0];
  if (!channel) throw new Error('The workspace has no channels');
  return channel;
}

/** A place that somebody chose can be left by the browser's Back. Going back, or mending an address, adds none. */
export function writePlace({ channel, person, isHome }: Place, isChosen: boolean): void {
  const hash = `#${isHome ? homeName : channel.id}/${person.id}`;
  if (isChosen && hash !== location.hash) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
}
