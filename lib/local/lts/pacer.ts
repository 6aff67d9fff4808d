import { setImmediate } from 'node:timers/promises';

const turnMs = 5;

/** Lets other requests have their turn during long work. */
export function createPacer(): () => Promise<void> {
  let turnEnds = performance.now() + turnMs;
  return async () => {
    if (performance.now() < turnEnds) return;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  };
}
