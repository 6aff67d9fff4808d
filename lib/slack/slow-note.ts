/** Whoever waits this long without a word begins to wonder. */
const AFTER_MS = 3_000;

/** Says after a few seconds that the work goes on. Gives what ends the waiting, and with it what is being said. */
export function noteWhenSlow(say: () => Promise<void>): () => Promise<void> {
  let saying: Promise<void> | undefined;
  const timer = setTimeout(() => {
    saying = say();
  }, AFTER_MS);
  return async () => {
    clearTimeout(timer);
    await saying;
  };
}
