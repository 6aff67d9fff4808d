import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectLocal } from '../../lib/operate/aws-clients.ts';
import { examineLocal } from '../../lib/operate/doctor.ts';
import { examine } from '../../lib/operate/examine.ts';
import { describeFinding, type Finding } from '../../lib/operate/finding.ts';
import { readLocalSetup } from '../../lib/operate/local-setup.ts';
import { policyFile } from '../journeys/policies.ts';
import { startWorkspace, type Workspace } from '../journeys/workspace.ts';

interface Described {
  readonly slack: { readonly signingSecret: string; readonly botToken: string };
  readonly lts: { readonly accessKey: string; readonly secretKey: string };
  readonly dynamodb: { readonly endpoint: string; readonly audit: string };
  readonly secretsManager: Readonly<
    Record<'endpoint' | 'signingSecret' | 'botToken' | 'ltsCredentials', string>
  >;
}

const policy = policyFile('doctor', { rules: [{ who: ['everyone'], may: ['read'] }] });
let workspace: Workspace;
let described: Described;
let clients: ReturnType<typeof connectLocal>;

beforeAll(async () => {
  workspace = await startWorkspace({ policy });
  described = await workspace.get<Described>('/local.json');
  const { dynamodb, secretsManager } = described;
  clients = connectLocal({ dynamodb: dynamodb.endpoint, secretsManager: secretsManager.endpoint });
});

afterAll(() => workspace.close());

/** Puts all right again. */
afterEach(async () => {
  await fetch(`${workspace.url}/local/faults`, { method: 'DELETE' });
  await fetch(`${workspace.ltsUrl}/__emulator/faults`, { method: 'DELETE' });
  const { slack, lts } = described;
  await put('signingSecret', slack.signingSecret);
  await put('botToken', slack.botToken);
  await put(
    'ltsCredentials',
    JSON.stringify({ local: { accessKey: lts.accessKey, secretKey: lts.secretKey } }),
  );
});

async function put(name: keyof Described['secretsManager'], SecretString: string): Promise<void> {
  const SecretId = described.secretsManager[name];
  await clients.secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString }));
}

/** What is not as it must be: what, and how it is with it. No finding may hold a secret. */
async function lookAround(now = Date.now): Promise<readonly string[]> {
  const findings = await examineLocal(workspace.url, now);
  const { slack, lts } = described;
  const told = findings.map(describeFinding).join('\n');
  for (const secret of [slack.signingSecret, slack.botToken, lts.accessKey, lts.secretKey, 'seekrit'])
    expect(told).not.toContain(secret);
  expect(findings.filter(isWithoutRemedy)).toEqual([]);
  return findings
    .filter(({ state }) => state !== 'ok')
    .map(({ state, what, why }) => `${state} ${what}: ${why}`);
}

const isWithoutRemedy = ({ state, remedy }: Finding) => state === 'wrong' && !remedy;

const onMethod = (name: string) => ({ target: 'slack', match: { path: `/api/${name}` } });

it('finds nothing wrong with a workspace as it starts', async () => {
  expect(await lookAround()).toEqual([]);
});

it('ends in time, whatever does not answer, and says each thing that did not', async () => {
  const late = { delayMs: 5_000, times: 9 };
  for (const target of ['slack', 'dynamodb', 'front']) await workspace.fault({ target, ...late });
  await workspace.post(`${workspace.ltsUrl}/__emulator/faults`, late);
  const started = Date.now();
  const findings = await examine(await readLocalSetup(workspace.url), { checkMs: 1_000 });
  expect(Date.now() - started).toBeLessThan(4_000);
  expect(findings.filter(({ state }) => state === 'wrong').map(({ what }) => what)).toEqual([
    'bot token',
    'Request URL',
    'state table',
    'audit table',
    'LTS source local',
  ]);
});

