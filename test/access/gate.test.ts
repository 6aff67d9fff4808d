import { describe, expect, it } from 'vitest';
import { createGate } from '../../lib/access/gate.ts';
import type { Policy, Rule } from '../../lib/access/policy.ts';

const rita = { userId: 'U0RITA', channelId: 'C0OPS0' };
const omar = { userId: 'U0OMAR', channelId: 'C0OPS0' };
const MEMBERS: Readonly<Record<string, readonly string[]>> = { S0ONCALL: ['U0OMAR'], S0EMPTY: [] };

function open(rules: readonly Rule[], more: Partial<Policy> = {}, { saysNothing = false } = {}) {
  const asked: string[] = [];
  const policy: Policy = { readOnly: false, approvals: [], ...more, rules: [...rules] };
  const gate = createGate(policy, ['main'], async (group, userId) => {
    asked.push(group);
    return saysNothing ? undefined : MEMBERS[group]?.includes(userId);
  });
  return { gate, asked };
}

const everyoneReads: Rule = { who: ['everyone'], may: ['read'] };

describe('a rule', () => {
  it('for a member is for no other', async () => {
    const { gate } = open([{ who: ['U0OMAR'], may: ['read'] }]);
    expect((await gate.accessOf(omar)).mayAtAll('read')).toBe(true);
    expect((await gate.accessOf(rita)).mayAtAll('read')).toBe(false);
  });

  it('for a channel holds there alone, in direct messages too when it names one', async () => {
    const { gate } = open([{ who: ['everyone'], may: ['read'], channels: ['C0OPS0', 'D0RITA'] }]);
    const may = async (channelId: string) => (await gate.accessOf({ ...rita, channelId })).mayAtAll('read');
    expect(await Promise.all(['C0OPS0', 'D0RITA', 'C0RANDOM', 'D0OMAR'].map(may))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('for a user group is for who is in it', async () => {
    const { gate } = open([everyoneReads, { who: ['S0ONCALL', 'S0EMPTY'], may: ['create'] }]);
    expect((await gate.accessOf(omar)).mayAtAll('create')).toBe(true);
    expect((await gate.accessOf(rita)).mayAtAll('create')).toBe(false);
  });
});

describe('Slack', () => {
  it.each([
    ['no rule names a group', [everyoneReads]],
    ['the group is for another channel', [{ who: ['S0ONCALL'], may: ['read'], channels: ['C0OTHER'] }]],
    ['the group adds nothing', [everyoneReads, { who: ['S0ONCALL'], may: ['read'], groups: ['a'] }]],
    ['the person is named beside the group', [{ who: ['S0ONCALL', 'U0OMAR'], may: ['read'] }]],
  ] satisfies [string, Rule[]][])('is not asked where %s', async (_, rules) => {
    const { gate, asked } = open(rules);
    await gate.accessOf(omar);
    expect(asked).toEqual([]);
  });

  it('is not asked about what read-only mode refuses to all', async () => {
    const { gate, asked } = open([everyoneReads, { who: ['S0ONCALL'], may: ['create'] }], { readOnly: true });
    await gate.accessOf(omar);
    expect(asked).toEqual([]);
  });

  it('that says nothing gives nothing to a group, and is no certain no', async () => {
    const { gate } = open([everyoneReads, { who: ['S0ONCALL'], may: ['create'] }], {}, { saysNothing: true });
    const access = await gate.accessOf(omar);
    expect([access.mayAtAll('create'), access.mayAtAll('read'), access.isCertain]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('that says who is in one group is certain enough, where another one is not known', async () => {
    const policy: Policy = {
      readOnly: false,
      approvals: [],
      rules: [{ who: ['S0ONCALL', 'S0OTHER'], may: ['read'] }],
    };
    const gate = createGate(policy, ['main'], async (group) => (group === 'S0ONCALL' ? true : undefined));
    const access = await gate.accessOf(omar);
    expect([access.readsAll, access.isCertain]).toEqual([true, true]);
  });
});

it('read-only mode refuses what changes something to all, and lets them read', async () => {
  const may: Rule['may'] = ['read', 'create', 'delete', 'transfer', 'share', 'export', 'settings', 'audit'];
  const { gate } = open([{ who: ['everyone'], may }], { readOnly: true });
  const access = await gate.accessOf(rita);
  expect(may.filter((verb) => access.mayAtAll(verb))).toEqual(['read', 'share', 'export', 'audit']);
  expect(may.filter((verb) => gate.isReadOnly(verb))).toEqual(['create', 'delete', 'transfer', 'settings']);
});

describe('approval', () => {
  const approvals: Policy['approvals'] = [
    { for: ['delete', 'transfer'], groups: ['payments'], by: ['S0ONCALL'] },
    { for: ['delete'], streams: ['audit*'], channels: ['C0OPS0'], by: ['U0RITA', 'U0OMAR'] },
  ];
  const { gate } = open([], { approvals });
  const need = (verb: 'delete' | 'transfer' | 'create', target: object, channelId = 'C0OPS0') =>
    gate.approversOf(verb, [{ source: 'main', ...target }], channelId);

  it('is needed for what an entry is about, and for nothing else', () => {
    expect(need('transfer', { group: 'payments', stream: 'ledger' })?.named).toEqual([['S0ONCALL']]);
    expect(need('delete', { group: 'checkout', stream: 'api' })).toBeUndefined();
    expect(need('create', { group: 'payments', stream: 'x' })).toBeUndefined();
    expect(need('delete', { group: 'checkout', stream: 'audit-1' })?.named).toEqual([['U0RITA', 'U0OMAR']]);
    expect(need('delete', { group: 'checkout', stream: 'audit-1' }, 'C0OTHER')).toBeUndefined();
  });

  it('is needed for a group as a whole when one of its streams could need it', () => {
    expect(need('delete', { group: 'checkout' })?.named).toEqual([['U0RITA', 'U0OMAR']]);
    expect(need('delete', { group: 'payments' })?.named).toHaveLength(2);
  });

  it('is needed for several streams when one of them needs it', () => {
    const targets = ['api', 'audit-1'].map((stream) => ({ source: 'main', group: 'checkout', stream }));
    expect(gate.approversOf('delete', targets, 'C0OPS0')?.named).toHaveLength(1);
  });

  it('comes from somebody whom every entry names', async () => {
    const both = need('delete', { group: 'payments', stream: 'audit-1' });
    expect(await both?.mayApprove('U0OMAR')).toBe(true);
    expect(await both?.mayApprove('U0RITA')).toBe(false);
    expect(await both?.mayApprove('U0OTHER')).toBe(false);
  });

  it('is not known while Slack does not say, unless another entry refuses', async () => {
    const silent = open([], { approvals }, { saysNothing: true }).gate;
    const target = { source: 'main', group: 'payments', stream: 'audit-1' };
    const approvers = silent.approversOf('delete', [target], 'C0OPS0');
    expect(await approvers?.mayApprove('U0OMAR')).toBeUndefined();
    expect(await approvers?.mayApprove('U0OTHER')).toBe(false);
  });

  it('may come from everyone', async () => {
    const wide = open([], { approvals: [{ for: ['delete'], by: ['everyone'] }] }).gate;
    const approvers = wide.approversOf('delete', [{ source: 'main', group: 'g' }], 'C0OPS0');
    expect(await approvers?.mayApprove('U0ANYBODY')).toBe(true);
  });
});

it('what the policy has taken out of lines is what the rules of redaction call it', () => {
  expect(open([]).gate.redacts).toEqual([]);
  const { gate } = open([], { redact: ['ip', 'phone', 'email'] });
  expect(gate.redacts).toEqual(['IP address', 'phone number', 'e-mail address']);
});
