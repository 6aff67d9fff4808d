import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of bin/ on this Node, until it ends; `input` is what it reads from stdin, in the folder `cwd`. */
export async function runProgram(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  { input = '', cwd = process.cwd() } = {},
): Promise<Ran> {
  const running = run(process.execPath, [resolve('bin', `${name}.ts`), ...args], {
    cwd,
    env: { ...process.env, ...env },
    timeout: 15_000,
  });
  running.child.stdin?.end(input);
  try {
    return { ...(await running), code: 0 };
  } catch (error) {
    const { code, stdout, stderr } = error as Ran;
    return { code, stdout, stderr };
  }
}
