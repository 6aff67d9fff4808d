import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LambdaFunction } from './stack.ts';
import { environmentVariables } from './variables.ts';

const RUNTIME_CLIENT = fileURLToPath(import.meta.resolve('aws-lambda-ric'));
const ADDON_STAND_IN = fileURLToPath(new URL('rapid-client.cjs', import.meta.url));

export interface RuntimeProcessOptions {
  readonly fn: LambdaFunction;
  /** Where the unpacked code is; Lambda's /var/task. */
  readonly taskRoot: string;
  readonly extraVariables: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Starts a process that runs the real runtime client against the Runtime API at `runtimeApi`, a host and port. */
export function startRuntimeProcess(options: RuntimeProcessOptions, runtimeApi: string): ChildProcess {
  const { fn, taskRoot, extraVariables, log } = options;
  const child = spawn(
    process.execPath,
    [...heapLimits(fn.memoryMb), '--require', ADDON_STAND_IN, RUNTIME_CLIENT],
    {
      cwd: taskRoot,
      env: environmentVariables(fn, taskRoot, runtimeApi, extraVariables),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', log);
  return child;
}

/** As Lambda's own start script divides the memory: a tenth for the young objects, in two halves, the rest for the old. */
function heapLimits(memoryMb: number): string[] {
  const semiSpaceMb = Math.floor(memoryMb * 0.05);
  const oldSpaceMb = Math.floor(memoryMb * 0.9);
  return [`--max-semi-space-size=${semiSpaceMb}`, `--max-old-space-size=${oldSpaceMb}`];
}
