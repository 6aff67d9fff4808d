import { exec, execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Faults } from '../../lib/local/faults.ts';
import type { LocalServer } from '../../lib/local/http.ts';
import { startSecretsManager } from '../../lib/local/lambda/secrets-manager.ts';
import { readCredentials } from '../../lib/lts/credentials.ts';
import { connectAws, connectLocal } from '../../lib/operate/aws-clients.ts';
import { readSecret } from '../../lib/operate/check-secrets.ts';
import { destroy } from '../../lib/operate/destroy.ts';
import { askForSecrets, unfilledSecrets } from '../../lib/operate/fill-secrets.ts';
import { nextSteps } from '../../lib/operate/next-steps.ts';
import { readRequestUrl } from '../../lib/operate/request-url.ts';
import { cdkArguments } from '../../lib/operate/run-cdk.ts';
import { type SecretName, secretProblem } from '../../lib/operate/secrets.ts';
import { chosenEnvironment, targetOf } from '../../lib/operate/target.ts';
import { createManifest } from '../../lib/slack/manifest.ts';
import { type Account, NO_AWS, serveAws, standInEnvironment } from './aws-stand-in.ts';
import { runProgram } from './run-program.ts';

const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-a1b2c3`;
const [SIGNING, TOKEN, LTS] = [arn('signing'), arn('token'), arn('lts')];
const URL_OF_STACK = 'https://abc.execute-api.eu-west-1.amazonaws.com/slack/events';
const OUTPUTS = {
  RequestUrl: URL_OF_STACK,
  SlackSigningSecretArn: SIGNING,
  SlackBotTokenArn: TOKEN,
  LtsCredentialsArn: LTS,
  StateTableName: 'state',
  AuditTableName: 'audit',
  FrontFunctionName: 'front',
  WorkerFunctionName: 'worker',
  FailedFunctionName: 'failed',
};
const STACK = {
  status: 'CREATE_COMPLETE',
  outputs: OUTPUTS,
  template: {
    Resources: {
      Audit: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' },
      State: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'RetainExceptOnCreate' },
      Front: { Type: 'AWS::Lambda::Function' },
    },
  },
  resources: [
    ['Audit', 'AWS::DynamoDB::Table', 'audit-1'],
    ['State', 'AWS::DynamoDB::Table', 'state-1'],
    ['Front', 'AWS::Lambda::Function', 'front-1'],
  ],
} as const;

const account: Account = { stacks: {}, functions: {}, concurrency: 1_000 };
let aws: LocalServer;
let secrets: LocalServer;
let env: Record<string, string>;

beforeAll(async () => {
  aws = await serveAws(account);
  const filled = new Map([SIGNING, TOKEN, LTS].map((one) => [one, 'random text of a new stack'] as const));
  secrets = await startSecretsManager(filled, new Faults());
  env = { ...NO_AWS, ...standInEnvironment(aws), AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url };
});

afterAll(() => Promise.all([aws.close(), secrets.close()]));

const client = () =>
  connectLocal({ dynamodb: 'http://127.0.0.1:9', secretsManager: secrets.url }).secretsManager;
const textOf = (secret: string) => readSecret(client(), secret, AbortSignal.timeout(5_000));

describe('manifest', () => {
  const command = '/lts';

  it('prints nothing on stdout but the manifest with the address', async () => {
    const url = 'https://bot.example/slack/events';
    const { code, stdout, stderr } = await runProgram('manifest', ['--url', url], NO_AWS);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(createManifest({ command, url }));
  });

  it('asks the deployed stack for the address, and the settings for the command', async () => {
    account.stacks = { 'LtsChatOps-trial': STACK };
    const cwd = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    const settings = { ...JSON.parse(readFileSync('chatops.config.json', 'utf8')), command: '/trial' };
    writeFileSync(join(cwd, 'chatops.config.trial.json'), JSON.stringify(settings));
    const { stdout, stderr } = await runProgram('manifest', ['--env', 'trial'], env, { cwd });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(createManifest({ command: '/trial', url: URL_OF_STACK }));
  });

  it('takes no working address from an app that is there, because AWS cannot be asked', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    const settings = JSON.parse(readFileSync('chatops.config.json', 'utf8'));
    const slack = { ...settings.slack, appId: 'A0REAL0001' };
    writeFileSync(join(cwd, 'chatops.config.json'), JSON.stringify({ ...settings, slack }));
    const none = await runProgram('manifest', [], NO_AWS, { cwd });
    expect([none.code, none.stdout, none.stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^no AWS region is set, .*\ndo: export AWS_REGION=.*\n$/),
    ]);
    account.stacks = {};
    const early = await runProgram('manifest', [], env, { cwd });
    expect([early.code, early.stderr]).toEqual([
      0,
      expect.stringMatching(/^The Request URL is a placeholder/),
    ]);
  });

  it('gives a link that opens Slack with it', async () => {
    const url = 'https://bot.example/slack/events';
    const { stdout } = await runProgram('manifest', ['--link', '--url', url], NO_AWS);
    const link = new URL(stdout.trim());
    expect(`${link.origin}${link.pathname}`).toBe('https://api.slack.com/apps');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(
      createManifest({ command, url }),
    );
  });

  it('takes no other address', async () => {
    const wrong = 'http://bot.example/slack/events';
    expect(await runProgram('manifest', ['--url', wrong], NO_AWS)).toEqual({
      code: 1,
      stdout: '',
      stderr: `--url ${wrong} is not the Request URL, which is as https://bot.example/slack/events\n`,
    });
    for (const text of ['https://bot.example', 'https://bot.example/slack/events?a', 'bot', ''])
      expect(() => readRequestUrl(text)).toThrow(/is not the Request URL/);
    expect(readRequestUrl('https://BOT.example/slack/events')).toBe('https://bot.example/slack/events');
  });

  it('is found by the Slack CLI, by the hook that it calls, before anything is deployed', async () => {
    const { hooks } = JSON.parse(readFileSync('.slack/hooks.json', 'utf8'));
    // As its ShellExec calls it: with the project's folder behind.
    const line = `${hooks['get-manifest']} --source ${process.cwd()}`;
    const { stdout, stderr } = await promisify(exec)(line, { env: { ...process.env, ...NO_AWS } });
    expect(JSON.parse(stdout)).toEqual(createManifest({ command, url: 'https://example.com/slack/events' }));
    expect(stderr).toMatch(/^The Request URL is a placeholder, .* --url gives another\.\n$/);
    expect(hooks.deploy).toBe('npm run deploy');
  });
});

