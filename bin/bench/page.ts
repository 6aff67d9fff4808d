import type { StreamRef, TypedSearch } from '../../lib/commands/command.ts';
import { redactPage } from '../../lib/commands/redacted-lines.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import type { LogLine } from '../../lib/lts/schemas.ts';
import { outgoing } from '../../lib/views/outgoing.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { createClock } from '../../lib/views/times.ts';
import { wordsFor } from '../../lib/views/words.ts';
import type { Corpus } from '../../test/redaction/corpus.ts';
import { measure } from './sample.ts';
import { takeTurns } from './take-turns.ts';

const LINES = 50;
const TIMES = 100;
/** Joining takes too little to be measured as often. */
const MORE = 20;
/** Many patterns are compiled only after some use. */
const WARM_UP = 10;
const NOW = 1_800_000_000_000;

const stream: StreamRef = {
  source: 'main',
  groupId: 'g'.repeat(36),
  groupName: 'checkout',
  streamId: 's'.repeat(36),
  streamName: 'api',
};
const search: TypedSearch = {
  start: NOW - 900_000,
  end: NOW,
  words: 'error',
  labels: {},
  order: 'newest',
  limit: LINES,
  endIsFixed: false,
  isCounted: false,
};
const PRIVATE = { kind: 'private' } as const;

const viewer = () => ({
  words: wordsFor('en-US'),
  clock: createClock('Asia/Shanghai'),
  command: '/lts',
  sources: ['main'],
});

/** CPU time to make a whole message of 50 lines of a log ÷ time to join them and write that as JSON. */
export async function measurePage({ harmless }: Corpus, pairs: number): Promise<number[]> {
  const contents = harmless.filter((line) => line.length < 160 && !line.includes('\n')).slice(0, LINES);
  const lines = contents.map(
    (content, index): LogLine => ({
      content,
      line_num: LineNum.parse(String(BigInt(NOW - index * 1_000) * 1_000_000n)),
      labels: { hostName: `ecs-${index % 5}`, hostIP: '192.168.0.7' },
    }),
  );
  const page = { lines, near: 'first' } as const;
  const ratios = await takeTurns(
    WARM_UP + pairs,
    [
      () => {
        // Who somebody is has been looked up before, and each reads a page for the first time.
        const viewers = Array.from({ length: TIMES }, viewer);
        return repeat(TIMES, (time) => {
          const result = { kind: 'page', stream, search, page: redactPage(page, []) } as const;
          return JSON.stringify(outgoing(pageMessage(result, viewers[time] ?? viewer(), PRIVATE)));
        });
      },
      () => repeat(MORE * TIMES, () => JSON.stringify(lines.map(({ content }) => content).join('\n'))),
    ],
    (whole, joined) => (MORE * whole.cpuMs) / joined.cpuMs,
  );
  return ratios.slice(WARM_UP);
}

function repeat(times: number, work: (time: number) => string) {
  return measure(() => {
    let length = 0;
    for (let time = 0; time < times; time += 1) length += work(time).length;
    return length > 0 ? 'made' : 'empty';
  });
}
