import { runProgram } from '../run-program.ts';
import { takeTurns } from '../take-turns.ts';

const PROGRAM = new URL('validation-program.ts', import.meta.url);

/** Time to check an answer of 5,000 lines against its schema ÷ time to parse its JSON, each in a fresh process. */
export const measureValidation = (pairs: number) =>
  takeTurns(
    pairs,
    [() => runProgram(PROGRAM, 'check'), () => runProgram(PROGRAM, 'parse')],
    (check, parse) => check.ms / parse.ms,
  );
