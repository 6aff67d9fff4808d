import type { EnvelopedEvent, SlashCommand } from '@slack/bolt';

/** Where the bot is installed: it serves no other app and no other workspace. */
export interface Installation {
  readonly teamId: string;
  readonly appId: string;
  /** Where Slack's response_urls lead, without a slash at the end: nothing else is ever called. */
  readonly hooksOrigin: string;
}

/**
 * Two requests of Slack's name no app, and Bolt answers both by itself, whatever else is in them, and calls no listener.
 * Nor do shortcuts name one: whose they are only the signature says, and for which workspace, the listener looks.
 * https://docs.slack.dev/reference/events/url_verification
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function isForApp(body: object, { appId }: Installation): boolean {
  const { type, ssl_check, api_app_id } = body as Readonly<Record<string, unknown>>;
  const isProbe = type === 'url_verification' || (ssl_check !== undefined && ssl_check !== null);
  const isShortcut = type === 'shortcut' || type === 'message_action';
  return isProbe || api_app_id === appId || (isShortcut && api_app_id === undefined);
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

/** Who wrote a message. */
interface Written {
  readonly team?: string;
  readonly user_team?: string;
}

/**
 * `authorizations` names the workspace that an event is for, `team_id` and, in a channel shared with another company,
 * `team` perhaps the one that the channel is of. There `user_team` alone says whose the person is: whoever is of nobody
 * known is taken for a guest. As with clicks it may be the organization's.
 * https://docs.slack.dev/apis/events-api/#authorizations
 */
export function isWrittenByMember(
  { team, user_team }: Written,
  {
    authorizations,
    is_ext_shared_channel: isShared,
  }: Pick<EnvelopedEvent, 'authorizations' | 'is_ext_shared_channel'>,
  { teamId }: Installation,
): boolean {
  const authorization = authorizations?.[0];
  if (authorization?.team_id !== teamId) return false;
  const home = user_team ?? (isShared === true ? undefined : (team ?? teamId));
  return home === teamId || (typeof home === 'string' && home === authorization.enterprise_id);
}
