import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Driver } from './chaos/driver.ts';
import { startForPrograms } from './chaos/start.ts';
import { orUsage } from './or-usage.ts';
import { readNumber } from './read-number.ts';
import { trendOf } from './soak/flat.ts';
import { MemoryWatch } from './soak/memory.ts';
import { synthesise } from './synthesise.ts';

// Whether the functions' memory stays flat while people use the bot all the time. What the stand-ins around them keep,
// which is everything, is theirs and does not count.

/** Steps of a wave, and the time in which it is taken: five a second, so that the machine is busy and never late. */
const WAVE = 50;
const WAVE_MS = 10_000;
/** Few jobs: few processes have many, so that what each of them leaves behind adds up. */
const MOST_UNDER_WAY = 6;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { values } = orUsage('npm run soak -- [--minutes 10] [--seed 1] [--faults 0]', () =>
  parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      /** Of 100 steps, those for which something goes wrong. Processes that it kills are not measured. */
      faults: { type: 'string', default: '0' },
    },
  }),
);
const [minutes, seed, faults] = [
  readNumber('minutes', values.minutes),
  readNumber('seed', values.seed),
  readNumber('faults', values.faults),
];

const pressure = { faultedPercent: faults, mostUnderWay: MOST_UNDER_WAY };
const server = await startForPrograms(await synthesise(new AbortController().signal), () => {});
try {
  const driver = await Driver.start(server.url, seed);
  const memory = new MemoryWatch(server.processes);
  const until = Date.now() + minutes * 60_000;
  let steps = 0;
  while (Date.now() < until) {
    const [wave] = await Promise.all([driver.wave(WAVE, pressure), sleep(WAVE_MS)]);
    steps += wave.taken.length;
    if (wave.violations.length > 0) console.error(wave.violations.map(({ what }) => what).join(', '));
  }
  driver.close();
  const trends = [...memory.end()].map(([name, each]) => [name, trendOf(each)] as const);
  console.log(`${steps} commands and clicks in ${minutes} minutes; MB, and kB a minute`);
  console.table(Object.fromEntries(trends));
  process.exitCode = trends.every(([, { isFlat }]) => isFlat) ? 0 : 1;
} finally {
  await server.close();
}
