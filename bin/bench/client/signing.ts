import { runProgram } from '../run-program.ts';
import { takeTurns } from '../take-turns.ts';

const PROGRAM = new URL('signing-program.ts', import.meta.url);

/** Signatures a second: our signer ÷ the official one, each in a fresh process. */
export const measureSigning = (pairs: number) =>
  takeTurns(
    pairs,
    [() => runProgram(PROGRAM, 'ours'), () => runProgram(PROGRAM, 'official')],
    (ours, official) => official.ms / ours.ms,
  );
