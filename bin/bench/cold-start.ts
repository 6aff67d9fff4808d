import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Sample } from './sample.ts';

const run = promisify(execFile);
const HARNESS = fileURLToPath(new URL('cold-start.cjs', import.meta.url));

/** The least that a function can be: what a cold start is compared with. */
export const EMPTY_HANDLER = 'exports.handler = async () => ({ statusCode: 200 });\n';

interface Start {
  /** Absolute. */
  readonly bundle: string;
  readonly event: object;
  readonly env: Readonly<Record<string, string>>;
  /** Where the process is; a function finds its own files there. */
  readonly cwd?: string;
}

/** A handler is loaded and answers one event in a fresh process: what the whole process took, and the answer as JSON. */
export async function startCold({ bundle, event, ...options }: Start): Promise<Sample> {
  const args = [HARNESS, bundle, JSON.stringify(event)];
  const { stdout } = await run(process.execPath, args, { timeout: 30_000, ...options });
  return Sample.parse(JSON.parse(stdout.split('\n').at(-1) ?? ''));
}
