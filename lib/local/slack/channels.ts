import type { Person } from './people.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isIm: boolean;
  readonly botIsMember: boolean;
  /** Read-only, and in nobody's list of channels. */
  readonly isArchived: boolean;
  /** The ids of the people in it. */
  readonly members: readonly string[];
}

export const ALERT_CHANNEL = 'C0INCIDENT1';

/** The name that payloads carry: Slack names only public channels. */
export function nameInPayloads(channel: Channel): string {
  if (channel.isIm) return 'directmessage';
  return channel.isPrivate ? 'privategroup' : channel.name;
}

/** All of them are shared with the partner, so everybody is in every one; but for the one that is archived. */
export function sharedChannels(members: readonly string[]): Channel[] {
  const open = { isPrivate: false, isIm: false, botIsMember: true, isArchived: false, members };
  return [
    { ...open, id: 'C0GENERAL01', name: 'general' },
    { ...open, id: 'C0OPS000001', name: 'ops' },
    { ...open, id: ALERT_CHANNEL, name: 'incident-checkout' },
    { ...open, id: 'C0RANDOM001', name: 'random', botIsMember: false },
    { ...open, id: 'C0PRIVATE01', name: 'security-review', isPrivate: true, botIsMember: false },
    { ...open, id: 'C0ARCHIVED1', name: 'incident-search', isArchived: true, members: [] },
  ];
}

/** The one between this person and the bot. */
export function directMessageOf(person: Person): Channel {
  return {
    id: `D${person.id.slice(1)}`,
    name: person.name,
    isPrivate: true,
    isIm: true,
    botIsMember: true,
    isArchived: false,
    members: [person.id],
  };
}
