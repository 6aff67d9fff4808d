import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ENV } from '../../lib/config.ts';
import type { LocalServer } from '../../lib/local/http.ts';
import { connectAws } from '../../lib/operate/aws-clients.ts';
import { deploy } from '../../lib/operate/deploy.ts';
import { examineDeployment } from '../../lib/operate/doctor.ts';
import { describeFinding, type Finding } from '../../lib/operate/finding.ts';
import { lookAtNeeds } from '../../lib/operate/missing.ts';
import { targetOf } from '../../lib/operate/target.ts';
import { startWorkspace, type Workspace } from '../journeys/workspace.ts';
import { type Account, NO_AWS, serveAws, standInEnvironment } from './aws-stand-in.ts';
import { runProgram } from './run-program.ts';

interface Described {
  readonly slack: Readonly<
    Record<'eventsUrl' | 'apiUrl' | 'teamId' | 'appId' | 'botToken' | 'signingSecret', string>
  >;
  readonly lts: Readonly<Record<'endpoint' | 'projectId' | 'accessKey' | 'secretKey', string>>;
  readonly dynamodb: Readonly<Record<'endpoint' | 'state' | 'audit', string>>;
  readonly secretsManager: Readonly<
    Record<'endpoint' | 'signingSecret' | 'botToken' | 'ltsCredentials', string>
  >;
}

const folder = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
const account: Account = { stacks: {}, functions: {}, concurrency: 1_000 };
const target = targetOf(folder, 'staging');
let workspace: Workspace;
let described: Described;
let server: LocalServer;
let environment: Record<string, string>;

beforeAll(async () => {
  workspace = await startWorkspace();
  described = await workspace.get<Described>('/local.json');
  server = await serveAws(account);
  environment = {
    ...NO_AWS,
    ...standInEnvironment(server),
    AWS_ENDPOINT_URL_DYNAMODB: described.dynamodb.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: described.secretsManager.endpoint,
  };
});

afterAll(async () => {
  await Promise.all([workspace.close(), server.close()]);
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  writeSettings({});
  writeFileSync(join(folder, 'chatops.policy.json'), '{"readOnly": false, "rules": [], "approvals": []}');
  Object.assign(account, { concurrency: 1_000, stacks: { [target.stack]: deployed(), CDKToolkit } });
  delete account.refusal;
  delete account.reserved;
  account.functions = functions();
});

afterEach(() => vi.unstubAllEnvs());

const CDKToolkit = { status: 'UPDATE_COMPLETE', outputs: { BootstrapVersion: '21' } };
const NAMES = { front: 'bot-front', worker: 'bot-worker', failed: 'bot-failed' };

function settings() {
  const { slack, lts } = described;
  const source = {
    name: 'local',
    projectId: lts.projectId,
    endpoint: lts.endpoint,
    iamEndpoint: lts.endpoint,
  };
  return { command: '/lts', slack: { teamId: slack.teamId, appId: slack.appId }, sources: [source] };
}

function writeSettings(changes: object): void {
  writeFileSync(target.settings, JSON.stringify({ ...settings(), ...changes }));
}

function deployed(status = 'UPDATE_COMPLETE') {
  const { slack, dynamodb, secretsManager } = described;
  const outputs = {
    RequestUrl: slack.eventsUrl,
    SlackSigningSecretArn: secretsManager.signingSecret,
    SlackBotTokenArn: secretsManager.botToken,
    LtsCredentialsArn: secretsManager.ltsCredentials,
    StateTableName: dynamodb.state,
    AuditTableName: dynamodb.audit,
    FrontFunctionName: NAMES.front,
    WorkerFunctionName: NAMES.worker,
    FailedFunctionName: NAMES.failed,
  };
  return { status, outputs };
}

function functions() {
  const { command, slack, sources } = settings();
  const told = { [ENV.command]: command, [ENV.slackApiUrl]: `${described.slack.apiUrl}/` };
  return {
    [NAMES.front]: { ...told, [ENV.teamId]: slack.teamId, [ENV.appId]: slack.appId },
    [NAMES.worker]: { ...told, [ENV.ltsSources]: JSON.stringify(sources) },
    [NAMES.failed]: told,
  };
}