describe('secrets', () => {
  const TEXT = 'xoxb-1111111111-seekrit';

  it('are read from stdin, whole but for the line end, and never told', async () => {
    account.stacks = { LtsChatOps: STACK };
    const { code, stdout, stderr } = await runProgram('secrets', ['bot-token'], env, { input: `${TEXT}\n` });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^bot-token is filled in\.\nIn use within five minutes\. .* npm run doctor\n$/);
    expect(await textOf(TOKEN)).toBe(TEXT);
  });

  it('are left as they are where the text is none', async () => {
    const before = await textOf(SIGNING);
    const { code, stdout, stderr } = await runProgram('secrets', ['signing-secret'], env, { input: TEXT });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'signing-secret was not filled in: it is no signing secret of Slack, which has 32 hexadecimal digits\n',
    );
    expect(await textOf(SIGNING)).toBe(before);
  });

  it('say what is wrong with how they are called, and that nothing is deployed', async () => {
    expect(await runProgram('secrets', ['token'], env)).toMatchObject({
      code: 1,
      stderr: 'there are the secrets signing-secret, bot-token, lts-credentials\n',
    });
    account.stacks = {};
    expect(await runProgram('secrets', ['bot-token'], env, { input: TEXT })).toMatchObject({
      code: 1,
      stderr: 'there is no stack LtsChatOps in this account and region: npm run deploy\n',
    });
  });

  it('are JSON for LTS as README shows them, of a person and a key', () => {
    const [, example = ''] = /\n```json\n(.*?)```\n/s.exec(readFileSync('README.md', 'utf8')) ?? [];
    expect(secretProblem('lts-credentials', example, ['main', 'prod'])).toBeUndefined();
    expect(readCredentials(example, 'main')).toHaveProperty('password');
  });

  it('are asked for in a terminal, one by one, again where the answer is none', async () => {
    const filling = {
      secretsManager: client(),
      secrets: { 'signing-secret': SIGNING, 'bot-token': TOKEN, 'lts-credentials': LTS },
      sources: ['main', 'prod'],
    };
    const said: string[] = [];
    /** Gives whether it was filled in. */
    const fill = async (name: SecretName, ...answers: string[]) => {
      const ask = async (question: string) => {
        said.push(question);
        return answers.shift() ?? '';
      };
      const close = vi.fn();
      await askForSecrets(filling, [name], { ask, close }, (line) => said.push(line));
      expect(close).toHaveBeenCalledOnce();
      return said.at(-1) === 'Filled in.\n';
    };
    expect(await unfilledSecrets(filling)).toEqual(['signing-secret', 'lts-credentials']);
    expect(await fill('signing-secret', 'seekrit', ` ${'a1'.repeat(16)} `)).toBe(true);
    expect(await textOf(SIGNING)).toBe('a1'.repeat(16));
    expect(said).toContainEqual(expect.stringMatching(/^Not filled in: it is no signing secret of Slack/));
    expect(await fill('signing-secret', '')).toBe(false);

    expect(await fill('lts-credentials', 'AK1', 'SK1', '', '', '')).toBe(false);
    expect(said).toContainEqual(expect.stringMatching(/^Not filled in: .* need an entry "prod"/));
    expect(await fill('lts-credentials', 'AK1', 'SK1', 'AK2', 'SK2')).toBe(true);
    // The one that is given anew is the one that changes.
    expect(await fill('lts-credentials', '', 'AK3', 'SK3')).toBe(true);
    expect(await unfilledSecrets(filling)).toEqual([]);
    expect(JSON.parse(await textOf(LTS))).toEqual({
      main: { accessKey: 'AK1', secretKey: 'SK1' },
      prod: { accessKey: 'AK3', secretKey: 'SK3' },
    });
    const long = 'S'.repeat(65_536);
    expect(await fill('lts-credentials', 'AK1', long, '', '')).toBe(false);
    expect(said).toContain('Not filled in: it is longer than Secrets Manager takes.');
    expect(said.join('\n')).not.toContain(long);
    expect(said.join('\n')).not.toMatch(/seekrit|AK\d|SK\d|a1a1/);
  });
});

