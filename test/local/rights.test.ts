import { expect, test } from 'vitest';
import { readPolicy } from '../../lib/access/policy-file.ts';
import { rightsOf } from '../../lib/local/rights.ts';
import { createDirectory } from '../../lib/local/slack/directory.ts';

const { people: users, userGroups } = createDirectory('en');
const policy = readPolicy('lib/local/policy.json');
const rights = (role: string, of = policy) =>
  rightsOf(users.find((user) => user.role === role)?.id ?? '', of, { users, userGroups });

test('each person has the rights that the local policy names for them, for everyone, or for a group', () => {
  const everyones = ['read', 'share', 'export'];
  expect(rights('reader')).toEqual(everyones);
  expect(rights('approver')).toEqual([...everyones, 'audit', 'approve']);
  expect(rights('operator').toSorted()).toEqual(
    [...everyones, 'create', 'delete', 'transfer', 'reveal', 'audit', 'settings', 'approve'].toSorted(),
  );
});

test('a guest has none, whatever everyone may', () => {
  expect(rights('guest')).toEqual([]);
});

test('without approvals nobody decides about any', () => {
  expect(rights('approver', { ...policy, approvals: [] })).not.toContain('approve');
});
