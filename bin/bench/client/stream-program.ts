import type { LogLine } from '../../../lib/lts/schemas.ts';
import { measure } from '../sample.ts';
import { digest } from './canned-answers.ts';
import { drainPages } from './drain-pages.ts';
import { streamPages } from './stream-pages.ts';

// A program: goes through that many pages of lines in one of two ways, and prints the sample.
const [way, url = '', pages, warmUp] = process.argv.slice(2);

/** The same for streams of different lengths, if every line came. */
async function tally(stream: AsyncIterable<readonly LogLine[]>): Promise<string> {
  let lines = 0;
  let characters = 0;
  let last: readonly LogLine[] = [];
  for await (const page of stream) {
    lines += page.length;
    for (const { content } of page) characters += content.length;
    last = page;
  }
  const ofEach = `${lines / Number(pages)} lines a page, ${characters / lines} characters a line`;
  return `${ofEach}, the last 20 lines ${digest(last.slice(-20))}`;
}

const go = way === 'stream' ? streamPages : drainPages;
for (let time = 0; time < Number(warmUp); time += 1) await tally(go(url, Number(pages)));
process.stdout.write(JSON.stringify(await measure(() => tally(go(url, Number(pages))))));
