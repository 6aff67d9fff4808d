import { decide } from '../../lib/access/decide.ts';
import { createGate, type Gate } from '../../lib/access/gate.ts';
import type { Policy } from '../../lib/access/policy.ts';
import { VERBS } from '../../lib/commands/access.ts';

/** For tests of what comes after the policy: it lets everybody do everything. */
const policy: Policy = {
  readOnly: false,
  rules: [{ who: ['everyone'], may: [...VERBS] }],
  approvals: [],
};

const SOURCES = ['main', 'prod', 'staging'];

export const everything = decide(policy, SOURCES, true);

export function openGate(): Gate {
  return createGate(policy, SOURCES, async () => undefined);
}
