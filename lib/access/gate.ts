import type { Approvers, PersonalAccess, Target, Verb } from '../commands/access.ts';
import type { OptionalKind } from '../redaction/kinds.ts';
import { approversOf } from './approvers.ts';
import { decide, isReadOnly } from './decide.ts';
import type { PERSONAL, Policy, Rule } from './policy.ts';

/** Whether a person is in a user group of Slack's; undefined when Slack does not say. */
export type IsInUserGroup = (groupId: string, userId: string) => Promise<boolean | undefined>;

interface Person {
  readonly userId: string;
  readonly channelId: string;
}

/** The policy, as it is asked: for each command and click anew, and for the person who acts. */
export interface Gate {
  /** Never rejects: where Slack does not say who is in a user group, what is for it does not count. */
  accessOf(person: Person): Promise<PersonalAccess>;
  /** Whether the verb is refused to all now, whatever the rules say. */
  isReadOnly(verb: Verb): boolean;
  /** The Slack ids of those who can help; empty when the policy names nobody. */
  readonly contact: readonly string[];
  /** What is taken out of log lines beside secrets. */
  readonly redacts: readonly OptionalKind[];
  /** Who has to approve this in that channel; undefined where nobody has to. Of several targets each counts. */
  approversOf(verb: Verb, targets: readonly Target[], channelId: string): Approvers | undefined;
}

const KIND_OF: Readonly<Record<(typeof PERSONAL)[number], OptionalKind>> = {
  phone: 'phone number',
  email: 'e-mail address',
  ip: 'IP address',
};

/** `sources` are the names of all LTS projects. */
export function createGate(policy: Policy, sources: readonly string[], isInUserGroup: IsInUserGroup): Gate {
  const decideBy = (rules: readonly Rule[], isCertain: boolean) =>
    decide({ readOnly: policy.readOnly, rules }, sources, isCertain);
  return {
    contact: policy.contact ?? [],
    redacts: (policy.redact ?? []).map((name) => KIND_OF[name]),
    isReadOnly: (verb) => isReadOnly(policy, verb),
    approversOf: (verb, targets, channelId) => approversOf(policy, verb, targets, channelId, isInUserGroup),
    accessOf: async ({ userId, channelId }) => {
      const here = policy.rules.filter(({ channels }) => channels?.includes(channelId) ?? true);
      const isNamed = ({ who }: Rule) => who.includes('everyone') || who.includes(userId);
      const own = here.filter(isNamed);
      const access = decideBy(own, true);
      const addsNothing = ({ may }: Rule) =>
        may.every(
          (verb) => isReadOnly(policy, verb) || sources.every((source) => access.may(verb, { source })),
        );
      // Slack is asked only about groups that could make a difference.
      const open = here.filter((rule) => !isNamed(rule) && !addsNothing(rule));
      const groups = new Set(open.flatMap(({ who }) => who.filter(isUserGroup)));
      if (groups.size === 0) return access;
      const answers = await Promise.all(
        Array.from(groups, async (group) => [group, await isInUserGroup(group, userId)] as const),
      );
      const isIn = new Map(answers);
      const added = open.filter(({ who }) => who.some((id) => isIn.get(id) === true));
      const isCertain = !open.some(
        (rule) => !added.includes(rule) && rule.who.some((id) => isUnsaid(isIn, id)),
      );
      return decideBy([...own, ...added], isCertain);
    },
  };
}

function isUnsaid(isIn: ReadonlyMap<string, boolean | undefined>, id: string): boolean {
  return isIn.has(id) && isIn.get(id) === undefined;
}

function isUserGroup(id: string): boolean {
  return id.startsWith('S');
}
