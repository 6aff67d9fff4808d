import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, settingsJsonSchema } from '../../lib/infra/settings.ts';

const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

const LEAST = {
  command: '/lts',
  slack: { teamId: 'T012ABCDEF', appId: 'A012ABCDEF' },
  sources: [{ name: 'main', region: 'cn-north-4', projectId: '0'.repeat(32) }],
};

function settings(text: string): string {
  const path = join(directory, 'chatops.config.json');
  writeFileSync(path, text);
  return path;
}

describe('readSettings', () => {
  it('reads the file that is in the repository', async () => {
    expect(await readSettings('chatops.config.json')).toMatchObject({
      command: '/lts',
      policy: 'chatops.policy.json',
      keepData: true,
      logRetentionDays: 30,
    });
  });

  it('finds the policy from where the settings are', async () => {
    const path = settings(JSON.stringify({ ...LEAST, policy: 'policies/eu.json' }));
    expect(await readSettings(path)).toMatchObject({ policy: join(directory, 'policies/eu.json') });
  });

  it('takes a policy that lies anywhere', async () => {
    const policy = join(tmpdir(), 'policies/eu.json');
    expect(await readSettings(settings(JSON.stringify({ ...LEAST, policy })))).toMatchObject({ policy });
  });

  it('takes no more sources than a function can be told of', async () => {
    const [source] = LEAST.sources;
    const sources = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...source, name: `s${at}` }));
    const few = settings(JSON.stringify({ ...LEAST, sources: sources(30) }));
    expect((await readSettings(few)).sources).toHaveLength(30);
    const many = settings(JSON.stringify({ ...LEAST, sources: sources(40) }));
    await expect(readSettings(many)).rejects.toThrow(
      'sources: must take no more than 3000 characters in all',
    );
  });

  it.each(['ops@example.com', 'arn:aws-cn:sns:cn-north-1:123456789012:on-call_1'])(
    'takes %s for a target of alarms',
    async (alarmTarget) => {
      expect(await readSettings(settings(JSON.stringify({ ...LEAST, alarmTarget })))).toMatchObject({
        alarmTarget,
      });
    },
  );

  it.each([
    [{ alarmTarget: '#ops' }, 'alarmTarget: must be an e-mail address, or the ARN of an SNS topic'],
    [{ alarmTarget: 'arn:aws:sqs:eu-west-1:123456789012:q' }, 'alarmTarget: must be'],
    [{ logRetentionDays: 31 }, 'logRetentionDays: must be one of 1, 3, 5,'],
    [{ sources: [] }, 'sources: must hold at least one LTS project'],
    [{ sources: [...LEAST.sources, ...LEAST.sources] }, 'sources: names must be unique'],
    [{ command: '/LTS' }, 'command: must be a slash and up to 31 lower-case letters'],
    [{ policy: '' }, 'policy: must be the path of a policy, as seen from this file'],
    [{ throttle: { requestsPerSecond: 1 } }, 'throttle.burst: '],
    [
      { throttle: { requestsPerSecond: 0, burst: 1 } },
      'throttle.requestsPerSecond: must be a whole number from 1',
    ],
    [{ reservedConcurrency: { worker: 1.5 } }, 'reservedConcurrency.worker: '],
    [{ reservedConcurrency: { back: 1 } }, 'reservedConcurrency: Unrecognized key: "back"'],
  ])('refuses %j', async (wrong, message) => {
    const path = settings(JSON.stringify({ ...LEAST, ...wrong }));
    await expect(readSettings(path)).rejects.toThrow(`${path}: ${message}`);
  });

  it('says what is wrong, where, and what was expected', async () => {
    const source = { name: 'Main', projectId: '1', endpoint: 'http://lts.example', readsPerMinute: 0 };
    const slack = { teamId: 'E012ABCDEF', appId: 'lts' };
    const path = settings(JSON.stringify({ command: 'lts', slack, sources: [source], source: {} }));
    await expect(readSettings(path)).rejects.toThrow(
      `${path}: command: must be a slash and up to 31 lower-case letters, such as /lts; ` +
        'slack.teamId: must be a Slack workspace id such as T012ABCDEF; ' +
        'slack.appId: must be a Slack app id such as A012ABCDEF; ' +
        'sources.0.name: must be up to 32 lower-case letters, digits and hyphens; ' +
        'sources.0.projectId: must be 32 hexadecimal digits; ' +
        'sources.0.endpoint: must be an https URL without a path; http is for loopback alone; ' +
        'sources.0.readsPerMinute: must be a whole number from 1 on; ' +
        'sources.0: needs a region, or both endpoint and iamEndpoint; ' +
        'the file: Unrecognized key: "source"',
    );
  });

  it('wants a region, or both addresses', async () => {
    const source = { name: 'main', projectId: '0'.repeat(32), endpoint: 'https://lts.example' };
    const path = settings(JSON.stringify({ command: '/lts', sources: [source] }));
    await expect(readSettings(path)).rejects.toThrow('needs a region, or both endpoint and iamEndpoint');
  });

  it('says that a file is no JSON, or not there', async () => {
    await expect(readSettings(settings('{'))).rejects.toThrow(/cannot be read as JSON/);
    await expect(readSettings(settings('{"command": "/lts", "command": "/a"}'))).rejects.toThrow(
      'cannot be read as JSON: SyntaxError: "command" stands there twice',
    );
    await expect(readSettings(join(directory, 'none.json'))).rejects.toThrow('none.json is not there: copy');
  });
});

it('editors know what belongs into the settings', async () => {
  const schema = `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../docs/config.schema.json');
});
