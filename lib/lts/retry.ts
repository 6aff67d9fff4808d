import { setTimeout as sleep } from 'node:timers/promises';
import { LtsError, LtsRefusedError } from './errors.ts';

const MAX_ATTEMPTS = 4;
const BASE_MS = 200;
const CAP_MS = 5_000;
/** A service that asks for longer is not waited for: the caller is told when to come back. */
const MAX_RETRY_AFTER_MS = 20_000;

/**
 * Repeats what failed in a way that passes, up to four attempts: exponential backoff with full jitter, or what the
 * service's Retry-After asks for. When `signal` ends the waiting, the last failure is thrown.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  random: () => number,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      const waitMs =
        attempts < MAX_ATTEMPTS && !signal.aborted ? waitBefore(error, attempts, random) : undefined;
      if (waitMs === undefined || !(await isSlept(waitMs, signal))) throw error;
    }
  }
}

function waitBefore(error: unknown, attempts: number, random: () => number): number | undefined {
  if (!(error instanceof LtsError) || !error.isRetrySafe) return undefined;
  const asked = error instanceof LtsRefusedError ? error.retryAfterMs : undefined;
  if (asked !== undefined && asked > MAX_RETRY_AFTER_MS) return undefined;
  return Math.max(asked ?? 0, random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1)));
}

async function isSlept(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
