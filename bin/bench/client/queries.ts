import { runProgram } from '../run-program.ts';
import type { Sample } from '../sample.ts';
import { takeTurns } from '../take-turns.ts';

const PROGRAM = new URL('query-program.ts', import.meta.url);

interface Questions {
  readonly lines: number;
  readonly concurrency: number;
  readonly warmUp: number;
  readonly times: number;
}

const small = { lines: 3, warmUp: 500, times: 2_000 };
const large = { lines: 5_000, concurrency: 1, warmUp: 3, times: 20 };

/** Queries a second with few lines in the answer: ours ÷ the official client's. */
export const measureSmallQueries = (url: string, concurrency: number, pairs: number) =>
  compare(url, { ...small, concurrency }, pairs, (ours, official) => official.ms / ours.ms);

/** CPU of the process that fetches pages of 5,000 lines: ours ÷ the official client's. */
export const measureLargePages = (url: string, pairs: number) =>
  compare(url, large, pairs, (ours, official) => ours.cpuMs / official.cpuMs);

/** Each sample is a fresh process with a client that is connected and has asked a few times. */
function compare(
  url: string,
  { lines, concurrency, warmUp, times }: Questions,
  pairs: number,
  ratio: (ours: Sample, official: Sample) => number,
): Promise<number[]> {
  const ask = (side: string) => () =>
    runProgram(PROGRAM, side, url, ...[lines, concurrency, warmUp, times].map(String));
  return takeTurns(pairs, [ask('ours'), ask('official')], ratio);
}
