import { runProgram } from '../run-program.ts';
import { takeTurns } from '../take-turns.ts';

const PROGRAM = new URL('stream-program.ts', import.meta.url);

/** Pages of 5,000 lines. */
const SHORT = 20;
const LONG = 100;
const WARM_UP = 1;

const go = (way: 'stream' | 'drain', url: string, pages: number, warmUp: number) =>
  runProgram(PROGRAM, way, url, String(pages), String(warmUp));

/** Time to stream 100,000 lines ÷ time to fetch the same answers in turn and parse their JSON, no more. */
export const measureStream = (url: string, pairs: number) =>
  takeTurns(
    pairs,
    [() => go('stream', url, SHORT, WARM_UP), () => go('drain', url, SHORT, WARM_UP)],
    (stream, drain) => stream.ms / drain.ms,
  );

/** Peak memory of a process that streams 500,000 lines ÷ of one that streams 100,000. */
export const measureStreamMemory = (url: string, pairs: number) =>
  takeTurns(
    pairs,
    [() => go('stream', url, LONG, 0), () => go('stream', url, SHORT, 0)],
    (long, short) => long.peakKb / short.peakKb,
  );
