import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions } from '../lib/infra/bundle.ts';
import { runFuzz } from './fuzz/run.ts';
import { orUsage } from './or-usage.ts';
import { readNumber } from './read-number.ts';

// Whether anything gets past the front function's door that should not, or breaks it. The same seed sends the same.

const SIGNED_PERCENT = 10;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { values } = orUsage('npm run fuzz -- [--seed N] [--requests 200000]', () =>
  parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      requests: { type: 'string', default: '200000' },
    },
  }),
);
const seed = readNumber('seed', values.seed);
const requests = readNumber('requests', values.requests);

const directory = await mkdtemp(join(tmpdir(), 'lts-chatops-fuzz-'));
try {
  await bundleFunctions(directory);
  const bundle = join(directory, 'front', 'index.js');
  const { violations, ...figures } = await runFuzz({ bundle, seed, requests, signedPercent: SIGNED_PERCENT });
  for (const violation of violations) console.log(violation);
  console.log(`seed ${seed}: ${JSON.stringify(figures)}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
} finally {
  await rm(directory, { recursive: true });
}
