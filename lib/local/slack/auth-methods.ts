import { handleOf } from './app-definition.ts';
import type { Context } from './context.ts';
import { flagField, type JsonObject, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';

/** Says back what it was told. https://docs.slack.dev/reference/methods/api.test */
export function testApi(_context: Context, args: JsonObject): JsonObject {
  const error = stringField(args, 'error');
  if (error !== undefined) throw new SlackRefusal(error);
  return { args };
}

/** https://docs.slack.dev/reference/methods/auth.test */
export function testAuth({ directory, app }: Context): JsonObject {
  const { team, bot } = directory;
  return {
    url: `https://${team.domain}.slack.com/`,
    team: team.domain,
    user: handleOf(app),
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  };
}

/** From here on the token is that of an app that was taken out. https://docs.slack.dev/reference/methods/auth.revoke */
export function revokeAuth({ botToken }: Context, args: JsonObject): JsonObject {
  const isTest = flagField(args, 'test');
  if (!isTest) botToken.revoke();
  return { revoked: !isTest };
}