const amiss = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state !== 'ok').map(({ state, what, why }) => `${state} ${what}: ${why}`);

describe('doctor, of a deployment', () => {
  const lookAround = async () => {
    const findings = await examineDeployment(connectAws('eu-west-1'), target);
    const told = findings.map(describeFinding).join('\n');
    const { slack, lts } = described;
    for (const secret of [slack.signingSecret, slack.botToken, lts.accessKey, lts.secretKey, 'stand-in'])
      expect(told).not.toContain(secret);
    return findings;
  };

  it('looks at everything that it is made of', async () => {
    const findings = await lookAround();
    expect(amiss(findings)).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual([
      'configuration',
      'AWS region',
      'AWS credentials',
      'stack',
      ...Array(3).fill('function'),
      'deployed configuration',
      'Lambda concurrency',
      'policy',
      'secret signing-secret',
      'secret bot-token',
      'secret lts-credentials',
      'bot token',
      'scopes of the bot token',
      'Slack app',
      'clock of this machine',
      'Request URL',
      'state table',
      'audit table',
      'LTS source local',
    ]);
  });

  it('says that there is none yet, and whether there could be one', async () => {
    account.stacks = { CDKToolkit };
    account.concurrency = 10;
    writeSettings({ slack: { teamId: 'T00000000', appId: 'A0REAL0001' } });
    const findings = await lookAround();
    expect(amiss(findings)).toEqual([
      'wrong configuration: slack.teamId is not filled in yet',
      'wrong Lambda concurrency: no more than 10 functions run at once, all of the account’s',
      'wrong stack: there is no stack LtsChatOps-staging in this account and region',
    ]);
    expect(findings.at(-1)?.remedy).toBe('npm run deploy -- --env staging');
  });

  it('tells a deployment that failed, one by another version, and one that is older than the configuration', async () => {
    account.stacks = { [target.stack]: deployed('UPDATE_ROLLBACK_COMPLETE') };
    writeSettings({ command: '/logs' });
    expect(amiss(await lookAround())).toEqual([
      'wrong stack: it is UPDATE_ROLLBACK_COMPLETE: the last deployment failed',
      'wrong deployed configuration: the configuration has changed since: SLACK_COMMAND',
    ]);
    account.stacks = {
      [target.stack]: { status: 'CREATE_COMPLETE', outputs: { RequestUrl: 'https://a.example' } },
    };
    expect(amiss(await lookAround())).toEqual([
      'wrong stack: the stack LtsChatOps-staging is CREATE_COMPLETE, and was not deployed by this version',
    ]);
  });

  it('tells a function that is gone', async () => {
    const { [NAMES.failed]: _, ...others } = functions();
    account.functions = others;
    expect(amiss(await lookAround())).toEqual([
      expect.stringMatching(/^wrong function: .*Function not found/),
    ]);
  });

  it('tells credentials that AWS does not take', async () => {
    account.refusal = 'ExpiredToken';
    expect(amiss(await lookAround())).toEqual([
      'wrong AWS credentials: AWS does not take these credentials: ExpiredToken',
    ]);
  });

  it('tells an AWS that may not be asked, or does not answer', async () => {
    account.refusal = 'AccessDenied';
    const denied = (await lookAround()).find(({ what }) => what === 'AWS credentials');
    expect(denied).toMatchObject({
      why: 'no',
      remedy: expect.stringMatching(/let you call sts:GetCallerIdentity/),
    });
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:9');
    expect(amiss(await lookAround())).toEqual([
      expect.stringMatching(/^wrong AWS credentials: AWS does not answer \(.*ECONNREFUSED.*\)$/),
    ]);
  });
});

