import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Settings } from '../../lib/infra/settings.ts';
import { ChatOpsStack } from '../../lib/infra/stack.ts';

const USUAL: Settings = {
  command: '/lts',
  slack: { teamId: 'T00000000', appId: 'A00000000' },
  sources: [{ name: 'main', region: 'cn-north-4', projectId: '0'.repeat(32) }],
  policy: 'chatops.policy.json',
  keepData: true,
  logRetentionDays: 30,
  throttle: { requestsPerSecond: 50, burst: 100 },
  reservedConcurrency: {},
};

/** A stack with other settings. Its functions have no code: `bin/app.ts` gives them theirs. */
export function makeStack(settings: Partial<Settings> = {}, name = 'Test'): ChatOpsStack {
  const code = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
  for (const folder of ['front', 'worker', 'failed']) {
    mkdirSync(join(code, folder));
    writeFileSync(join(code, folder, 'index.js'), '');
  }
  try {
    // CDK copies it at once.
    return new ChatOpsStack(new App({ analyticsReporting: false }), name, {
      settings: { ...USUAL, ...settings },
      code,
    });
  } finally {
    rmSync(code, { recursive: true });
  }
}
