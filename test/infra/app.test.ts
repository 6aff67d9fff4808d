import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { settingsFile, stackName } from '../../lib/infra/environment.ts';

/** Whatever asks for an address, or connects to one, fails. */
const OFFLINE = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns';
  import net from 'node:net';
  net.Socket.prototype.connect = dns.lookup = () => { throw new Error('The network was used'); };
`)}`;

function makeFolder(files: Readonly<Record<string, unknown>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}

/** Runs `bin/app.ts` in a folder, with nothing of this environment: no credentials, no region, no home. */
function runApp(cwd: string, env: Readonly<Record<string, string>> = {}) {
  const args = ['--import', OFFLINE, resolve('bin/app.ts')];
  return promisify(execFile)(process.execPath, args, { cwd, env: { TMPDIR: tmpdir(), ...env } });
}

it('makes the same template each time, bundles included, without credentials and without a network', async () => {
  const again = makeFolder();
  const { stderr } = await runApp('.', { CDK_OUTDIR: again });
  const read = (assembly: string) => readFileSync(join(assembly, 'LtsChatOps.template.json'), 'utf8');
  expect(read(again)).toBe(read(inject('assembly')));
  // CDK has looked at it, by CloudFormation's schemas.
  const report = JSON.parse(readFileSync(join(again, 'validation-report.json'), 'utf8'));
  expect([stderr, report.pluginReports]).toEqual(['', []]);
}, 60_000);

describe('says in one line what is wrong, in which file and where, and makes nothing:', () => {
  const settings = JSON.parse(readFileSync('chatops.config.json', 'utf8'));

  it.each([
    [
      'the settings',
      {},
      { 'chatops.config.json': { ...settings, command: 'lts', logRetentionDays: 31 } },
      /^chatops\.config\.json: command: must be a slash and .*; logRetentionDays: must be one of 1, 3, .*no other\n$/,
    ],
    [
      'the policy',
      {},
      {
        'chatops.config.json': settings,
        'chatops.policy.json': { rules: [{ who: ['omar'], may: ['read'] }] },
      },
      /^chatops\.policy\.json: rules\.0\.who\.0: must be everyone, .*\n$/,
    ],
    [
      'the policy of an environment',
      { CHATOPS_ENV: 'staging' },
      { 'chatops.config.staging.json': { ...settings, policy: 'lax.json' }, 'lax.json': { rules: {} } },
      /^lax\.json: rules: must be a list\n$/,
    ],
    [
      'an environment that has no settings',
      { CDK_CONTEXT_JSON: '{"env":"staging"}' },
      { 'chatops.config.json': settings },
      'chatops.config.staging.json is not there: copy chatops.config.json to it, and change what differs\n',
    ],
  ])('%s', async (_what, env, files, message) => {
    const outdir = makeFolder();
    const run = runApp(makeFolder(files), { ...env, CDK_OUTDIR: outdir });
    const stderr = typeof message === 'string' ? message : expect.stringMatching(message);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: '', stderr });
  });
});

it('an environment has a settings file and a stack of its own, and a name that both can carry', () => {
  expect([settingsFile(), stackName()]).toEqual(['chatops.config.json', 'LtsChatOps']);
  expect([settingsFile('eu2'), stackName('eu2')]).toEqual(['chatops.config.eu2.json', 'LtsChatOps-eu2']);
  for (const name of ['../eu', 'EU', 'e-u', '2eu', 'e'.repeat(21)]) {
    expect(() => settingsFile(name)).toThrow(`${JSON.stringify(name)} cannot name an environment`);
    expect(() => stackName(name)).toThrow('take up to 20 lower-case letters and digits');
  }
});
