import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Random, seededRandom } from '../../lib/local/lts/seeded-random.ts';
import { ingestTime } from '../../lib/lts/line-num.ts';
import { openLts } from './lts-side.ts';
import { clickThrough, type Person } from './page-through.ts';
import { type ChooseWindow, type FileQuery, type FileStream, makeQuery } from './real-log-queries.ts';
import { type FileLine, scan, shownLine } from './real-log-scan.ts';
import { linesOf, openWorkspace, type Shown } from './workspace.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}.log`, import.meta.url));
/**
 * What three programs of one machine wrote: a package manager's log; that of a tool with lines of up to 2,000
 * characters; and what stood on a terminal, with blank lines, progress bars, letters of other alphabets and no times.
 */
const NAMES = ['dpkg', 'alternatives', 'apt-term'] as const;
const LOGS = NAMES.map(fixture);
const LABELS = { hostName: 'localhost', appName: 'local', category: 'LTS' };

/** The operator's. */
const ZONE = 'America/New_York';
const DAY_MS = 86_400_000;

function readContents(name: string): string[] {
  const lines = readFileSync(fixture(name), 'utf8').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.replace(/\r$/, ''));
}

/** The files as LTS holds them: their lines in their order, each with the time that it came to have. */
async function readStreams(workspace: Awaited<ReturnType<typeof openWorkspace>>): Promise<FileStream[]> {
  const lts = await openLts(workspace);
  const group = lts.groups.find(({ name }) => name === 'local');
  const now = Date.now();
  const streams = group?.streams.map(async ({ id, name }): Promise<FileStream> => {
    const held = await lts.readLines(group.id, id, now - 2 * DAY_MS, now);
    const contents = readContents(name);
    expect(held.map(({ content }) => content)).toEqual(contents.map((content) => `${content}\n`));
    const lines = held.map(({ line_num }, index): FileLine => {
      return { time: ingestTime(line_num), content: contents[index] ?? '', labels: LABELS };
    });
    return { name: `local/${name}`, lines };
  });
  return Promise.all(streams ?? []);
}

/** A part of the package manager's log once more, with labels, and with up to eleven lines in one millisecond. */
async function addLabelled(workspace: Awaited<ReturnType<typeof openWorkspace>>): Promise<FileStream> {
  const lts = await openLts(workspace);
  const start = Date.now() - 3_600_000;
  const lines = readContents('dpkg')
    .slice(1_000, 2_200)
    .map((content, index): FileLine => {
      const [, , action = '', state = '', name = ''] = content.split(' ');
      const arch = name.split(':')[1] ?? 'none';
      const labels = { action, arch, 'k8s.pod': `dpkg-${index % 3}`, what: `${action} ${state}` };
      return { time: start + 7 * Math.floor(index / 11), content, labels };
    });
  const groupId = await lts.createGroup('by label');
  await lts.createStream(groupId, 'dpkg');
  await lts.addLines('by label', 'dpkg', lines);
  return { name: '"by label/dpkg"', lines };
}

/** Both ends on a line's own millisecond, or one beside it; or all there is. */
const chooseExact: ChooseWindow = (random, lines, index) => {
  const timeAt = (at: number) => lines[Math.min(lines.length - 1, Math.max(0, at))]?.time ?? 0;
  const start = timeAt(index - random.between(0, 400)) + random.oneOf([0, 0, 1, -1]);
  const end = Math.max(start + 1, timeAt(index + random.between(0, 400)) + random.oneOf([0, 0, 1, -1]));
  const write = (ms: number) => (random.chance(50) ? String(ms) : new Date(ms).toISOString());
  const kind = random.oneOf(['all', 'since', 'between', 'between', 'between']);
  if (kind === 'all') return { start: 0, end: Number.MAX_SAFE_INTEGER, typed: 'since:2d' };
  if (kind === 'since') return { start, end: Number.MAX_SAFE_INTEGER, typed: `from:${write(start)}` };
  return { start, end, typed: `from:${write(start)} to:${write(end)}` };
};

/** At most 30 days, in the wall time of the person who asks. */
const chooseWallTime: ChooseWindow = (random, lines, index) => {
  const time = lines[index]?.time ?? 0;
  const start = time - random.oneOf([0, 1_000, 60_000, 14 * DAY_MS]);
  const end = time + random.oneOf([1_000, 60_000, 15 * DAY_MS]);
  const write = (ms: number) =>
    new Date(ms).toLocaleString('sv-SE', { timeZone: ZONE }).replace(' ', random.oneOf(['T', ' ']));
  return { start, end, typed: `from:${write(start)} to:${write(end)}` };
};

