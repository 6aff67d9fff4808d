import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../../lib/access/policy.ts';
import { readPolicy } from '../../lib/access/policy-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

const path = join(directory, 'chatops.policy.json');

function read(policy: unknown) {
  writeFileSync(path, typeof policy === 'string' ? policy : JSON.stringify(policy));
  return readPolicy(path, ['main', 'prod-eu']);
}

const rule = { who: ['everyone'], may: ['read'] };

it('the policy that is shipped lets everybody read, share and export, and nobody anything else', () => {
  const { $schema: _, ...policy } = readPolicy('chatops.policy.json', ['main']);
  expect(policy).toEqual({
    readOnly: false,
    rules: [{ who: ['everyone'], may: ['read', 'share', 'export'] }],
    approvals: [],
  });
});

it('the least that is a policy allows nothing', () => {
  expect(read({ rules: [] })).toEqual({ readOnly: false, rules: [], approvals: [] });
});

it('all that a policy may say is read', () => {
  const policy = {
    $schema: 'https://example.com/any.json',
    readOnly: true,
    contact: ['U012ABCDEF', 'W012ABCDEF', 'S012ABCDEF', 'C012ABCDEF'],
    rules: [
      {
        who: ['everyone', 'U012ABCDEF', 'W012ABCDEF', 'S012ABCDEF'],
        may: ['read', 'create', 'delete', 'transfer', 'share', 'export', 'reveal', 'audit', 'settings'],
        channels: ['C012ABCDEF', 'D012ABCDEF', 'G012ABCDEF'],
        sources: ['prod-*'],
        groups: ['check out', '*'],
        streams: ['日志.*'],
      },
    ],
    approvals: [{ for: ['delete', 'transfer'], groups: ['payments'], by: ['S012ABCDEF'] }],
    redact: ['phone', 'email', 'ip'],
  };
  expect(read(policy)).toEqual(policy);
});

describe('a policy that is wrong is refused with the file, the place and what was expected:', () => {
  it.each([
    ['no JSON', '{', /cannot be read as JSON/],
    ['a field twice', '{"rules": [], "rules": []}', /"rules" stands there twice/],
    ['a list', [], 'the file: must be of type object'],
    [
      'a kind that is always taken out',
      { rules: [], redact: ['password'] },
      'redact.0: must be one of phone, email, ip',
    ],
    [
      'nothing to take out',
      { rules: [], redact: [] },
      'redact: must not be empty: leave it out for none of these',
    ],
    ['no rules', {}, 'rules: must be a list'],
    ['an unknown field', { rules: [], rule: [] }, 'the file: "rule" is not known here'],
    [
      'an unknown field of a rule',
      { rules: [{ ...rule, group: ['a'] }] },
      'rules.0: "group" is not known here',
    ],
    [
      'an unknown field of an approval',
      { rules: [], approvals: [{ for: ['delete'], by: ['everyone'], who: [] }] },
      'approvals.0: "who" is not known here',
    ],
    [
      'an unknown verb',
      { rules: [rule, { ...rule, may: ['read', 'write'] }] },
      'rules.1.may.1: must be one of read, create, delete, transfer, share, export, reveal, audit, settings',
    ],
    [
      'approval of what takes none',
      { rules: [], approvals: [{ for: ['create'], by: ['everyone'] }] },
      'approvals.0.for.0: must be one of delete, transfer',
    ],
    [
      'a name for a person',
      { rules: [{ ...rule, who: ['omar'] }] },
      'rules.0.who.0: must be everyone, a Slack member id such as U012ABCDEF, or a user group id such as S012ABCDEF',
    ],
    [
      'a channel for a person',
      { rules: [{ ...rule, who: ['C012ABCDEF'] }] },
      'rules.0.who.0: must be everyone',
    ],
    ['a small letter in an id', { rules: [{ ...rule, who: ['u012abcdef'] }] }, 'rules.0.who.0: must be'],
    ['more around an id', { rules: [{ ...rule, who: ['U012ABCDEF\n'] }] }, 'rules.0.who.0: must be'],
    [
      'a name for a channel',
      { rules: [{ ...rule, channels: ['#ops'] }] },
      'rules.0.channels.0: must be a Slack channel id such as C012ABCDEF',
    ],
    ['nobody', { rules: [{ ...rule, who: [] }] }, 'rules.0.who: must name at least one'],
    ['no verb', { rules: [{ ...rule, may: [] }] }, 'rules.0.may: must hold at least one permission'],
    [
      'no group',
      { rules: [{ ...rule, groups: [] }] },
      'rules.0.groups: must not be empty: leave it out for all',
    ],
    ['no channel', { rules: [{ ...rule, channels: [] }] }, 'rules.0.channels: must not be empty'],
    ['no source', { rules: [{ ...rule, sources: [] }] }, 'rules.0.sources: must not be empty'],
    ['no stream', { rules: [{ ...rule, streams: [] }] }, 'rules.0.streams: must not be empty'],
    ['no contact', { contact: [], rules: [] }, 'contact: must not be empty'],
    ['an empty name', { rules: [{ ...rule, groups: [''] }] }, 'rules.0.groups.0: must be a name'],
    ['a word for yes', { readOnly: 'yes', rules: [] }, 'readOnly: must be of type boolean'],
    [
      'a direct message for a contact',
      { contact: ['D012ABCDEF'], rules: [] },
      'contact.0: must be the Slack id',
    ],
    ['a name of JavaScript’s', '{"rules":[],"constructor":{}}', 'the file: "constructor" is not known here'],
    [
      'a contact that is nobody',
      { contact: ['everyone'], rules: [] },
      'contact.0: must be the Slack id of a member, a user group or a channel',
    ],
    [
      'a source that is not configured',
      { rules: [rule, { ...rule, sources: ['prod-*', 'stagin'] }] },
      'rules.1.sources.1: "stagin" is none of the sources main, prod-eu',
    ],
    [
      'a source that is not configured, in an approval',
      { rules: [], approvals: [{ for: ['delete'], by: ['everyone'], sources: ['x*'] }] },
      'approvals.0.sources.0: "x*" is none of the sources main, prod-eu',
    ],
  ])('%s', (_, policy, expected) => {
    expect(() => read(policy)).toThrow(expected);
    expect(() => read(policy)).toThrow(`${path}: `);
  });

  it('all that is wrong at once', () => {
    expect(() => read({ readOnly: 1, rules: [{ who: [], may: ['x'] }] })).toThrow(
      /readOnly: .*; rules\.0\.who: .*; rules\.0\.may\.0: /,
    );
  });

  it('none at all', () => {
    expect(() => readPolicy(join(directory, 'none.json'))).toThrow(
      /none\.json: cannot be read as JSON: .*ENOENT/,
    );
  });
});

it('what editors are told of a policy is what is read', async () => {
  const schema = `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../docs/policy.schema.json');
});
