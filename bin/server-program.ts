import type { LocalServer } from '../lib/local/http.ts';
import { StartError } from '../lib/local/start-error.ts';

/** Whoever stops a program is told so within 5 s. */
const CLOSE_MS = 4_000;

/**
 * Runs a program that serves until it is stopped: by SIGINT, SIGTERM or SIGHUP, or by the end of the launcher. When it
 * is up, `ready URL` stands alone on a line of stdout. What the person did wrong is told in one line.
 */
export async function runServer(start: (stopped: AbortSignal) => Promise<LocalServer>): Promise<void> {
  const stopping = new AbortController();
  const stop = () => {
    setTimeout(() => process.exit(), CLOSE_MS).unref();
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  try {
    const server = await start(stopping.signal);
    const close = () => void server.close().finally(() => process.exit());
    if (stopping.signal.aborted) return close();
    stopping.signal.addEventListener('abort', close);
    console.log(`ready ${server.url}`);
    console.error(`Listening on ${server.url}. Ctrl+C ends everything.`);
  } catch (error) {
    if (stopping.signal.aborted) process.exit();
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

/** Reads options with a parser that throws; what it says becomes one line. */
export function readOptions<T>(read: () => T, help: string): T {
  try {
    return read();
  } catch (error) {
    const [problem] = String(error instanceof Error ? error.message : error).split('\n');
    throw new StartError(`${problem}; "${help}" lists the options`);
  }
}

/** @throws Error that names the option */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`--port ${text} is not a port from 0 to 65535`);
}
