import type { Sample } from './sample.ts';

type Side = () => Promise<Sample>;

/**
 * Two sides by turns, A B A B …, so that whatever else the machine does falls on both; each pair gives a ratio. The
 * first pair warms up and does not count. Throws when the two come to different results.
 */
export async function takeTurns(
  pairs: number,
  [a, b]: readonly [Side, Side],
  ratio: (a: Sample, b: Sample) => number,
): Promise<number[]> {
  const ratios: number[] = [];
  for (let pair = -1; pair < pairs; pair += 1) {
    const ofA = await a();
    const ofB = await b();
    if (ofA.result !== ofB.result)
      throw new Error(`the two sides differ: "${ofA.result}" is not "${ofB.result}"`);
    if (pair >= 0) ratios.push(ratio(ofA, ofB));
  }
  return ratios;
}
