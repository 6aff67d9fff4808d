import type { Approvals } from '../../lib/commands/approval.ts';

/** Nothing waits for a second person. */
export const noApprovals: Approvals = {
  ask: async (approval) => approval,
  find: async () => undefined,
  decide: async (_id, decision) => decision,
};

/** Nor is there anybody who might have asked. */
export const nobodyAsked = {
  approvals: noApprovals,
  findPerson: async () => ({ zone: 'UTC', locale: 'en-US' }),
  command: '/lts',
};