describe('finds what is wrong, and where', () => {
  const unfilled = ['bot token', 'scopes of the bot token', 'Slack app', 'clock of this machine'];

  it('of a bot token that is none, and asks nobody with it', async () => {
    await put('botToken', 'seekrit, as it was made');
    expect(await lookAround()).toEqual([
      'wrong secret bot-token: it is no bot token of Slack, which begins with xoxb-',
      ...unfilled.map((what) => `unknown ${what}: not asked without a bot token`),
    ]);
  });

  it('of a bot token that Slack does not take', async () => {
    await put('botToken', 'xoxb-seekrit-of-another');
    const why = 'Slack does not take the token: invalid_auth';
    expect(await lookAround()).toEqual([
      `wrong bot token: ${why}`,
      ...['scopes of the bot token', 'Slack app'].map((what) => `unknown ${what}: ${why}`),
    ]);
  });

  it('of scopes that are missing', async () => {
    const scopes = 'commands,chat:write,users:read,app_mentions:read,im:history';
    await workspace.fault({ ...onMethod('auth.test'), headers: { 'x-oauth-scopes': scopes } });
    expect(await lookAround()).toEqual([
      'wrong scopes of the bot token: missing: files:write (to hand over exported lines as a file); ' +
        'usergroups:read (to know who is in a user group that may do more than others)',
    ]);
  });

  it('of a token of another workspace, and of another app', async () => {
    const other = { ok: true, team: 'other', team_id: 'T0OTHER', bot_id: 'B0LTSBOT001' };
    const scopes = (await fetchScopes()) ?? '';
    await workspace.fault({ ...onMethod('auth.test'), body: other, headers: { 'x-oauth-scopes': scopes } });
    await workspace.fault({ ...onMethod('bots.info'), body: { ok: true, bot: { app_id: 'A0OTHER' } } });
    expect(await lookAround()).toEqual([
      'wrong bot token: it is of the workspace T0OTHER (other), and T0LOCALWS01 is served',
      'wrong Slack app: the bot token is of the app A0OTHER, and only A0LTSBOT001 is served',
    ]);
  });

  it('of a Slack that does not answer, or answers with something else', async () => {
    await workspace.fault({ ...onMethod(''), abort: true });
    expect((await lookAround()).at(0)).toMatch(/^wrong bot token: Slack does not answer: /);
    await workspace.fault({ ...onMethod(''), status: 503, body: '<html>' });
    expect((await lookAround()).at(0)).toBe(
      'wrong bot token: Slack does not answer: HTTP 503, and not what Slack answers',
    );
  });

  it('of a clock that is off, to either side', async () => {
    const at = (ms: number) => ({ date: new Date(Date.now() + ms).toUTCString() });
    await workspace.fault({ ...onMethod('auth.test'), headers: at(-600_000) });
    expect(await lookAround()).toEqual([
      expect.stringMatching(/^wrong clock of this machine: 60[01] s ahead/),
    ]);
    await workspace.fault({ ...onMethod('auth.test'), headers: at(600_000) });
    expect(await lookAround()).toEqual([
      expect.stringMatching(/^wrong clock of this machine: (599|600) s behind/),
    ]);
  });

  it('of a clock that is so far off that nobody takes a signature', async () => {
    expect(await lookAround(() => Date.now() + 20 * 60_000)).toEqual([
      expect.stringMatching(/^wrong clock of this machine: 120[01] s ahead/),
      'wrong Request URL: it answers 401 to a signed request',
      expect.stringMatching(/^wrong LTS source local: LTS refuses: .* 20 minutes off the service's/),
    ]);
  });

  it('of a signing secret that is none, and of one that the front function does not have', async () => {
    await put('signingSecret', 'seekrit');
    expect(await lookAround()).toEqual([
      'wrong secret signing-secret: it is no signing secret of Slack, which has 32 hexadecimal digits',
      'unknown Request URL: not asked without a signing secret',
    ]);
    await put('signingSecret', '0'.repeat(32));
    expect(await lookAround()).toEqual(['wrong Request URL: it answers 401 to a signed request']);
    await put('signingSecret', JSON.stringify(['0'.repeat(32), described.slack.signingSecret]));
    expect(await lookAround()).toEqual([]);
  });

  it('of a front function that fails', async () => {
    await workspace.fault({ target: 'front', status: 502 });
    expect(await lookAround()).toEqual(['wrong Request URL: it answers 502 to a signed request']);
  });

  it('of credentials that are no JSON, lack a source, or are not taken', async () => {
    await put('ltsCredentials', 'seekrit');
    expect(await lookAround()).toEqual([
      'wrong secret lts-credentials: The LTS credentials are not JSON',
      'unknown LTS source local: not asked without its credentials',
    ]);
    await put('ltsCredentials', '{"main": {"accessKey": "seekrit", "secretKey": "seekrit"}}');
    expect((await lookAround()).at(0)).toMatch(
      /^wrong secret lts-credentials: .* need an entry "local" with/,
    );
    const { accessKey } = described.lts;
    await put('ltsCredentials', JSON.stringify({ local: { accessKey, secretKey: 'seekrit' } }));
    expect(await lookAround()).toEqual([
      expect.stringMatching(/^wrong LTS source local: LTS refuses: HTTP 401 APIGW\.0301, request /),
    ]);
  });

  it('of an LTS that does not answer, or refuses', async () => {
    const fault = (fields: object) => workspace.post(`${workspace.ltsUrl}/__emulator/faults`, fields);
    await fault({ abort: true, times: 4 });
    expect(await lookAround()).toEqual([expect.stringMatching(/^wrong LTS source local: no answer: /)]);
    await fault({ status: 401, body: { error_code: 'LTS.0011', error_msg: 'invalid projectId' } });
    expect(await lookAround()).toEqual([
      expect.stringMatching(/^wrong LTS source local: LTS refuses: HTTP 401 LTS\.0011/),
    ]);
  });

  it('of a Secrets Manager and a DynamoDB that do not answer', async () => {
    await workspace.fault({
      target: 'secrets',
      status: 400,
      times: 9,
      body: { __type: 'AccessDeniedException' },
    });
    await workspace.fault({ target: 'dynamodb', status: 500, times: 9, body: {} });
    const found = await lookAround();
    const wrong = found.filter((one) => one.startsWith('wrong')).map((one) => one.replace(/:.*/, ''));
    const secrets = ['signing-secret', 'bot-token', 'lts-credentials'].map((name) => `wrong secret ${name}`);
    expect(wrong).toEqual([...secrets, 'wrong state table', 'wrong audit table']);
  });

  it('of a policy that is wrong by now', async () => {
    const before = readFileSync(policy, 'utf8');
    writeFileSync(policy, before.replace('"read"', '"raed"'));
    const found = await lookAround();
    writeFileSync(policy, before);
    expect(found).toEqual([expect.stringMatching(/^wrong policy: .*rules\.0\.may\.0: must be one of/)]);
  });

  it('of a table that is gone', async () => {
    const { audit: TableName } = described.dynamodb;
    await clients.dynamodb.send(new DeleteTableCommand({ TableName }));
    const gone = async () => (await lookAround()).at(0) ?? '';
    await expect.poll(gone).toBe('wrong audit table: it is not there');
  });
});

async function fetchScopes(): Promise<string | null> {
  const headers = { authorization: `Bearer ${described.slack.botToken}` };
  return (await fetch(`${workspace.url}/api/auth.test`, { headers })).headers.get('x-oauth-scopes');
}

// The table is still gone.
it('the program says it all, ends with 1 when something is wrong, and shows no secret', async () => {
  const run = promisify(execFile);
  const doctor = run('npm', ['run', '-s', 'doctor', '--', '--url', `${workspace.url}/`]);
  const { stdout, code } = await doctor.then(
    (done) => ({ ...done, code: 0 }),
    (failed: { stdout: string; code: number }) => failed,
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/^WRONG {4}audit table, \S+\n {10}it is not there\n {10}do: .*restore it/m);
  expect(stdout).toMatch(
    /^ok {7}LTS source local, http:\/\/127\.0\.0\.1:\d+\n {10}it answers, with \d+ log groups$/m,
  );
  expect(stdout).toMatch(/\n11 of 12 checks are ok, 1 wrong, 0 unknown\.\n$/);
  const { slack, lts } = described;
  for (const secret of [slack.signingSecret, slack.botToken, lts.accessKey, lts.secretKey])
    expect(stdout).not.toContain(secret);
});

it('says that nothing is there', async () => {
  const findings = await examineLocal('http://127.0.0.1:9');
  expect(findings).toEqual([
    expect.objectContaining({
      what: 'local workspace',
      state: 'wrong',
      remedy: expect.stringMatching(/^npm start/),
    }),
  ]);
});
