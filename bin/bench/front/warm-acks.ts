import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { withFront } from './with-front.ts';

const PROGRAM = fileURLToPath(new URL('warm-acks-program.ts', import.meta.url));
const WARM_UP = 500;
const COMMANDS = 5_000;

/**
 * The 99th percentile, in ms, of the handler's time for 5,000 signed commands one after another, in a function that is
 * warm: each is verified, read, handed over over loopback to a server in another process, logged and counted. Each
 * round is a fresh process. What is not in it: API Gateway, Lambda's runtime, and a network.
 */
export function measureFrontAcks(rounds: number): Promise<number[]> {
  return withFront(async ({ bundle, env, handedOver }) => {
    const values: number[] = [];
    while (values.length < rounds) values.push(await runProgram(bundle, env));
    const expected = rounds * (WARM_UP + COMMANDS);
    if ((await handedOver()).length !== expected) throw new Error('not every command was handed over');
    return values;
  });
}

async function runProgram(bundle: string, env: Readonly<Record<string, string>>): Promise<number> {
  const stdio = ['ignore', 'pipe', 'inherit', 'ipc'] as const;
  const child = fork(PROGRAM, [bundle, String(WARM_UP), String(COMMANDS)], { env, stdio: [...stdio] });
  // Its log goes through a pipe to a reader, as on Lambda.
  child.stdout?.resume();
  const answer = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the front function ended with ${code}`)));
  });
  return z.number().parse(answer);
}
