import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { readPolicy } from '../lib/access/policy-file.ts';
import { STACK_NAME } from '../lib/config.ts';
import { bundleFunctions, POLICY_FILE } from '../lib/infra/bundle.ts';
import { readSettings } from '../lib/infra/settings.ts';
import { ChatOpsStack } from '../lib/infra/stack.ts';

// The CDK application: bundles the functions and writes the cloud assembly, offline and without credentials.
const root = fileURLToPath(new URL('../', import.meta.url));
const settings = await readSettings(join(root, 'chatops.config.json'));
const policy = join(root, 'chatops.policy.json');
readPolicy(
  policy,
  settings.sources.map(({ name }) => name),
);
const code = await mkdtemp(join(tmpdir(), 'lts-chatops-'));
process.on('exit', () => rmSync(code, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(1));

await bundleFunctions(code);
await copyFile(policy, join(code, 'worker', POLICY_FILE));
const app = new App({ outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'), analyticsReporting: false });
new ChatOpsStack(app, STACK_NAME, { settings, code });
app.synth();
