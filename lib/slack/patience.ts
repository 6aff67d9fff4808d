import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline } from './deadline.ts';
import { DeliveryError } from './delivery-error.ts';

/** Before each further attempt, where Slack asks for no other wait. */
const WAITS_MS = [300, 1_000, 3_000];

/** Calls again, up to four times in all, what Slack may take in a moment. Waits as long as Slack asks, if there is time. */
export async function patiently<T>(call: () => Promise<T>, deadline: Deadline): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const usual = WAITS_MS[attempt];
      if (!(error instanceof DeliveryError) || error.verdict !== 'again' || usual === undefined) throw error;
      const wait = error.retryAfterMs ?? usual;
      if (wait >= deadline.left()) throw error;
      await sleep(wait);
    }
  }
}

/** What does no harm when it is done twice need not be known to have been done. */
export async function repeatably<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof DeliveryError) || cause.verdict !== 'unsure') throw cause;
    throw new DeliveryError(cause.message, 'again', {}, { cause });
  }
}
