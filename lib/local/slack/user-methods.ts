import type { Context } from './context.ts';
import type { Person } from './directory.ts';
import { flagField, type JsonObject, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export function testAuth({ directory }: Context): JsonObject {
  const { team, bot } = directory;
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.domain,
    user: 'lts',
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  };
}

/** https://docs.slack.dev/reference/methods/users.info */
export function showUser({ directory, now }: Context, args: JsonObject): JsonObject {
  const person = directory.person(stringField(args, 'user') ?? '');
  if (person === undefined) throw new SlackRefusal('user_not_found');
  const locale = flagField(args, 'include_locale') ? { locale: person.locale } : {};
  return { user: { ...userObject(person, person.team !== directory.team, now()), ...locale } };
}

function userObject(person: Person, isStranger: boolean, now: number): JsonObject {
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
    is_bot: false,
    is_app_user: false,
    is_stranger: isStranger,
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
