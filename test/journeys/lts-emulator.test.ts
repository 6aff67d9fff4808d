import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createLtsClient } from '../../lib/lts/client.ts';

const LOG = fileURLToPath(new URL('../fixtures/dpkg.log', import.meta.url));

it('the emulator runs alone, and says what a client needs', async () => {
  const program = spawn('npm', ['run', 'lts-emulator', '--', '--port', '0', '--logs', LOG], {
    detached: true,
  });
  onTestFinished(() => {
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGTERM');
  });
  let described = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    described += text;
  });
  for await (const line of createInterface({ input: program.stdout })) {
    const [, endpoint] = /^ready (.*)$/.exec(line) ?? [];
    if (!endpoint) continue;
    const { projectId, iamUser } = JSON.parse(/\{[\s\S]*\n\}/.exec(described)?.[0] ?? '{}');
    const credentials = { domain: iamUser.domain, user: iamUser.name, password: iamUser.password };
    const client = createLtsClient({ endpoint, iamEndpoint: endpoint, projectId, credentials });
    const groups = await client.listGroups(AbortSignal.timeout(5_000));
    expect(groups.map((group) => group.log_group_name)).toEqual(['local']);
    return;
  }
  throw new Error('it never was ready');
});
