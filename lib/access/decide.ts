import type { PersonalAccess, Target, Verb } from '../commands/access.ts';
import { isAll, matches, overlaps } from './patterns.ts';
import type { Policy, Rule, Scope } from './policy.ts';

/** What read-only mode refuses to all. */
const CHANGES: readonly Verb[] = ['create', 'delete', 'transfer', 'settings'];

/** Of the bot itself, and not of what can be read. All else presupposes `read`: what may not be read is not there. */
const APART: readonly Verb[] = ['read', 'audit', 'settings'];

/** Whether the verb is refused to all now, whatever the rules say. */
export function isReadOnly({ readOnly }: Pick<Policy, 'readOnly'>, verb: Verb): boolean {
  return readOnly && CHANGES.includes(verb);
}

/** What the rules that apply to a person, in the channel where they act, let them do in the sources that there are. */
export function decide(
  policy: Pick<Policy, 'readOnly'> & { readonly rules: readonly Rule[] },
  sources: readonly string[],
  isCertain: boolean,
): PersonalAccess {
  const granting = (verb: Verb) =>
    isReadOnly(policy, verb) ? [] : policy.rules.filter((rule) => rule.may.includes(verb));
  const may = (verb: Verb, target: Target): boolean =>
    granting(verb).some((rule) => covers(rule, target)) &&
    (APART.includes(verb) || granting('read').some((rule) => covers(rule, target)));
  const mayWithin = (verb: Verb, target: Target): boolean => {
    const readable = APART.includes(verb) ? [{}] : granting('read');
    return granting(verb).some((rule) => readable.some((reads) => meet(rule, reads, target)));
  };
  return {
    may,
    mayWithin,
    mayAtAll: (verb) => sources.some((source) => mayWithin(verb, { source })),
    readsAll: sources.every((source) => may('read', { source })),
    isCertain,
  };
}

/** Whether the scope holds the whole target. What is made of parts is held by one that names no parts. */
function covers({ sources, groups, streams }: Scope, target: Target): boolean {
  return (
    allow(sources, target.source) &&
    (target.group === undefined ? allowAll(groups) : allow(groups, target.group)) &&
    (target.stream === undefined ? allowAll(streams) : allow(streams, target.stream))
  );
}

/** Whether something in the target lies in both scopes. */
function meet(one: Scope, other: Scope, { source, group, stream }: Target): boolean {
  const isIn = (name: string | undefined, patterns: Patterns, others: Patterns) =>
    name === undefined ? meetAtAll(patterns, others) : allow(patterns, name) && allow(others, name);
  return (
    isIn(source, one.sources, other.sources) &&
    isIn(group, one.groups, other.groups) &&
    isIn(stream, one.streams, other.streams)
  );
}

type Patterns = readonly string[] | undefined;

export function allow(patterns: Patterns, name: string): boolean {
  return patterns === undefined || patterns.some((pattern) => matches(pattern, name));
}

function allowAll(patterns: Patterns): boolean {
  return patterns === undefined || patterns.some(isAll);
}

function meetAtAll(patterns: Patterns, others: Patterns): boolean {
  if (patterns === undefined || others === undefined) return true;
  return patterns.some((pattern) => others.some((other) => overlaps(pattern, other)));
}
