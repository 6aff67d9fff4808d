import * as z from 'zod/mini';
import { type BenchProgram, startProgram } from './start-server.ts';

const PROGRAM = new URL('workspace-program.ts', import.meta.url);
const Address = z.object({ url: z.string() });

/** The local workspace in a process of its own, with the functions of that cloud assembly. */
export function startWorkspace(assembly: string): Promise<BenchProgram<{ readonly url: string }>> {
  return startProgram(PROGRAM, [assembly], Address);
}
