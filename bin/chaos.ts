import { parseArgs } from 'node:util';
import { describeViolations, summarise } from './chaos/report.ts';
import { runChaos } from './chaos/run.ts';
import { orUsage } from './or-usage.ts';
import { readNumber } from './read-number.ts';
import { synthesise } from './synthesise.ts';

// Whether anything is lost, told twice or told wrongly while things go wrong. The same seed does the same things; when
// each of them happens depends on the machine.

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { values } = orUsage('npm run chaos -- [--seed N] [--commands 1000]', () =>
  parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      commands: { type: 'string', default: '1000' },
    },
  }),
);
const seed = readNumber('seed', values.seed);
const commands = readNumber('commands', values.commands);

const assembly = await synthesise(new AbortController().signal);
const outcome = await runChaos({ seed, commands, assembly });
const violations = describeViolations(outcome);
for (const violation of violations) console.log(`${violation}\n`);
console.log(summarise(outcome));
process.exitCode = violations.length > 0 ? 1 : 0;
