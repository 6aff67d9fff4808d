import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Sample } from './sample.ts';

const run = promisify(execFile);

/** Runs a program that prints a sample, in a fresh process without environment. */
export async function runProgram(program: URL, ...args: readonly string[]): Promise<Sample> {
  // A directory of its own: the official client writes a log file into the one it is started in.
  const cwd = await mkdtemp(join(tmpdir(), 'lts-chatops-bench-'));
  try {
    const options = { cwd, env: {}, timeout: 60_000 };
    const { stdout } = await run(process.execPath, [fileURLToPath(program), ...args], options);
    return Sample.parse(JSON.parse(stdout));
  } finally {
    await rm(cwd, { recursive: true });
  }
}
