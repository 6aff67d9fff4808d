import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const Address = z.object({ port: z.int() });

export interface BenchServer {
  readonly url: string;
  readonly close: () => void;
}

/** Starts a program that serves, in a process of its own, which ends with this one at the latest. */
export async function startServer(program: URL): Promise<BenchServer> {
  const path = fileURLToPath(program);
  const child = fork(path, { env: {} });
  const address = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${path} did not start`)));
  });
  return { url: `http://127.0.0.1:${Address.parse(address).port}`, close: () => child.disconnect() };
}
