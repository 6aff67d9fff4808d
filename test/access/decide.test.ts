import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../lib/access/decide.ts';
import { matches, overlaps } from '../../lib/access/patterns.ts';
import type { Rule } from '../../lib/access/policy.ts';
import { type Target, VERBS, type Verb } from '../../lib/commands/access.ts';

describe('a pattern', () => {
  it.each([
    ['checkout', 'checkout', true],
    ['checkout', 'Checkout', false],
    ['checkout', 'checkout2', false],
    ['check', 'checkout', false],
    ['*', '', true],
    ['*', '任何', true],
    ['prod-*', 'prod-', true],
    ['prod-*', 'prod', false],
    ['*-api', 'eu-api-api', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['a**b', 'ab', true],
    ['.*', 'anything', false],
    ['.*', '.htaccess', true],
    ['(a+)+$', '(a+)+$', true],
    ['(a+)+$', 'aaa', false],
    ['[ab]?', 'a', false],
    ['prod', '*', false],
    ['\\*', '\\anything', true],
    ['pay/ments', 'pay/ments', true],
  ])('%s of %s: %s', (pattern, name, isSame) => {
    expect(matches(pattern, name)).toBe(isSame);
  });

  it('takes no time that grows beyond the product of both lengths', () => {
    const pattern = `${'*a'.repeat(200)}b`;
    const started = performance.now();
    expect(matches(pattern, 'a'.repeat(2_000))).toBe(false);
    expect(overlaps(pattern, `${'*a'.repeat(200)}c`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 5 });
  /** Names as long as two such patterns can ask for. */
  const names = [
    '',
    ...wordsOf(1),
    ...wordsOf(2),
    ...wordsOf(3),
    ...wordsOf(4),
    ...wordsOf(5),
    ...wordsOf(6),
  ];

  it('is the regular expression that it looks like', () => {
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', '*') }), (text, name) => {
        const expression = new RegExp(`^${text.replaceAll('*', '[^]*')}$`);
        expect(matches(text, name)).toBe(expression.test(name));
      }),
    );
  });

  it('has a name in common with another one exactly when there is such a name', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const isThere = names.some((name) => matches(one, name) && matches(other, name));
        // A name that both mean is needed no longer than all their letters one after the other.
        if (isThere) expect(overlaps(one, other)).toBe(true);
        else if (overlaps(one, other)) expect(lettersOf(one, other)).toBeGreaterThan(6);
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
      { numRuns: 500 },
    );
  });
});

function wordsOf(length: number): string[] {
  if (length === 0) return [''];
  return wordsOf(length - 1).flatMap((word) => [`${word}a`, `${word}b`]);
}

function lettersOf(one: string, other: string): number {
  return (one + other).replaceAll('*', '').length;
}

// A world so small that all of it can be looked at: what the policy means is said once more, thing by thing.
const SOURCES = ['main', 'side'];
const GROUPS = ['a', 'ab', 'b'];
const STREAMS = ['x', 'xy', 'y'];
/** Patterns that mean one of these, all, or some; every stream pattern here matches a stream of the world. */
const patternOf = (names: readonly string[]) =>
  fc.array(fc.constantFrom(...names, '*', `${names[0]}*`, `*${names[2]}`), { minLength: 1, maxLength: 2 });

const rule: fc.Arbitrary<Rule> = fc.record(
  {
    who: fc.constant(['everyone']),
    may: fc.array(fc.constantFrom(...VERBS), { minLength: 1, maxLength: 4 }),
    sources: patternOf([...SOURCES, 'main']),
    groups: patternOf(GROUPS),
    streams: patternOf(STREAMS),
  },
  { requiredKeys: ['who', 'may'] },
);

/** Every kind of name that two of the patterns have in common. */
const MEANT: Target[] = SOURCES.flatMap((source) =>
  ['a', 'ab', 'b', 'ba', 'other'].flatMap((group) =>
    ['x', 'xy', 'y', 'other'].map((stream) => ({ source, group, stream })),
  ),
);

const CHANGES: readonly Verb[] = ['create', 'delete', 'transfer', 'settings'];

/** Whether one rule of the policy gives the verb on exactly this stream, or on a whole that is named as one. */
function grants(
  rules: readonly Rule[],
  verb: Verb,
  source: string,
  group?: string,
  stream?: string,
): boolean {
  const says = (patterns: readonly string[] | undefined, name: string | undefined) => {
    if (patterns === undefined) return true;
    if (name === undefined) return patterns.includes('*');
    return patterns.some((text) => new RegExp(`^${text.replaceAll('*', '.*')}$`).test(name));
  };
  return rules.some(
    ({ may, sources, groups, streams }) =>
      may.includes(verb) && says(sources, source) && says(groups, group) && says(streams, stream),
  );
}

