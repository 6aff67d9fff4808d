import { measure } from '../sample.ts';
import { digest } from './canned-answers.ts';
import { connectSide } from './connect-side.ts';

// A program: asks the same question again and again, with one client, so many at a time, and prints the sample.
const [side, url = '', lines, concurrency, warmUp, times] = process.argv.slice(2);

const query = await connectSide(side, url);

/** How many lines came. */
async function ask(times: number): Promise<number> {
  let asked = 0;
  let came = 0;
  const askInTurn = async () => {
    while (asked < times) {
      asked += 1;
      const answer = await query(Number(lines));
      came += answer.length;
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, askInTurn));
  return came;
}

await ask(Number(warmUp));
const sample = await measure(async () => `${await ask(Number(times))} lines`);
const result = `${sample.result}, ${digest(await query(Number(lines)))}`;
process.stdout.write(JSON.stringify({ ...sample, result }));
