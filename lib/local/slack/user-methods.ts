import { handleOf } from './app-definition.ts';
import type { Context } from './context.ts';
import { flagField, type JsonObject, stringField } from './json.ts';
import type { Person } from './people.ts';
import { SlackRefusal } from './refusal.ts';

type User = Omit<Person, 'role'>;

/** https://docs.slack.dev/reference/methods/users.info */
export function showUser(context: Context, args: JsonObject): JsonObject {
  const { directory, now } = context;
  const id = stringField(args, 'user') ?? '';
  const isBot = id === directory.bot.userId;
  const user = isBot ? botAsUser(context) : directory.person(id);
  if (user === undefined) throw new SlackRefusal('user_not_found');
  const locale = flagField(args, 'include_locale') ? { locale: user.locale } : {};
  const kind = { is_bot: isBot, is_stranger: user.team !== directory.team };
  return { user: { ...userObject(user, now()), ...kind, ...locale } };
}

/** Every app in a workspace is a user of it, too. Slack gives them the time of its own offices. */
function botAsUser({ directory, app }: Context): User {
  const name = handleOf(app);
  const { team, bot } = directory;
  return { id: bot.userId, name, realName: name, tz: 'America/Los_Angeles', locale: 'en-US', team };
}

/** https://docs.slack.dev/reference/methods/bots.info */
export function showBot({ directory, app }: Context, args: JsonObject): JsonObject {
  const { bot, monitor } = directory;
  const found = [bot, monitor].find(({ botId }) => botId === stringField(args, 'bot'));
  if (found === undefined) throw new SlackRefusal('bot_not_found');
  const { botId: id, appId: app_id, userId: user_id } = found;
  const name = found === bot ? handleOf(app) : 'monitor';
  return { bot: { id, deleted: false, name, updated: 0, app_id, user_id } };
}

/** https://docs.slack.dev/reference/methods/usergroups.users.list */
export function listGroupMembers({ directory }: Context, args: JsonObject): JsonObject {
  const group = directory.userGroups.find((each) => each.id === stringField(args, 'usergroup'));
  if (group === undefined) throw new SlackRefusal('no_such_subteam');
  return { users: [...group.members] };
}

function userObject(person: User, now: number): JsonObject {
  return {
    id: person.id,
    team_id: person.team.id,
    name: person.name,
    deleted: false,
    real_name: person.realName,
    tz: person.tz,
    tz_label: zoneName(person.tz, now, 'long'),
    tz_offset: zoneOffset(person.tz, now),
    profile: { real_name: person.realName, display_name: person.name, team: person.team.id },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_app_user: false,
    updated: 0,
  };
}

function zoneName(timeZone: string, now: number, timeZoneName: 'long' | 'longOffset'): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  return format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Seconds east of UTC, summer time included. */
function zoneOffset(timeZone: string, now: number): number {
  const match = /^GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)$/.exec(
    zoneName(timeZone, now, 'longOffset'),
  );
  if (match?.groups === undefined) return 0;
  const { sign, hours, minutes } = match.groups;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
