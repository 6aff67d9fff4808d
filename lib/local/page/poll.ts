const calmMs = 1000;
const eagerMs = 200;
const hiddenMs = 5000;
/** How long after somebody did something the page looks more often. */
const eagerForMs = 5000;

export interface Poll {
  /** Looks at once, and more often for a while. */
  nudge(): void;
  stop(): void;
}

/** Runs `task` again and again, one run at a time, until stopped. The task deals with its own failures. */
export function startPoll(task: (signal: AbortSignal) => Promise<void>): Poll {
  const stopper = new AbortController();
  const { signal } = stopper;
  let eagerUntil = 0;
  let wake = (): void => undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs(eagerUntil));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const nudge = (): void => {
    eagerUntil = Date.now() + eagerForMs;
    wake();
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await task(signal);
      await pause();
    }
  };
  document.addEventListener('visibilitychange', () => wake(), { signal });
  void run();
  return {
    nudge,
    stop: () => {
      stopper.abort();
      wake();
    },
  };
}

function delayMs(eagerUntil: number): number {
  if (document.hidden) return hiddenMs;
  return Date.now() < eagerUntil ? eagerMs : calmMs;
}