describe('an environment', () => {
  it('that is named by nothing, or to npm, is not the usual one', async () => {
    account.stacks = { LtsChatOps: STACK };
    const { code, stdout, stderr } = await runProgram('destroy', ['--yes', '--env', ''], env);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^--env names no environment: .*\n$/),
    ]);
    // What npm makes of `npm run deploy --env=staging`.
    expect(() => chosenEnvironment(undefined, { npm_config_env: 'staging' })).toThrow(/^--env went to npm/);
    expect(chosenEnvironment('trial', { npm_config_env: 'staging', CHATOPS_ENV: 'old' })).toBe('trial');
    expect(chosenEnvironment(undefined, { CHATOPS_ENV: 'old' })).toBe('old');
    expect(chosenEnvironment(undefined, { CHATOPS_ENV: '' })).toBeUndefined();
  });
});

describe('destroy', () => {
  it('says what goes and what is kept, and does nothing of it unless it is told to', async () => {
    account.stacks = { 'LtsChatOps-trial': STACK };
    const { code, stdout } = await runProgram('destroy', ['--env', 'trial'], env);
    expect(code).toBe(1);
    expect(stdout).toBe(
      [
        'Of LtsChatOps-trial in eu-west-1 these go:',
        '  AWS::Lambda::Function front-1',
        'These are kept, and cost as before until you delete them:',
        '  AWS::DynamoDB::Table audit-1',
        '  AWS::DynamoDB::Table state-1',
        '',
        'Nothing was destroyed. To do it: npm run destroy -- --yes --env trial',
        '',
      ].join('\n'),
    );
  });

  it('has the CDK do it once the person has agreed', async () => {
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASTANDIN');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'stand-in');
    account.stacks = { 'LtsChatOps-trial': STACK };
    const calls: unknown[] = [];
    const work = {
      aws: connectAws('eu-west-1'),
      target: targetOf('/bot', 'trial'),
      say: () => undefined,
      runCdk: async (...call: unknown[]) => {
        calls.push(call);
        return 0;
      },
    };
    expect(await destroy({ ...work, isAgreed: false })).toBe(1);
    expect(calls).toEqual([]);
    expect(await destroy({ ...work, isAgreed: true })).toBe(0);
    const args = ['destroy', 'LtsChatOps-trial', '--context', 'env=trial', '--force'];
    expect(calls).toEqual([[args, 'eu-west-1']]);
  });

  it('leaves a protected stack alone, and says that there is none', async () => {
    account.stacks = { LtsChatOps: { ...STACK, isProtected: true } };
    const kept = await runProgram('destroy', ['--yes'], env);
    expect([kept.code, kept.stdout]).toEqual([
      1,
      expect.stringContaining('--no-enable-termination-protection'),
    ]);
    account.stacks = {};
    const none = await runProgram('destroy', ['--yes'], env);
    expect([none.code, none.stdout]).toEqual([1, 'There is no stack LtsChatOps in eu-west-1.\n']);
  });
});

