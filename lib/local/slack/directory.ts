/** Who and what there is in the workspace. It does not change while the workspace runs. */

export type Language = 'en' | 'zh';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly role: 'reader' | 'operator' | 'approver' | 'guest';
  readonly tz: string;
  readonly locale: string;
  readonly team: Team;
}

interface Team {
  readonly id: string;
  readonly domain: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isIm: boolean;
  readonly botIsMember: boolean;
  /** The ids of the people in it. */
  readonly members: readonly string[];
}

/** A program's user in the workspace. */
interface Bot {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
}

export interface Directory {
  readonly team: Team;
  readonly bot: Bot;
  /** Posts alerts; nothing that the bot under development controls. */
  readonly monitor: Bot;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  person(id: string): Person | undefined;
  channel(id: string): Channel | undefined;
  /** The direct message between this person and the bot. */
  directMessage(person: Person): Channel;
}

export const ALERT_CHANNEL = 'C0INCIDENT1';

const TEAM: Team = { id: 'T0LOCALWS01', domain: 'local-workspace' };
const PARTNER: Team = { id: 'T0PARTNER01', domain: 'partner' };

export function createDirectory(language: Language): Directory {
  const people = listPeople(language === 'zh' ? 'zh-CN' : 'en-US');
  const shared = sharedChannels(people.map((person) => person.id));
  const channels = [...shared, ...people.map(directMessageOf)];
  return {
    team: TEAM,
    bot: { userId: 'U0LTSBOT001', botId: 'B0LTSBOT001', appId: 'A0LTSBOT001' },
    monitor: { userId: 'U0MONITOR01', botId: 'B0MONITOR01', appId: 'A0MONITOR01' },
    people,
    channels,
    person: (id) => people.find((person) => person.id === id),
    channel: (id) => channels.find((channel) => channel.id === id),
    directMessage: directMessageOf,
  };
}

/** The name that payloads carry: Slack names only public channels. */
export function nameInPayloads(channel: Channel): string {
  if (channel.isIm) return 'directmessage';
  return channel.isPrivate ? 'privategroup' : channel.name;
}

function listPeople(locale: string): Person[] {
  return [
    {
      id: 'U0READER001',
      name: 'rita',
      realName: 'Rita Reader',
      role: 'reader',
      tz: 'Europe/Berlin',
      locale,
      team: TEAM,
    },
    {
      id: 'U0OPERATOR1',
      name: 'omar',
      realName: 'Omar Operator',
      role: 'operator',
      tz: 'America/New_York',
      locale,
      team: TEAM,
    },
    {
      id: 'U0APPROVER1',
      name: 'anwen',
      realName: '安文',
      role: 'approver',
      tz: 'Asia/Shanghai',
      locale: 'zh-CN',
      team: TEAM,
    },
    {
      id: 'U0GUEST0001',
      name: 'gil',
      realName: 'Gil Guest',
      role: 'guest',
      tz: 'America/Los_Angeles',
      locale: 'en-US',
      team: PARTNER,
    },
  ];
}

/** All of them are shared with the partner, so everybody is in every one. */
function sharedChannels(members: readonly string[]): Channel[] {
  const open = { isPrivate: false, isIm: false, botIsMember: true, members };
  return [
    { ...open, id: 'C0GENERAL01', name: 'general' },
    { ...open, id: 'C0OPS000001', name: 'ops' },
    { ...open, id: ALERT_CHANNEL, name: 'incident-checkout' },
    { ...open, id: 'C0RANDOM001', name: 'random', botIsMember: false },
    { ...open, id: 'C0PRIVATE01', name: 'security-review', isPrivate: true, botIsMember: false },
  ];
}

function directMessageOf(person: Person): Channel {
  return {
    id: `D${person.id.slice(1)}`,
    name: person.name,
    isPrivate: true,
    isIm: true,
    botIsMember: true,
    members: [person.id],
  };
}