it('doctor asks AWS, Slack, LTS and the bot through the proxy that the environment names', async () => {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void proxy.close());
  const [source] = settings().sources;
  writeSettings({ sources: [{ ...source, endpoint: 'https://lts.example' }] });
  const stack = deployed();
  const outputs = { ...stack.outputs, RequestUrl: 'https://bot.example/slack/events' };
  account.stacks = { [target.stack]: { ...stack, outputs } };
  const { AWS_ENDPOINT_URL_LAMBDA: _, ...env } = environment;
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', undefined);
  const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { stdout } = await runProgram(
    'doctor',
    ['--env', 'staging'],
    { ...env, HTTPS_PROXY },
    { cwd: folder },
  );
  expect([...new Set(asked)].toSorted()).toEqual([
    'bot.example:443',
    'lambda.eu-west-1.amazonaws.com:443',
    'lts.example:443',
    'slack.com:443',
  ]);
  expect(stdout).toMatch(/^WRONG {4}function, bot-front\n {10}AWS does not answer/m);
});

describe('deploy', () => {
  const missing = async () => amiss(await lookAtNeeds(connectAws('eu-west-1'), target));

  it('finds nothing missing where nothing is', async () => {
    expect(await missing()).toEqual([]);
  });

  it('lists all that is missing at once', async () => {
    account.stacks = {};
    writeSettings({ sources: [{ name: 'main', region: 'eu-west-101', projectId: '0'.repeat(32) }] });
    writeFileSync(join(folder, 'chatops.policy.json'), '{"rules": [{"who": ["everyone"], "may": ["raed"]}]}');
    expect(await missing()).toEqual([
      'wrong configuration: sources is not filled in yet',
      expect.stringMatching(/^wrong policy: .*rules\.0\.may\.0: must be one of read/),
      'wrong CDK bootstrap: the account has none in this region',
    ]);
  });

  it('leaves a stack alone that is another program’s, or that something is done to', async () => {
    account.stacks = { CDKToolkit, [target.stack]: { ...deployed(), description: 'Payroll' } };
    const why = 'the stack LtsChatOps-staging is another program’s, which describes it as "Payroll"';
    expect(await missing()).toEqual([`wrong stack: ${why}`]);
    expect(amiss(await examineDeployment(connectAws('eu-west-1'), target))).toEqual([`wrong stack: ${why}`]);
    account.stacks = { CDKToolkit, [target.stack]: deployed('UPDATE_IN_PROGRESS') };
    expect(await missing()).toEqual(['wrong stack: it is UPDATE_IN_PROGRESS']);
    account.stacks = { CDKToolkit, [target.stack]: { status: 'CREATE_IN_PROGRESS', outputs: {} } };
    const making = await examineDeployment(connectAws('eu-west-1'), target);
    expect(making.filter(({ state }) => state !== 'ok')).toEqual([
      expect.objectContaining({ why: 'it is CREATE_IN_PROGRESS', remedy: 'wait until it is done' }),
    ]);
    // The CDK deletes what has never come to be, and deploys anew.
    account.stacks = { CDKToolkit, [target.stack]: { status: 'ROLLBACK_COMPLETE', outputs: {} } };
    expect(await missing()).toEqual([]);
    expect(amiss(await examineDeployment(connectAws('eu-west-1'), target))).toEqual([
      'wrong stack: the stack LtsChatOps-staging is ROLLBACK_COMPLETE, and is not whole',
    ]);
    account.stacks = {
      CDKToolkit,
      [target.stack]: { status: 'REVIEW_IN_PROGRESS', description: '', outputs: {} },
    };
    expect(await missing()).toEqual([]);
  });

  it('says how the account is bootstrapped, with its number and region', async () => {
    account.stacks = { CDKToolkit: { status: 'UPDATE_COMPLETE', outputs: { BootstrapVersion: '5' } } };
    expect((await lookAtNeeds(connectAws('eu-west-1'), target)).at(-1)).toMatchObject({
      why: 'version 5 is too old',
      remedy: expect.stringMatching(/npx cdk bootstrap aws:\/\/123456789012\/eu-west-1$/),
    });
  });

  it('says that alarms cannot be told to a topic of another region', async () => {
    writeSettings({ alarmTarget: 'arn:aws:sns:eu-west-1:999999999999:oncall' });
    expect(await missing()).toEqual([]);
    writeSettings({ alarmTarget: 'arn:aws:sns:us-east-1:123456789012:oncall' });
    expect(await missing()).toEqual([
      'wrong alarm topic: it is in us-east-1, and the alarms are in eu-west-1',
    ]);
  });

  it('says that reserved concurrency does not fit, beside what others have reserved', async () => {
    account.concurrency = 140;
    account.reserved = { 'somebody-elses': 20, [NAMES.front]: 10 };
    writeSettings({ reservedConcurrency: { front: 10, worker: 10 } });
    expect(await missing()).toEqual([]);
    writeSettings({ reservedConcurrency: { front: 10, worker: 11 } });
    const why =
      'reservedConcurrency wants 21 of the 120 that nobody else has reserved, and AWS wants 100 left free';
    expect(await missing()).toEqual([`wrong Lambda concurrency: ${why}`]);
    // What is reserved for a stack that is not there is not its own.
    account.stacks = { CDKToolkit };
    writeSettings({ reservedConcurrency: { front: 11 } });
    expect(await missing()).toEqual([expect.stringContaining('wants 11 of the 110')]);
  });

  it('has the CDK deploy it where the person is, and then says what is left to do', async () => {
    account.stacks = { CDKToolkit };
    const calls: unknown[] = [];
    const said: string[] = [];
    const work = {
      aws: connectAws('eu-west-1'),
      target,
      isAgreed: false,
      say: (text: string) => said.push(text),
      runCdk: async (...call: unknown[]) => {
        calls.push(call);
        account.stacks[target.stack] = deployed('CREATE_COMPLETE');
        return 0;
      },
    };
    expect(await deploy(work)).toBe(0);
    expect(calls).toEqual([[['deploy', 'LtsChatOps-staging', '--context', 'env=staging'], 'eu-west-1']]);
    expect(said.join()).toContain(`npm run -s manifest -- --url ${described.slack.eventsUrl} --env staging`);
    expect(said.join()).not.toContain('npm run secrets');
    expect(await deploy({ ...work, runCdk: async () => 3 })).toBe(3);
    account.stacks = {};
    expect(await deploy(work)).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it('asks for the secrets that are not filled in yet, where somebody is there', async () => {
    const { slack, secretsManager } = described;
    const aws = connectAws('eu-west-1');
    const put = (SecretString: string) =>
      aws.secretsManager.send(new PutSecretValueCommand({ SecretId: secretsManager.botToken, SecretString }));
    await put('random text of a new stack');
    const said: string[] = [];
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return slack.botToken;
    };
    const openTerminal = () => ({ ask, close: () => undefined });
    const work = {
      aws,
      target,
      isAgreed: true,
      say: (text: string) => said.push(text),
      runCdk: async () => 0,
    };
    expect(await deploy(work)).toBe(0);
    expect(said.join('\n')).toMatch(/npm run secrets -- --env staging\n {5}asks for bot-token, /);
    expect(await deploy({ ...work, openTerminal })).toBe(0);
    expect(asked).toEqual(['bot-token: ']);
    expect(amiss(await examineDeployment(aws, target))).toEqual([]);
    expect(said.join('\n')).not.toContain(slack.botToken);
  });

  it('deploys nothing without AWS, and says so within seconds', async () => {
    const started = Date.now();
    const { code, stdout } = await runProgram('deploy', [], NO_AWS);
    expect(Date.now() - started).toBeLessThan(8_000);
    expect(code).toBe(1);
    expect(stdout.match(/^(WRONG|unknown).*/gm)).toEqual([
      ...Array(3).fill(expect.stringMatching(/^WRONG {4}configuration, \S+chatops\.config\.json$/)),
      'WRONG    AWS region, AWS_REGION, or the profile',
      'WRONG    AWS credentials, the environment, or the profile',
      'unknown  CDK bootstrap, the stack CDKToolkit',
    ]);
    expect(stdout.match(/^ {10}do: /gm)).toHaveLength(5);
    expect(stdout).toMatch(/\nNothing was deployed to LtsChatOps\.\n$/);
  });
});
