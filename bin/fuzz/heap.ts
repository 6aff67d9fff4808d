import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bolt lets go of a request that failed when its answer would have been late. */
const LET_GO_MS = 3_100;

/** What is in use when all that nobody needs is gone. */
export async function heapMegabytes(): Promise<number> {
  await sleep(LET_GO_MS);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}
