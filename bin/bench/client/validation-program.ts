import { QueryAnswer } from '../../../lib/lts/schemas.ts';
import { measure } from '../sample.ts';
import { answerWith, digest } from './canned-answers.ts';

// A program: checks an answer of 5,000 lines, or parses its JSON, again and again, and prints the sample.
const [side] = process.argv.slice(2);
const LINES = 5_000;
const TIMES = 10;

const text = answerWith(LINES);
const value: unknown = JSON.parse(text);
const work = side === 'check' ? () => QueryAnswer.safeParse(value).data : (): QueryAnswer => JSON.parse(text);

let answer: QueryAnswer | undefined;
function repeat(): string {
  for (let time = 0; time < TIMES; time += 1) answer = work();
  return '';
}

// What is measured is what a worker does that has seen such answers before.
repeat();
const sample = await measure(repeat);
process.stdout.write(JSON.stringify({ ...sample, result: digest(answer?.logs ?? []) }));
