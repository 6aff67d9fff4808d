import { type HttpServer, type RequestHandler, serve } from './http.ts';
import { StartError } from './start-error.ts';

/**
 * Serves on the port that a person chose. `program` is how they start it, up to its options.
 *
 * @throws StartError when the port is taken
 */
export async function listen(port: number, program: string, handle: RequestHandler): Promise<HttpServer> {
  try {
    return await serve(port, handle);
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (!isTaken) throw cause;
    const message = `Port ${port} is taken: start with "${program} --port 0" for any free one, or stop what uses it`;
    throw new StartError(message, { cause });
  }
}
