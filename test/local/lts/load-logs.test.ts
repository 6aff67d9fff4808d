import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Catalog } from '../../../lib/local/lts/catalog.ts';
import { unreadable } from '../../../lib/local/lts/find-log-files.ts';
import { loadLogs } from '../../../lib/local/lts/load-logs.ts';
import { timeOf } from '../../../lib/local/lts/stream-lines.ts';
import { StartError } from '../../../lib/local/start-error.ts';

const nowMs = Date.parse('2026-03-04T05:06:07.890Z');
const hour = 3600 * 1000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lts-logs-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

interface Loaded {
  readonly content: string;
  readonly time: number;
}

/** Loads `paths` below the folder; the lines by `group/stream`. */
async function load(paths: readonly string[], keepTimes = false): Promise<Record<string, Loaded[]>> {
  const catalog = new Catalog(() => nowMs);
  await loadLogs(
    catalog,
    paths.map((path) => join(folder, path)),
    { keepTimes, nowMs },
  );
  const loaded: Record<string, Loaded[]> = {};
  for (const group of catalog.groups.values()) {
    for (const { name, lines } of group.streams.values()) {
      const list: Loaded[] = [];
      for (const { segment, from, to } of lines.slices(0n, 10n ** 19n, false)) {
        for (let index = from; index < to; index += 1) {
          const content = segment.content.toString(
            'utf8',
            segment.start(index),
            segment.start(index + 1) - 1,
          );
          list.push({ content, time: timeOf(segment.lineNums[index] ?? 0n) });
        }
      }
      loaded[`${group.name}/${name}`] = list;
    }
  }
  return loaded;
}

async function write(path: string, data: string | Buffer): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), data);
}

async function loadText(text: string, keepTimes: boolean): Promise<Loaded[]> {
  await write('a.log', text);
  return (await load(['a.log'], keepTimes))['local/a'] ?? [];
}

/** A time of this machine's zone. */
function local(text: string): number {
  return new Date(text).getTime();
}

test.each([
  ['ISO with zone', '2023-01-02T03:04:05.678+08:00 x', Date.parse('2023-01-01T19:04:05.678Z')],
  ['ISO in UTC, microseconds', '2023-01-02T03:04:05.678901Z x', Date.parse('2023-01-02T03:04:05.678Z')],
  ['ISO with a space and a zone', '2023-01-02 03:04:05 -0530 x', Date.parse('2023-01-02T08:34:05Z')],
  ['dpkg', '2023-01-02 03:04:05 status installed libc6:amd64', local('2023-01-02T03:04:05')],
  ['log4j with a comma', '2023-01-02 03:04:05,678 INFO [main] x', local('2023-01-02T03:04:05.678')],
  ['log4j DATE', '02 Jan 2023 03:04:05,678 [main] INFO x', local('2023-01-02T03:04:05.678')],
  ['a level first', '[ERROR] [2023-01-02T03:04:05.6Z] x', Date.parse('2023-01-02T03:04:05.600Z')],
  ['a date and a slash', '2020-07-25/14:44:42 this log is Error NO 1', local('2020-07-25T14:44:42')],
  ['nginx error', '2023/01/02 03:04:05 [error] 31#31: x', local('2023-01-02T03:04:05')],
  [
    'nginx access',
    '::1 - - [10/Oct/2000:13:55:36 +0000] "GET / HTTP/1.1" 200 5',
    Date.parse('2000-10-10T13:55:36Z'),
  ],
  [
    'Apache access',
    '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /"',
    Date.parse('2000-10-10T20:55:36Z'),
  ],
  ['Apache error', '[Wed Oct 11 14:32:52.123456 2000] [core:error] x', local('2000-10-11T14:32:52.123')],
  ['syslog of this year', 'Mar  4 05:00:00 host sshd[1]: x', local('2026-03-04T05:00:00')],
  ['syslog of last year', '<34>Dec 31 23:59:59 host su: x', local('2025-12-31T23:59:59')],
  ['seconds', '1595659490 x', 1595659490000],
  ['seconds with a fraction', '1595659490.239 921 10.0.0.1 TCP_MISS', 1595659490239],
  ['milliseconds', '1595659490239 x', 1595659490239],
  [
    'JSON, ISO',
    '{"level":"info","@timestamp":"2023-01-02T03:04:05.678Z"}',
    Date.parse('2023-01-02T03:04:05.678Z'),
  ],
  [
    'JSON, another time in its text',
    '{"msg":"2001-01-01 00:00:00","time":"2023-01-02T03:04:05Z"}',
    1672628645000,
  ],
  ['JSON, milliseconds', '{"time":1595659490239,"msg":"x"}', 1595659490239],
  ['JSON, seconds with a fraction', '{"ts":1595659490.239,"msg":"x"}', 1595659490239],
  ['JSON, digits in a string', '{"timestamp":"1595659490239"}', 1595659490239],
  ['key=value', 'time=2023-01-02T03:04:05Z level=info', 1672628645000],
])('the time of %s is read', async (_, line, time) => {
  expect(await loadText(`${line}\n`, true)).toEqual([{ content: line, time }]);
});

test('times move so that the newest is now', async () => {
  const lines = await loadText('2023-01-01 00:00:00 a\n2023-01-01 23:00:00 b\n', false);
  expect(lines.map(({ time }) => nowMs - time)).toEqual([23 * hour, 0]);
});

test('a file of more than 24 hours is squeezed into ten minutes less', async () => {
  const lines = await loadText(
    '2023-01-01T00:00:00Z a\n2023-01-02T00:00:00Z b\n2023-01-03T00:00:00Z c\n',
    false,
  );
  expect(lines.map(({ time }) => nowMs - time)).toEqual([(24 - 1 / 6) * hour, (12 - 1 / 12) * hour, 0]);
});

