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
  const { told, close } = await startProgram(program, [], Address);
  return { url: `http://127.0.0.1:${told.port}`, close };
}

export interface BenchProgram<T> {
  /** What it said when it was ready. */
  readonly told: T;
  /** Tells it something, and gives what it says then. */
  readonly tell: (what: string) => Promise<T>;
  readonly close: () => void;
}

/** The same for a program that tells more of itself than its port. */
export async function startProgram<T extends z.ZodMiniType>(
  program: URL,
  args: readonly string[],
  schema: T,
): Promise<BenchProgram<z.infer<T>>> {
  const path = fileURLToPath(program);
  const child = fork(path, args, { env: {} });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${path} has ended`)));
  });
  // Once it is closed nobody waits for it.
  ended.catch(() => {});
  const answer = async () => {
    const said = new Promise((resolve) => child.once('message', resolve));
    return schema.parse(await Promise.race([said, ended]));
  };
  const tell = (what: string) => {
    const answered = answer();
    child.send(what);
    return answered;
  };
  return { told: await answer(), tell, close: () => child.disconnect() };
}
