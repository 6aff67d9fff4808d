import { createRequire } from 'node:module';
import { signedCommand } from './signed-command.ts';

// A program: one front function that answers command after command. It tells its parent the 99th percentile in ms.

const [, , bundle = '', warmUp, commands] = process.argv;
const { handler } = createRequire(import.meta.url)(bundle) as {
  handler: (event: object, context: object) => Promise<{ statusCode: number }>;
};

async function answer(): Promise<number> {
  const event = signedCommand();
  const start = performance.now();
  const { statusCode } = await handler(event, {});
  const ms = performance.now() - start;
  if (statusCode !== 200) throw new Error(`the handler answered ${statusCode}`);
  return ms;
}

for (let n = 0; n < Number(warmUp); n += 1) await answer();
const times: number[] = [];
for (let n = 0; n < Number(commands); n += 1) times.push(await answer());
times.sort((a, b) => a - b);
process.send?.(times[Math.ceil(times.length * 0.99) - 1], () => process.exit());
