import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { readPolicy } from '../lib/access/policy-file.ts';
import { ChatOpsError } from '../lib/errors.ts';
import { bundleFunctions, POLICY_FILE } from '../lib/infra/bundle.ts';
import { settingsFile, stackName } from '../lib/infra/environment.ts';
import { readSettings } from '../lib/infra/settings.ts';
import { ChatOpsStack } from '../lib/infra/stack.ts';

// The CDK application: reads settings and policy from the folder where it is started, bundles the functions and writes
// the cloud assembly there, offline and without credentials.

process.on('SIGTERM', () => process.exit(1));
try {
  await synthesise();
} catch (error) {
  // Whoever wrote a file needs to know what is wrong with it, and not where that was noticed.
  console.error(error instanceof ChatOpsError ? error.message : error);
  process.exitCode = 1;
}

async function synthesise(): Promise<void> {
  const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', analyticsReporting: false });
  // Which of several: `cdk synth -c env=staging`, or the variable.
  const named: unknown = app.node.tryGetContext('env') ?? process.env.CHATOPS_ENV ?? '';
  const environment = String(named);
  const settings = await readSettings(settingsFile(environment));
  const sources = settings.sources.map(({ name }) => name);
  readPolicy(settings.policy, sources);

  const code = await mkdtemp(join(tmpdir(), 'lts-chatops-'));
  process.on('exit', () => rmSync(code, { recursive: true, force: true }));
  await bundleFunctions(code);
  await copyFile(settings.policy, join(code, 'worker', POLICY_FILE));
  new ChatOpsStack(app, stackName(environment), { settings, code });
  app.synth();
}
