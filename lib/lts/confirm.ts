import { LtsMalformedError, LtsRefusedError, LtsUnconfirmedError, LtsUnreachableError } from './errors.ts';

/**
 * Writes are not repeated once they may have arrived. When the answer leaves open what happened, LTS is looked at.
 */

/** How a create ended. */
export interface Created {
  readonly id: string;
  /** `answered`: LTS said so. `found`: it did not, but there it is, made since. `existed`: it is older than the call. */
  readonly how: 'answered' | 'found' | 'existed';
}

/** What a look shows of a thing: when LTS made it, in ms of its own clock. */
export interface Seen {
  readonly id: string;
  readonly createdAt: number;
}

/** How far the two clocks may be apart: a signature is refused beyond it. */
const CLOCK_SLACK_MS = 15 * 60_000;

/** @throws LtsUnconfirmedError when LTS left it open, and the thing is not there or nobody could look */
export async function confirmCreated(
  create: () => Promise<string>,
  look: () => Promise<Seen | undefined>,
  now: () => number,
): Promise<Created> {
  const startedAt = now();
  try {
    return { id: await create(), how: 'answered' };
  } catch (error) {
    if (!leavesOpen(error)) throw error;
    const seen = await lookAfter(look, error);
    if (!seen) throw new LtsUnconfirmedError('undone', error);
    return { id: seen.id, how: seen.createdAt < startedAt - CLOCK_SLACK_MS ? 'existed' : 'found' };
  }
}

/** @throws LtsUnconfirmedError when LTS left it open, and the thing is still there or nobody could look */
export async function confirmDeleted(
  remove: () => Promise<unknown>,
  look: () => Promise<boolean>,
): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!leavesOpen(error)) throw error;
    if (await lookAfter(look, error)) throw new LtsUnconfirmedError('undone', error);
  }
}

/** For what cannot be looked at. */
export async function confirmBlindly<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw leavesOpen(error) ? new LtsUnconfirmedError('unknown', error) : error;
  }
}

/** Whether the call may have had its effect although it failed. */
function leavesOpen(error: unknown): boolean {
  if (error instanceof LtsUnreachableError) return error.wasSent;
  if (error instanceof LtsRefusedError) return error.status === 408 || error.status >= 500;
  return error instanceof LtsMalformedError;
}

async function lookAfter<T>(look: () => Promise<T>, failure: unknown): Promise<T> {
  try {
    return await look();
  } catch {
    throw new LtsUnconfirmedError('unknown', failure);
  }
}
