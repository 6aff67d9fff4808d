import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createLtsClient, type LtsClient } from '../../lib/lts/client.ts';
import type { QueryBody } from '../../lib/lts/schemas.ts';

const PROGRAM = fileURLToPath(new URL('../lts-emulator.ts', import.meta.url));
const LINES = 1_000_000;
const LINE_BYTES = 120;
const COUNTS = 7;

export interface EmulatorFigures {
  /** Millions of lines that a count of one word goes through in a second, in each of several counts. */
  readonly scanned: number[];
  /** The longest that another request waited during each of them, in ms. */
  readonly waited: number[];
  /** Memory that the lines take ÷ their bytes. */
  readonly memory: number[];
}

/** The emulator as a program, with a million lines of 120 bytes, asked over HTTP. */
export async function measureEmulator(): Promise<EmulatorFigures> {
  const directory = await mkdtemp(join(tmpdir(), 'lts-chatops-bench-'));
  try {
    const small = await withEmulator(await writeLog(join(directory, 'small.log'), 1), ({ memoryBytes }) =>
      memoryBytes(),
    );
    const log = await writeLog(join(directory, 'large.log'), LINES);
    return await withEmulator(log, async ({ client, memoryBytes }) => {
      const memory = ((await memoryBytes()) - small) / (LINES * LINE_BYTES);
      const count = await prepareCount(client);
      const scanned: number[] = [];
      const waited: number[] = [];
      for (let round = 0; round < COUNTS; round += 1) {
        const start = performance.now();
        const counting = count().then(() => scanned.push(LINES / 1_000 / (performance.now() - start)));
        waited.push(await longestWait(client, counting));
      }
      return { scanned, waited, memory: [memory] };
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Every fourth line holds the word. */
async function writeLog(path: string, lines: number): Promise<string> {
  const file = createWriteStream(path);
  const start = Date.now() - lines;
  for (let n = 0; n < lines; n += 1) {
    const level = n % 4 === 0 ? 'error' : 'info';
    const text = `${new Date(start + n).toISOString()} ${level} order ${n} handled by worker-${n % 16}`;
    if (!file.write(`${text.padEnd(LINE_BYTES - 1, ' .')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}

interface Emulator {
  readonly client: LtsClient;
  readonly memoryBytes: () => Promise<number>;
}

async function withEmulator<T>(log: string, work: (emulator: Emulator) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--logs', log]);
  try {
    let described = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      described += text;
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const [, endpoint] = /^ready (.*)$/.exec(line) ?? [];
      if (!endpoint) continue;
      const { projectId, accessKey, secretKey } = JSON.parse(/\{[\s\S]*\n\}/.exec(described)?.[0] ?? '{}');
      const credentials = { accessKey, secretKey };
      const client = createLtsClient({ endpoint, iamEndpoint: endpoint, projectId, credentials });
      return await work({ client, memoryBytes: () => residentBytes(child.pid) });
    }
    throw new Error(`the emulator did not start: ${described}`);
  } finally {
    child.kill();
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
}

async function prepareCount(client: LtsClient): Promise<() => Promise<void>> {
  const signal = AbortSignal.timeout(120_000);
  const [group] = await client.listGroups(signal);
  if (!group) throw new Error('there is no group');
  const [stream] = await client.listStreams(group.log_group_id, signal);
  if (!stream) throw new Error('there is no stream');
  const body: QueryBody = {
    start_time: String(Date.now() - 86_400_000),
    end_time: String(Date.now() + 1_000),
    keywords: 'error',
    limit: 1,
    is_count: true,
    is_desc: true,
    highlight: false,
  };
  return async () => {
    const { count } = await client.queryLogs(group.log_group_id, stream.log_stream_id, body, signal);
    if (count !== LINES / 4) throw new Error(`counted ${count} lines`);
  };
}

/** Asks for something small again and again until `work` is done. */
async function longestWait(client: LtsClient, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const start = performance.now();
    await client.listGroups(AbortSignal.timeout(10_000));
    longest = Math.max(longest, performance.now() - start);
  }
  await done;
  return longest;
}
