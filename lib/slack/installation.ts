import type { SlashCommand } from '@slack/bolt';

/** Where the bot is installed: it serves no other app and no other workspace. */
export interface Installation {
  readonly teamId: string;
  readonly appId: string;
  /** Where Slack's response_urls lead, without a slash at the end: nothing else is ever called. */
  readonly hooksOrigin: string;
}

/**
 * Two requests of Slack's name no app. Bolt answers both by itself, whatever else is in them, and calls no listener.
 * https://docs.slack.dev/reference/events/url_verification
 */
export function isForApp(body: object, { appId }: Installation): boolean {
  const { type, ssl_check, api_app_id } = body as Readonly<Record<string, unknown>>;
  const isProbe = type === 'url_verification' || (ssl_check !== undefined && ssl_check !== null);
  return isProbe || api_app_id === appId;
}

/** A command names the workspace of the person who typed it, in an Enterprise organization too. */
export function isTypedByMember(body: SlashCommand, { teamId }: Installation): boolean {
  return body.team_id === teamId;
}

/** Who clicked or submitted. */
interface Interaction {
  readonly team: { readonly id: string; readonly enterprise_id?: string } | null;
  readonly user: { readonly team_id?: string };
}

/**
 * In a channel shared with another company its people see the buttons and click them. `team` is the workspace that the
 * click is for, `user.team_id` that of the person, or their whole organization, E…: then it must be the one that the
 * workspace belongs to. A click in an app that a whole organization installed has no `team`, and is not served.
 * https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
 */
export function isDoneByMember({ team, user }: Interaction, { teamId }: Installation): boolean {
  if (team?.id !== teamId) return false;
  const { team_id: home = teamId } = user;
  return home === teamId || (typeof home === 'string' && home === team.enterprise_id);
}
