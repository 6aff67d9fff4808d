import type { Watch } from './connection.ts';
import { LtsRefusedError, LtsUnconfirmedError } from './errors.ts';

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

/**
 * @param create makes the thing, and gives its id
 * @param look gives the thing, if it is there
 * @throws LtsUnconfirmedError when LTS left it open, and the thing is not there or nobody could look
 */
export async function confirmCreated(
  create: (watch: Watch) => Promise<string>,
  look: () => Promise<Seen | undefined>,
  now: () => number,
): Promise<Created> {
  const startedAt = now();
  const open = new Open();
  try {
    return { id: await create(open), how: 'answered' };
  } catch (error) {
    if (!open.isAfter(error)) throw error;
    const seen = await lookAfter(look, error);
    if (!seen) throw new LtsUnconfirmedError('undone', error);
    return { id: seen.id, how: seen.createdAt < startedAt - CLOCK_SLACK_MS ? 'existed' : 'found' };
  }
}

/** @throws LtsUnconfirmedError when LTS left it open, and the thing is still there or nobody could look */
export async function confirmDeleted(
  remove: (watch: Watch) => Promise<unknown>,
  look: () => Promise<boolean>,
): Promise<void> {
  const open = new Open();
  try {
    await remove(open);
  } catch (error) {
    if (!open.isAfter(error)) throw error;
    if (await lookAfter(look, error)) throw new LtsUnconfirmedError('still_there', error);
  }
}

/** For what cannot be looked at. */
export async function confirmBlindly<T>(write: (watch: Watch) => Promise<T>): Promise<T> {
  const open = new Open();
  try {
    return await write(open);
  } catch (error) {
    throw open.isAfter(error) ? new LtsUnconfirmedError('unknown', error) : error;
  }
}

/** Whether a failure leaves open what happened: the last attempt left for LTS, and its answer is no plain refusal. */
class Open implements Watch {
  #wasSent = false;

  readonly onAttempt = () => {
    this.#wasSent = false;
  };

  readonly onSent = () => {
    this.#wasSent = true;
  };

  isAfter(error: unknown): boolean {
    return this.#wasSent && !(error instanceof LtsRefusedError && error.status !== 408 && error.status < 500);
  }
}

async function lookAfter<T>(look: () => Promise<T>, failure: unknown): Promise<T> {
  try {
    return await look();
  } catch {
    throw new LtsUnconfirmedError('unknown', failure);
  }
}
