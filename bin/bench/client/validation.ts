import { QueryAnswer } from '../../../lib/lts/schemas.ts';
import { measure } from '../sample.ts';
import { takeTurns } from '../take-turns.ts';
import { answerWith, digest } from './canned-answers.ts';

const LINES = 5_000;
const TIMES = 10;

/** Time to check an answer of 5,000 lines against its schema ÷ time to parse its JSON. */
export function measureValidation(pairs: number): Promise<number[]> {
  const text = answerWith(LINES);
  const value: unknown = JSON.parse(text);
  return takeTurns(
    pairs,
    [
      () => repeat(() => QueryAnswer.safeParse(value).data),
      () => repeat((): QueryAnswer => JSON.parse(text)),
    ],
    (check, parse) => check.ms / parse.ms,
  );
}

async function repeat(work: () => QueryAnswer | undefined) {
  let answer: QueryAnswer | undefined;
  const sample = await measure(() => {
    for (let time = 0; time < TIMES; time += 1) answer = work();
    return '';
  });
  return { ...sample, result: digest(answer?.logs ?? []) };
}
