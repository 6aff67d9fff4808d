import type { Sample } from './sample.ts';

type Side = () => Promise<Sample>;

/**
 * Sides by turns, A B A B …, so that whatever else the machine does falls on all of them: gives the samples of each
 * round. The first round warms up and does not count.
 */
export async function inTurn<const T extends readonly Side[]>(
  rounds: number,
  sides: T,
): Promise<{ [K in keyof T]: Sample }[]> {
  const samples: { [K in keyof T]: Sample }[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const ofRound: Sample[] = [];
    for (const side of sides) ofRound.push(await side());
    if (round >= 0) samples.push(ofRound as { [K in keyof T]: Sample });
  }
  return samples;
}

/** Throws when two sides that are to do the same come to different results. */
export function expectSame(one: Sample, other: Sample): void {
  if (one.result === other.result) return;
  throw new Error(`the two sides differ: "${one.result}" is not "${other.result}"`);
}

/** Two sides by turns; each pair gives a ratio. Throws when the two come to different results. */
export async function takeTurns(
  pairs: number,
  sides: readonly [Side, Side],
  ratio: (a: Sample, b: Sample) => number,
): Promise<number[]> {
  const samples = await inTurn(pairs, sides);
  return samples.map(([a, b]) => {
    expectSame(a, b);
    return ratio(a, b);
  });
}
