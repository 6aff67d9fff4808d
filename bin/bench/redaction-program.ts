import { redact } from '../../lib/redaction/redact.ts';
import { CORPUS_A } from '../../test/redaction/corpus-a.ts';
import { measure } from './sample.ts';

// A program: takes the secrets out of 5,000 harmless lines of 200 characters, and prints the sample.
const LINE = 200;
const LINES = 5_000;
const WARM_UP = 10;

const { harmless } = CORPUS_A;
const line = (at: number) => {
  const long = [0, 1, 2, 3].map((next) => harmless[(at + next) % harmless.length]).join(' ');
  return long.replaceAll('\n', ' ').slice(0, LINE);
};
// As what LTS sends: each line is a string of its own.
const lines: string[] = JSON.parse(JSON.stringify(Array.from({ length: LINES }, (_, at) => line(at))));

function work(): string {
  redact(lines);
  return '';
}

// What is measured is what a worker does that has seen such lines before.
for (let time = 0; time < WARM_UP; time += 1) work();
process.stdout.write(JSON.stringify({ ...(await measure(work)), result: String(LINES) }));