/** Pages to the far end and back again; gives the number of pages. */
async function checkQuery(person: Person, query: FileQuery): Promise<number> {
  const { typed, order, isCounted, limit, expected } = query;
  const shown = (pages: readonly Shown[]) => pages.flatMap(linesOf);
  const lines = expected.map((line) => shownLine(line, ZONE));
  const [there, back] = order === 'newest' ? (['older', 'newer'] as const) : (['newer', 'older'] as const);

  // A message holds 15 folded lines at least.
  const most = Math.ceil(lines.length / Math.min(limit, 15)) + 1;
  const first = await person.ask(typed);
  if (isCounted) expect(first.text, typed).toContain(countOf(lines.length));
  const pages = await clickThrough(person, first, there, most);
  expect(shown(pages), typed).toEqual(lines);
  const returned = await clickThrough(person, pages.at(-1) ?? first, back, most);
  expect(shown(returned.toReversed()), `back in ${typed}`).toEqual(lines);
  return pages.length;
}

function countOf(matches: number): string {
  if (matches === 0) return 'No lines match.';
  return matches === 1 ? '1 line matches' : `${matches.toLocaleString('en')} lines match`;
}

async function checkQueries(
  person: Person,
  random: Random,
  streams: readonly FileStream[],
  count: number,
  choose: ChooseWindow,
): Promise<void> {
  let [pages, empty] = [0, 0];
  for (let number = 0; number < count; number += 1) {
    const stream = streams[number % streams.length];
    if (!stream) throw new Error('no streams');
    const query = makeQuery(random, stream, choose);
    pages += await checkQuery(person, query);
    if (query.expected.length === 0) empty += 1;
  }
  // Else the queries would prove little.
  expect(pages).toBeGreaterThan(2 * count);
  expect(empty).toBeGreaterThan(0);
  expect(empty).toBeLessThan(count / 3);
}

it('finds in files what a plain scan of them finds, page by page and back', { timeout: 60_000 }, async () => {
  const workspace = await openWorkspace({ logs: LOGS });
  const streams = [...(await readStreams(workspace)), await addLabelled(workspace)];
  await checkQueries(workspace.person('operator'), seededRandom(5), streams, 36, chooseExact);
});

it('finds the same where the times of the lines are kept, in windows of the wall time of whoever asks', {
  timeout: 60_000,
}, async () => {
  const person = (await openWorkspace({ logs: LOGS.slice(0, 2), keepTimes: true })).person('operator');
  const streams = NAMES.slice(0, 2).map((name): FileStream => {
    let latest = 0;
    const lines = readContents(name).map((content): FileLine => {
      const [, day, clock] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(content) ?? [];
      latest = Math.max(latest, Date.parse(`${day}T${clock}`));
      return { time: latest, content, labels: LABELS };
    });
    return { name: `local/${name}`, lines };
  });
  await checkQueries(person, seededRandom(30), streams, 14, chooseWallTime);
});

it('finds words of other letters, phrases across signs, and operators that are meant as words', async () => {
  const workspace = await openWorkspace({ logs: LOGS });
  const person = workspace.person('operator');
  const terminal = (await readStreams(workspace)).find(({ name }) => name === 'local/apt-term')?.lines ?? [];
  const find = (words: string[], phrases: string[] = []) =>
    scan(terminal, { words, phrases, labels: {}, start: 0, end: Number.MAX_SAFE_INTEGER });
  const ask = async (typed: string) =>
    linesOf(await person.ask(`/lts logs local/apt-term since:2d ${typed}`));
  const shown = (lines: readonly FileLine[]) => lines.map((line) => shownLine(line, ZONE)).toReversed();

  expect(await ask('_Főtanúsítvány.pem')).toEqual(shown(find(['_Főtanúsítvány.pem'])));
  expect(find(['_Főtanúsítvány.pem'])).toHaveLength(1);
  expect(await ask('→')).toEqual(shown(find(['→'])));
  expect(find(['→']).length).toBeGreaterThan(1);
  expect(await ask('"reading database ... 15%"')).toEqual(shown(find([], ['reading database ... 15%'])));
  expect(find([], ['reading database ... 15%'])).not.toEqual([]);
  expect(await ask('and GID')).toEqual(shown(find(['and', 'gid'])));
  expect(find(['and', 'gid']).length).toBeGreaterThan(1);
  expect(await ask('tanúsítvány.pem')).toEqual([]);
});
