import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { signedCommand } from './signed-command.ts';
import { withFront } from './with-front.ts';

const run = promisify(execFile);
const HARNESS = fileURLToPath(new URL('cold-start.cjs', import.meta.url));
const EMPTY_HANDLER = 'exports.handler = async () => ({ statusCode: 200 });\n';

/**
 * CPU of a front function's first acknowledgement in a fresh process (load, secret, first signed command, hand-over
 * over loopback, log and metrics) ÷ CPU of the same process with an empty handler. The two run in turn; each pair
 * gives a ratio.
 */
export function measureFrontColdStart(pairs: number): Promise<number[]> {
  return withFront(async ({ directory, bundle, env, handedOver }) => {
    const empty = join(directory, 'empty.js');
    await writeFile(empty, EMPTY_HANDLER);
    const ratios: number[] = [];
    // The first pair warms the disk cache and does not count.
    for (let pair = -1; pair < pairs; pair += 1) {
      const ofEmpty = await coldStart(empty, env);
      const ofFront = await coldStart(bundle, env);
      if (pair >= 0) ratios.push(ofFront / ofEmpty);
    }
    if ((await handedOver()) !== pairs + 1) throw new Error('not every command was handed over');
    return ratios;
  });
}

/** CPU milliseconds, user and system, of a whole process: the last line that it prints. */
async function coldStart(bundle: string, env: Readonly<Record<string, string>>): Promise<number> {
  const options = { timeout: 30_000, env };
  const { stdout } = await run(process.execPath, [HARNESS, bundle, JSON.stringify(signedCommand())], options);
  return Number(stdout.split('\n').at(-1));
}
