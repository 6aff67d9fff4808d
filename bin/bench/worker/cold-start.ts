import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Job } from '../../../lib/commands/job.ts';
import { EMPTY_HANDLER, startCold } from '../cold-start.ts';
import type { Sample } from '../sample.ts';
import { startProgram } from '../start-server.ts';
import { inTurn } from '../take-turns.ts';

const SERVICES = new URL('services.ts', import.meta.url);
const Services = z.object({
  codeDirectory: z.string(),
  slackUrl: z.string(),
  env: z.record(z.string(), z.string()),
});
type Services = z.infer<typeof Services>;

const LINES = 50;
/** With others beyond the page that is asked for. */
const LOG = Array.from({ length: 3 * LINES }, (_, n) => {
  const time = new Date(1_767_225_600_000 + n * 1_000).toISOString();
  return `${time} INFO order ${100_000 + n} handled by worker-${n % 16}, trace=5f3b1f6c${n} `.padEnd(
    120,
    '.',
  );
});

export interface WorkerLab {
  /** A directory to write into; it goes with the work. */
  readonly directory: string;
  /** The environment of its process. */
  readonly env: Readonly<Record<string, string>>;
  /** One job in a fresh process. Throws unless it brings one message with the 50 newest lines. */
  readonly answerCold: (moreEnv?: Readonly<Record<string, string>>) => Promise<Sample>;
}

/** The worker of the cloud assembly `assembly`; the services that it calls are served by another process. */
export async function withWorker<T>(assembly: string, work: (lab: WorkerLab) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'lts-chatops-bench-'));
  const logs = join(directory, 'logs');
  await mkdir(join(logs, 'checkout'), { recursive: true });
  await writeFile(join(logs, 'checkout', 'api.log'), LOG.join('\n'));
  const { told, close } = await startProgram(SERVICES, [assembly, logs], Services);
  const { env } = told;
  try {
    const answer = (moreEnv = {}) => answerCold({ ...told, env: { ...env, ...moreEnv } });
    return await work({ directory, env, answerCold: answer });
  } finally {
    close();
    await rm(directory, { recursive: true });
  }
}

/**
 * CPU of a worker's first job in a fresh process (load, secrets, the job's records in DynamoDB, the person, group and
 * stream by their names, a page of 50 lines, its message, delivery; all over loopback) ÷ CPU of an empty handler. The
 * two run in turn; each pair gives a ratio. `assembly` is the cloud assembly whose worker it is.
 */
export function measureWorkerColdStart(assembly: string, pairs: number): Promise<number[]> {
  return withWorker(assembly, async ({ directory, env, answerCold }) => {
    const empty = join(directory, 'empty.js');
    await writeFile(empty, EMPTY_HANDLER);
    const samples = await inTurn(pairs, [
      () => startCold({ bundle: empty, event: {}, env }),
      () => answerCold(),
    ]);
    return samples.map(([nothing, ours]) => ours.cpuMs / nothing.cpuMs);
  });
}

async function answerCold({ codeDirectory, slackUrl, env }: Services): Promise<Sample> {
  const bundle = join(codeDirectory, 'index.js');
  const sample = await startCold({ bundle, event: typedJob(slackUrl), env, cwd: codeDirectory });
  const [message = '', ...more] = z.array(z.string()).parse(await (await fetch(slackUrl)).json());
  const isWhole = LOG.every((line, n) => message.includes(line) === n >= LOG.length - LINES);
  if (isWhole && more.length === 0) return sample;
  throw new Error(`the worker brought another message than it should, and ${more.length} more: ${message}`);
}

function typedJob(slackUrl: string): Job {
  return {
    kind: 'typed',
    id: randomUUID(),
    requestId: 'bench-request',
    teamId: 'T1',
    userId: 'U1',
    channelId: 'C1',
    receivedAt: Date.now(),
    responseUrl: `${slackUrl}/response`,
    text: `logs checkout/api order since:1d limit:${LINES}`,
  };
}
