import { type Channel, directMessageOf, sharedChannels } from './channels.ts';
import { type Language, listPeople, type Person, TEAM, type Team } from './people.ts';

/** What people mention with `<!subteam^ID>`. */
interface UserGroup {
  readonly id: string;
  readonly handle: string;
  /** The ids of the people in it. */
  readonly members: readonly string[];
}

/** A program's user in the workspace. */
interface Bot {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
}

/** Who and what there is in the workspace. It does not change while the workspace runs. */
export interface Directory {
  readonly team: Team;
  readonly bot: Bot;
  /** Posts alerts; nothing that the bot under development controls. */
  readonly monitor: Bot;
  readonly people: readonly Person[];
  /** Archived ones included. */
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  person(id: string): Person | undefined;
  channel(id: string): Channel | undefined;
  /** The direct message between this person and the bot. */
  directMessage(person: Person): Channel;
}

export function createDirectory(language: Language): Directory {
  const people = listPeople(language);
  const shared = sharedChannels(people.map((person) => person.id));
  const channels = [...shared, ...people.map(directMessageOf)];
  return {
    team: TEAM,
    bot: { userId: 'U0LTSBOT001', botId: 'B0LTSBOT001', appId: 'A0LTSBOT001' },
    monitor: { userId: 'U0MONITOR01', botId: 'B0MONITOR01', appId: 'A0MONITOR01' },
    people,
    channels,
    userGroups: [{ id: 'S0ONCALL001', handle: 'oncall', members: membersOf(people, 'operator', 'approver') }],
    person: (id) => people.find((person) => person.id === id),
    channel: (id) => channels.find((channel) => channel.id === id),
    directMessage: directMessageOf,
  };
}

function membersOf(people: readonly Person[], ...roles: readonly Person['role'][]): string[] {
  return people.filter((person) => roles.includes(person.role)).map((person) => person.id);
}
