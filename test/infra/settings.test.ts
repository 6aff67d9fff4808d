import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../lib/infra/settings.ts';

const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

function settings(text: string): string {
  const path = join(directory, 'chatops.config.json');
  writeFileSync(path, text);
  return path;
}

describe('readSettings', () => {
  it('reads the file that is in the repository', async () => {
    expect(await readSettings('chatops.config.json')).toMatchObject({ command: '/lts' });
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
    await expect(readSettings(join(directory, 'none.json'))).rejects.toThrow(/ENOENT/);
  });
});