test('lines without a time take the one before, the first ones the first there is', async () => {
  const text = 'preface\n2023-01-01T00:00:00Z a\n\tat b\n\n2023-01-01T00:00:01Z c';
  const lines = await loadText(text, true);
  expect(lines.map(({ content }) => content)).toEqual(text.split('\n'));
  const start = Date.parse('2023-01-01T00:00:00Z');
  expect(lines.map(({ time }) => time - start)).toEqual([0, 0, 0, 0, 1000]);
});

test('ingest times never run backwards: the file keeps its order', async () => {
  const lines = await loadText(
    '2023-01-01T00:00:05Z a\n2023-01-01T00:00:03Z b\n2023-01-01T00:00:06Z c\n',
    true,
  );
  expect(lines.map(({ content, time }) => [content.slice(-1), time % 10_000])).toEqual([
    ['a', 5000],
    ['b', 5000],
    ['c', 6000],
  ]);
});

test('the newest line, wherever it stands, is the one that becomes now', async () => {
  const lines = await loadText('2023-01-01T00:00:05Z a\n2023-01-01T00:00:03Z b\n', false);
  expect(lines.map(({ time }) => time)).toEqual([nowMs, nowMs]);
});

test.each([true, false])(
  'a file without times is spread over the last hour (keepTimes %s)',
  async (keepTimes) => {
    const lines = await loadText('a\nb\nc\n', keepTimes);
    expect(lines.map(({ time }) => nowMs - time)).toEqual([hour, hour / 2, 0]);
  },
);

test('stray numbers and dates are not taken for times', async () => {
  const words = Array.from({ length: 99 }, (_, index) => `word ${index}`);
  const lines = await loadText(
    ['1595659490 is a number', ...words, '2001-01-01 00:00:00 once'].join('\n'),
    true,
  );
  expect(lines.map(({ time }) => time)).toEqual(
    lines.map((_, index) => Math.round(nowMs - hour * (1 - index / 100))),
  );
});

test('a line is loaded as it stands, but for the carriage return at its end', async () => {
  const text = '  two  spaces\t\r\n\r\n\u001B[31mred\u001B[0m\r\n日志 \uD83D\uDE00 last';
  const contents = (await loadText(text, false)).map(({ content }) => content);
  expect(contents).toEqual(['  two  spaces\t', '', '\u001B[31mred\u001B[0m', '日志 \uD83D\uDE00 last']);
});

test('more lines of one millisecond than it has line_nums for are all kept', async () => {
  const lines = await loadText('2023-01-01T00:00:00Z x\n'.repeat(700_000), true);
  expect(lines).toHaveLength(700_000);
  expect(lines.at(-1)?.time).toBeGreaterThan(lines[0]?.time ?? 0);
});

test('files are streams of local; folders are groups of streams', async () => {
  await write('dpkg.log', 'a\n');
  await write('z/checkout/api.log', 'b\n');
  await write('z/checkout/api.log.gz', gzipSync('c\n'));
  await write('z/checkout/pods/worker-1.ndjson', '{"d":1}\n');
  await write('z/payments/syslog.1', 'e\n');
  await write('z/readme.custom', 'f\n');
  await write('z/payments/empty.log', '');
  await write('z/payments/wtmp', Buffer.alloc(50));
  await write('z/.git/config', 'hidden\n');

  const loaded = await load(['dpkg.log', 'z']);

  const contents = Object.entries(loaded).map(([name, lines]) => [name, lines[0]?.content]);
  expect(Object.fromEntries(contents)).toEqual({
    'local/dpkg': 'a',
    'checkout/api': 'b',
    'checkout/api-2': 'c',
    'checkout/pods-worker-1': '{"d":1}',
    'payments/syslog.1': 'e',
    'z/readme': 'f',
  });
});

test('long names are cut to 64 characters, and stay apart', async () => {
  const name = 'n'.repeat(80);
  await write(`${name}1.log`, 'a\n');
  await write(`${name}2.log`, 'b\n');
  const loaded = await load([`${name}1.log`, `${name}2.log`]);
  expect(Object.keys(loaded)).toEqual([`local/${'n'.repeat(64)}`, `local/${'n'.repeat(62)}-2`]);
});

test.each([
  [
    'a path that does not exist',
    'nowhere.log',
    /nowhere\.log: there is no such file or folder; check the path$/,
  ],
  ['an empty file', 'empty.log', /empty\.log: there are no log lines in it; name a file or folder of text$/],
  ['an empty folder', 'nothing', /nothing: there are no log lines in it; name/],
  ['a file that is not text', 'binary.log', /binary\.log: it is not text; name/],
  ['half of a gzip file', 'half.log.gz', /half\.log\.gz: it is not a whole gzip file; unpack/],
])('%s is refused with one line that says what to do', async (_, path, message) => {
  await write('empty.log', '');
  await mkdir(join(folder, 'nothing'));
  await write('binary.log', Buffer.from([0x7f, 0x45, 0, 1]));
  await write('half.log.gz', gzipSync('abc\n'.repeat(1000)).subarray(0, 30));

  const error: unknown = await load([path]).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(StartError);
  expect(String(error)).toMatch(message);
  expect(String(error)).not.toContain('\n');
});

test('a file that may not be read is refused', () => {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES' });
  expect(unreadable('a.log', error).message).toBe(
    '--logs a.log: it may not be read; change its permissions, or name another',
  );
});

test('more streams than a group can have are refused', async () => {
  for (let number = 0; number <= 100; number += 1) await write(`many/g/${number}.log`, 'x\n');
  await expect(load(['many'])).rejects.toThrow(/100 streams in a group; name fewer files$/);
});