function mayNaively(
  rules: readonly Rule[],
  readOnly: boolean,
  verb: Verb,
  { source, group, stream }: Target,
): boolean {
  if (readOnly && CHANGES.includes(verb)) return false;
  const isOfBot = verb === 'audit' || verb === 'settings';
  if (!isOfBot && !grants(rules, 'read', source, group, stream)) return false;
  return grants(rules, verb, source, group, stream);
}

const targets: Target[] = SOURCES.flatMap((source) => [
  { source },
  ...GROUPS.flatMap((group) => [{ source, group }, ...STREAMS.map((stream) => ({ source, group, stream }))]),
]);

const streams = targets.filter(({ stream }) => stream !== undefined);

const isIn = (part: Target, whole: Target) =>
  part.source === whole.source && (whole.group === undefined || part.group === whole.group);

const policies = fc.tuple(fc.array(rule, { maxLength: 4 }), fc.boolean());

it('a decision is what the rules say of each thing, one by one', () => {
  fc.assert(
    fc.property(policies, ([rules, readOnly]) => {
      const { may } = decide({ readOnly, rules }, SOURCES, true);
      const isRight = (verb: Verb) => (target: Target) =>
        may(verb, target) === mayNaively(rules, readOnly, verb, target);
      expect(VERBS.filter((verb) => !targets.every(isRight(verb)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('what is allowed on a stream is allowed within its group, within its source, and at all', () => {
  fc.assert(
    fc.property(policies, ([rules, readOnly]) => {
      const { may, mayWithin, mayAtAll } = decide({ readOnly, rules }, SOURCES, true);
      const isFound = (verb: Verb) => (whole: Target) => {
        const parts = whole.stream === undefined ? streams.filter((part) => isIn(part, whole)) : [whole];
        return !parts.some((part) => may(verb, part)) || (mayWithin(verb, whole) && mayAtAll(verb));
      };
      expect(VERBS.filter((verb) => !targets.every(isFound(verb)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('what is allowed nowhere, and by no name that a pattern means, is not allowed within', () => {
  fc.assert(
    fc.property(policies, ([rules, readOnly]) => {
      const { may, mayWithin } = decide({ readOnly, rules }, SOURCES, true);
      const isTrue = (verb: Verb) => (whole: Target) =>
        !mayWithin(verb, whole) || MEANT.some((part) => isIn(part, whole) && may(verb, part));
      const groups = targets.filter(({ stream }) => stream === undefined);
      expect(VERBS.filter((verb) => !groups.every(isTrue(verb)))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const open = (...rules: Omit<Rule, 'who'>[]) =>
  decide({ readOnly: false, rules: rules.map((each) => ({ who: ['everyone'], ...each })) }, ['main'], true);

it('without a rule nothing is allowed', () => {
  const access = open();
  expect(VERBS.filter((verb) => access.mayAtAll(verb))).toEqual([]);
  expect(access.readsAll).toBe(false);
});

it('a group is seen for one stream in it, and is not allowed as a whole for it', () => {
  const access = open({ may: ['read', 'delete'], groups: ['checkout'], streams: ['api'] });
  const group = { source: 'main', group: 'checkout' };
  expect([access.may('read', group), access.mayWithin('read', group)]).toEqual([false, true]);
  expect([access.may('delete', group), access.mayWithin('delete', group)]).toEqual([false, true]);
  expect(access.mayWithin('read', { source: 'main', group: 'payments' })).toBe(false);
  expect(access.may('delete', { ...group, stream: 'api' })).toBe(true);
});

it('what takes reading is nowhere where the two meet at no name', () => {
  const access = open(
    { may: ['read'], groups: ['shop-*'] },
    { may: ['export'], groups: ['*-prod'] },
    { may: ['share'], groups: ['bank-*'] },
  );
  expect([access.mayAtAll('export'), access.mayAtAll('share')]).toEqual([true, false]);
  expect(access.may('export', { source: 'main', group: 'shop-prod', stream: 's' })).toBe(true);
  expect(access.may('export', { source: 'main', group: 'bank-prod', stream: 's' })).toBe(false);
});

it('rules of two parts do not make a whole', () => {
  const access = open({ may: ['read'], streams: ['a*'] }, { may: ['read'], streams: ['*', 'b'] });
  expect(access.readsAll).toBe(true);
  expect(open({ may: ['read'], sources: ['mai*'] }).readsAll).toBe(true);
  expect(open({ may: ['read'], groups: ['a*'] }, { may: ['read'], groups: ['b*'] }).readsAll).toBe(false);
});
