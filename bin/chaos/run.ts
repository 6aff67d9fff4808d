import { Driver, type WaveOutcome } from './driver.ts';
import { startForPrograms } from './start.ts';

interface ChaosOptions {
  readonly seed: number;
  /** Commands and clicks together. */
  readonly commands: number;
  /** The synthesised cloud assembly whose functions are run. */
  readonly assembly: string;
}

export interface ChaosOutcome {
  readonly seed: number;
  readonly waves: readonly WaveOutcome[];
  /** Invocations that Lambda tried again. */
  readonly retries: number;
  /** Processes that were killed. */
  readonly deaths: number;
  readonly ms: number;
}

/** Steps of a wave: the more, the less is waited for the last one of each, and the more may be taken for another's. */
const WAVE = 100;
const PRESSURE = { faultedPercent: 67, mostUnderWay: 24 };

/**
 * Breaks a local workspace while people use it, and looks whether exactly one true outcome comes of all they do.
 *
 * @throws Error when something never ends
 */
export async function runChaos({ seed, commands, assembly }: ChaosOptions): Promise<ChaosOutcome> {
  const startedAt = Date.now();
  const log: string[] = [];
  const count = (pattern: RegExp) => log.filter((line) => pattern.test(line)).length;
  const server = await startForPrograms(assembly, (line) => log.push(line));
  try {
    const waves = await takeWaves(server.url, seed, commands);
    const [retries, deaths] = [count(/failed, attempt \d follows/), count(/signal: SIGKILL/)];
    return { seed, waves, retries, deaths, ms: Date.now() - startedAt };
  } finally {
    await server.close();
  }
}

async function takeWaves(url: string, seed: number, commands: number): Promise<WaveOutcome[]> {
  const driver = await Driver.start(url, seed);
  try {
    const waves: WaveOutcome[] = [];
    for (let left = commands; left > 0; left -= WAVE)
      waves.push(await driver.wave(Math.min(left, WAVE), PRESSURE));
    return waves;
  } finally {
    driver.close();
  }
}
