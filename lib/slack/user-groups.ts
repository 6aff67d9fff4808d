import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { logError } from '../log.ts';

/** Kept in a container's memory: who leaves a user group has left it here within a minute. */
const KEPT_MS = 60_000;

/**
 * Looks up who is in a user group with usergroups.users.list (scope usergroups:read); undefined when Slack does not
 * say. That is not kept: whoever is refused over it is told to try again. A group that is not there has nobody in it.
 */
export function createUserGroups(
  slack: WebClient,
  now: () => number,
): (groupId: string, userId: string) => Promise<boolean | undefined> {
  const known = new Map<string, { readonly members: ReadonlySet<string>; readonly until: number }>();
  return async (groupId, userId) => {
    const kept = known.get(groupId);
    if (kept && now() < kept.until) return kept.members.has(userId);
    const members = await listMembers(slack, groupId);
    if (members) known.set(groupId, { members, until: now() + KEPT_MS });
    return members?.has(userId);
  };
}

async function listMembers(slack: WebClient, usergroup: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const { users } = await slack.usergroups.users.list({ usergroup });
    return users && new Set(users);
  } catch (error) {
    logError('usergroups.users.list failed', error);
    const isGone = error instanceof WebAPIPlatformError && error.data.error === 'no_such_subteam';
    return isGone ? new Set() : undefined;
  }
}
