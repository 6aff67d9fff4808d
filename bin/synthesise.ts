import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { StartError } from '../lib/local/start-error.ts';

/**
 * The functions and their wiring, exactly as they are deployed, in a folder that goes when the process does.
 *
 * @throws StartError with what to do
 */
export async function synthesise(stopped: AbortSignal): Promise<string> {
  const assembly = await makeFolder();
  process.on('exit', () => rmSync(assembly, { recursive: true, force: true }));
  const cwd = fileURLToPath(new URL('../', import.meta.url));
  // The usual environment: of the others only names and sizes differ. CDK's look at the template, which takes longer
  // than making it, is for those who deploy it.
  const env = { ...process.env, CDK_OUTDIR: assembly, CHATOPS_ENV: '', CDK_VALIDATION: 'false' };
  const child = spawn(process.execPath, ['bin/app.ts'], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  stopped.addEventListener('abort', () => child.kill());
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 0) return assembly;
  throw new StartError(`The stack cannot be synthesised ("npm run synth" does it alone):\n${errors}`);
}

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'lts-chatops-'));
  } catch (cause) {
    throw new StartError(`Nothing can be written to ${tmpdir()}: set TMPDIR to a folder of yours`, { cause });
  }
}
