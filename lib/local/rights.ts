import type { readPolicy } from '../access/policy-file.ts';
import type { WorkspaceDescription } from './slack/workspace.ts';

/**
 * What a person may do somewhere, as the policy says it, and `approve` where they may decide about others' requests.
 * Nobody else is asked: the bot under test decides by itself.
 */
export function rightsOf(userId: string, policy: Policy, { users, userGroups }: People): string[] {
  const isGuest = users.some(({ id, role }) => id === userId && role === 'guest');
  if (isGuest) return [];
  const names = [
    'everyone',
    userId,
    ...userGroups.filter(({ members }) => members.includes(userId)).map(({ id }) => id),
  ];
  const isMeant = (who: readonly string[]): boolean => who.some((name) => names.includes(name));
  const may = policy.rules.filter(({ who }) => isMeant(who)).flatMap((rule) => rule.may);
  const decides = (policy.approvals ?? []).some(({ by }) => isMeant(by));
  return [...new Set([...may, ...(decides ? ['approve'] : [])])];
}

export type Policy = ReturnType<typeof readPolicy>;
type People = Pick<WorkspaceDescription, 'users' | 'userGroups'>;