it('leaves a stack of the same name alone that is not the bot’s, whatever it is asked', async () => {
  account.stacks = { LtsChatOps: { ...STACK, description: 'Payroll' } };
  const { code, stdout, stderr } = await runProgram('destroy', ['--yes'], env);
  const why = 'the stack LtsChatOps is another program’s, which describes it as "Payroll"';
  expect([code, stdout, stderr]).toEqual([1, `Nothing was destroyed in eu-west-1: ${why}.\n`, '']);
  expect(await runProgram('secrets', ['bot-token'], env, { input: 'xoxb-1111111111-seekrit' })).toEqual({
    code: 1,
    stdout: '',
    stderr: `${why}: npm run deploy\n`,
  });
});

it('AWS that fails in between is told in two lines', async () => {
  onTestFinished(() => {
    delete account.refusal;
    delete account.refusedAction;
  });
  account.stacks = { LtsChatOps: STACK };
  Object.assign(account, { refusal: 'Throttling', refusedAction: 'GetTemplate' });
  const { code, stdout, stderr } = await runProgram('destroy', [], env);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe('AWS is asked too often (Throttling)\ndo: try again in a minute\n');
});

describe('the CDK', () => {
  const target = targetOf('/bot', 'staging');

  it('is told the stack, the environment, and whether the person has agreed', () => {
    expect(cdkArguments(target, 'deploy', { isAgreed: false })).toEqual([
      'deploy',
      'LtsChatOps-staging',
      '--context',
      'env=staging',
    ]);
    expect(cdkArguments(targetOf('/bot', undefined), 'destroy', { isAgreed: true })).toEqual([
      'destroy',
      'LtsChatOps',
      '--force',
    ]);
  });

  it('has the options that it is called with', async () => {
    const helps = (['deploy', 'destroy'] as const).map(async (action) => {
      const cdk = ['node_modules/aws-cdk/bin/cdk', action, '--help'];
      const { stdout } = await promisify(execFile)(process.execPath, cdk, {
        env: { ...process.env, ...NO_AWS },
      });
      const options = cdkArguments(target, action, { isAgreed: true }).filter((word) =>
        word.startsWith('--'),
      );
      return options.filter((option) => !new RegExp(`${option}\\b`).test(stdout));
    });
    expect(await Promise.all(helps)).toEqual([[], []]);
  });

  it('is followed by what is left to do, with the address', () => {
    const slack = { teamId: 'T0REAL0001', appId: 'A0REAL0001' };
    const steps = nextSteps(URL_OF_STACK, target, { slack, alarmTarget: 'ops@example.com' }, ['bot-token']);
    for (const line of [
      'npm run secrets -- --env staging',
      `npm run -s manifest -- --url ${URL_OF_STACK} --env staging`,
      'https://api.slack.com/apps/A0REAL0001/app-manifest',
      'the link in the mail to ops@example.com\n',
      'npm run doctor -- --env staging',
    ])
      expect(steps).toContain(line);
    expect(nextSteps(URL_OF_STACK, target, { slack }, [])).not.toMatch(/secrets|mail/);
  });
});
