import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const PROGRAM = fileURLToPath(new URL('canned-server.ts', import.meta.url));
const Address = z.object({ port: z.int() });

/** Starts it in a process of its own, which ends with this one at the latest. */
export async function startCannedServer(): Promise<{ url: string; close: () => void }> {
  const child = fork(PROGRAM, { env: {} });
  const address = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the server of canned answers did not start')));
  });
  return { url: `http://127.0.0.1:${Address.parse(address).port}`, close: () => child.disconnect() };
}
