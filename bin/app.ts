import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { readPolicy } from '../lib/access/policy-file.ts';
import { bundleFunctions, POLICY_FILE } from '../lib/infra/bundle.ts';
import { settingsFile, stackName } from '../lib/infra/environment.ts';
import { readSettings } from '../lib/infra/settings.ts';
import { ChatOpsStack } from '../lib/infra/stack.ts';

// The CDK application: bundles the functions and writes the cloud assembly, offline and without credentials.
const root = fileURLToPath(new URL('../', import.meta.url));
const app = new App({ outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'), analyticsReporting: false });
// Which of several: `cdk synth -c env=staging`, or the variable.
const environment = app.node.tryGetContext('env') ?? process.env.CHATOPS_ENV;
const settings = await readSettings(join(root, settingsFile(environment)));
readPolicy(
  settings.policy,
  settings.sources.map(({ name }) => name),
);
const code = await mkdtemp(join(tmpdir(), 'lts-chatops-'));
process.on('exit', () => rmSync(code, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(1));

await bundleFunctions(code);
await copyFile(settings.policy, join(code, 'worker', POLICY_FILE));
new ChatOpsStack(app, stackName(environment), { settings, code });
app.synth();
