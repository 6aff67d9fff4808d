import type { Approvers, Target, Verb } from '../commands/access.ts';
import { allow } from './decide.ts';
import type { IsInUserGroup } from './gate.ts';
import type { Approval, Policy } from './policy.ts';

/** Rules do not count here, and neither does who asks: each entry that applies to one of the targets has its say. */
export function approversOf(
  { approvals }: Pick<Policy, 'approvals'>,
  verb: Verb,
  targets: readonly Target[],
  channelId: string,
  isInUserGroup: IsInUserGroup,
): Approvers | undefined {
  const entries = approvals.filter(
    (entry) =>
      entry.for.some((each) => each === verb) &&
      (entry.channels?.includes(channelId) ?? true) &&
      targets.some((target) => touches(entry, target)),
  );
  if (entries.length === 0) return undefined;
  return {
    named: entries.map(({ by }) => by),
    mayApprove: async (userId) => {
      const answers = await Promise.all(entries.map(({ by }) => isAmong(by, userId, isInUserGroup)));
      if (answers.includes(false)) return false;
      return answers.includes(undefined) ? undefined : true;
    },
  };
}

/** A group as a whole holds streams of any name, a source groups of any name. */
function touches({ sources, groups, streams }: Approval, { source, group, stream }: Target): boolean {
  return (
    allow(sources, source) &&
    (group === undefined || allow(groups, group)) &&
    (stream === undefined || allow(streams, stream))
  );
}

async function isAmong(
  who: readonly string[],
  userId: string,
  isInUserGroup: IsInUserGroup,
): Promise<boolean | undefined> {
  if (who.includes('everyone') || who.includes(userId)) return true;
  const groups = who.filter((id) => id.startsWith('S'));
  const answers = await Promise.all(groups.map((group) => isInUserGroup(group, userId)));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
