import { expect, it } from 'vitest';
import { createClock } from '../../lib/views/times.ts';
import { linesOf, openWorkspace, type Shown } from './workspace.ts';

/** The made-up incident, whose streams can be read this often, and somebody who reads them. */
async function open(readsPerMinute: number) {
  const workspace = await openWorkspace({ readsPerMinute });
  const rita = workspace.person('reader');
  const begun = Date.now();
  return {
    ...workspace,
    ...rita,
    /** The same message as it is now. */
    see: async ({ ts }: Shown) => (await rita.messages()).find((message) => message.ts === ts),
    last: async () => (await rita.messages()).at(-1),
    /** How often LTS was asked for lines. */
    async reads(): Promise<number> {
      const response = await fetch(`${workspace.ltsUrl}/__emulator/requests`);
      const requests = (await response.json()) as { path: string }[];
      return requests.filter(({ path }) => path.endsWith('/content/query')).length;
    },
    /** What one may be told, for the first read was made some time between the beginning and now. */
    refusals(): string[] {
      const clock = createClock('Europe/Berlin');
      const seconds = Math.ceil((Date.now() - begun) / 1_000) + 1;
      return Array.from({ length: seconds }, (_, second) => {
        const from = clock.timeOfDay(Math.ceil((begun + 61_000) / 1_000 + second) * 1_000);
        return `This stream has been read ${readsPerMinute} times within a minute, by everybody together, which is as often as LTS allows. Try again from ${from} (Europe/Berlin).`;
      });
    },
  };
}

it('the fourth page within a minute is told when it can be had, and the page stays', async () => {
  const { ask, click, see, last, reads, refusals } = await open(3);
  const first = await ask('/lts logs checkout/api since:1d limit:1');
  await click(first.ts, 'older');
  await click(first.ts, 'older');
  const page = await see(first);
  expect(linesOf(page ?? first)).not.toEqual(linesOf(first));
  await click(first.ts, 'older');
  expect(refusals()).toContain((await last())?.text);
  expect(await see(first)).toEqual(page);
  expect(await reads()).toBe(3);

  expect(refusals()).toContain((await ask('/lts logs checkout/api')).text);
  expect(await reads()).toBe(3);
  expect(linesOf(await ask('/lts logs checkout/worker since:1d limit:1'))).toHaveLength(1);
});

it('an export that comes to the end of what is allowed says so in its message', async () => {
  const { person, post, ltsUrl, ask, click, refusals } = await open(3);
  const lines = Array.from({ length: 1_500 }, (_, index) => ({
    content: `order ${index}`,
    time: Date.now() - 1_000,
  }));
  await post(`${ltsUrl}/__emulator/lines`, { group: 'edge', stream: 'nginx', lines });
  const page = await ask('/lts logs edge/nginx order limit:1');
  await click(page.ts, 'export');
  const shown = await person('reader', 'rita').messages();
  expect(refusals().map((refusal) => `edge/nginx order · The export did not work. ${refusal}`)).toContain(
    shown.at(-1)?.text,
  );
});

it('a table that fails keeps nobody from the logs', async () => {
  const { fault, ask, click, see, reads, errors } = await open(1);
  const first = await ask('/lts logs checkout/api since:1d limit:1');
  // As often as the SDK tries.
  await fault({ target: 'dynamodb', match: { bodyIncludes: 'quota#' }, status: 500, times: 4 });
  await click(first.ts, 'older');
  const page = await see(first);
  expect(linesOf(page ?? first)).not.toEqual(linesOf(first));
  expect(await reads()).toBe(2);
  expect(errors.filter((line) => line.includes('reads are not counted'))).toHaveLength(1);
});
