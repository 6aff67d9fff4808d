import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CORPUS_A } from '../test/redaction/corpus-a.ts';
import { CORPUS_B } from '../test/redaction/corpus-b.ts';
import { measureLargePages, measureSmallQueries } from './bench/client/queries.ts';
import { measureSigning } from './bench/client/signing.ts';
import { measureStream, measureStreamMemory } from './bench/client/streaming.ts';
import { measureValidation } from './bench/client/validation.ts';
import { measureEmulator } from './bench/emulator.ts';
import { measureFrontBundle } from './bench/front/bundle-bytes.ts';
import { measureFrontColdStart } from './bench/front/cold-start.ts';
import { measureFrontAcks } from './bench/front/warm-acks.ts';
import { type Goal, isMet, median } from './bench/goal.ts';
import { measurePage } from './bench/page.ts';
import { judgeRedaction, timeRedaction } from './bench/redaction.ts';
import { startServer } from './bench/start-server.ts';

// Measures each figure by turns with what it is compared with, and says which goals are missed. Most are ratios, so
// that they mean the same on every machine.

const PAIRS = 15;
/** Of 5,000 acknowledgements each. */
const ACK_ROUNDS = 5;

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });
const server = await startServer(new URL('bench/client/canned-server.ts', import.meta.url));
const { url } = server;

const emulator = await measureEmulator();

const goals: Readonly<Record<string, Goal>> = {
  'front.coldCpu': {
    measure: () => measureFrontColdStart(PAIRS),
    goal: 3,
    better: 'lower',
    unit: '× CPU of an empty handler',
  },
  'front.bundleBytes': {
    measure: measureFrontBundle,
    goal: 200_000,
    better: 'lower',
    unit: 'bytes',
  },
  'front.warmAckP99': {
    measure: () => measureFrontAcks(ACK_ROUNDS),
    goal: 5,
    better: 'lower',
    unit: 'ms',
  },
  'client.smallQuery1': {
    measure: () => measureSmallQueries(url, 1, PAIRS),
    goal: 1.8,
    better: 'higher',
    unit: '× queries/s of the official client',
  },
  'client.smallQuery16': {
    measure: () => measureSmallQueries(url, 16, PAIRS),
    goal: 2.8,
    better: 'higher',
    unit: '× queries/s of the official client',
  },
  'client.largePageCpu': {
    measure: () => measureLargePages(url, PAIRS),
    goal: 0.7,
    better: 'lower',
    unit: '× CPU of the official client',
  },
  'client.validation': {
    measure: () => measureValidation(PAIRS),
    goal: 0.15,
    better: 'lower',
    unit: '× time of JSON.parse',
  },
  'client.signing': {
    measure: () => measureSigning(PAIRS),
    goal: 3,
    better: 'higher',
    unit: '× signatures/s of the official signer',
  },
  'client.stream': {
    measure: () => measureStream(url, PAIRS),
    goal: 1.3,
    better: 'lower',
    unit: '× time to fetch and JSON.parse',
  },
  'client.streamMemory': {
    measure: () => measureStreamMemory(url, PAIRS),
    goal: 1.1,
    better: 'lower',
    unit: '× peak memory with a fifth of the lines',
  },
  'emulator.scan': {
    measure: async () => emulator.scanned,
    goal: 5,
    better: 'higher',
    unit: 'million lines/s counted',
  },
  'emulator.wait': {
    measure: async () => emulator.waited,
    goal: 50,
    better: 'lower',
    unit: 'ms of another request meanwhile',
  },
  'emulator.memory': {
    measure: async () => emulator.memory,
    goal: 3,
    better: 'lower',
    unit: '× the bytes of its lines',
  },
  'redaction.recallA': {
    measure: async () => [judgeRedaction(CORPUS_A).recall],
    goal: 0.98,
    better: 'higher',
    unit: 'of the secrets of corpus A kept back',
  },
  'redaction.recallB': {
    measure: async () => [judgeRedaction(CORPUS_B).recall],
    goal: 0.98,
    better: 'higher',
    unit: 'of the secrets of corpus B kept back',
  },
  'redaction.touchedA': {
    measure: async () => [judgeRedaction(CORPUS_A).touched],
    goal: 0.005,
    better: 'lower',
    unit: 'of the harmless lines of corpus A changed',
  },
  'redaction.touchedB': {
    measure: async () => [judgeRedaction(CORPUS_B).touched],
    goal: 0.005,
    better: 'lower',
    unit: 'of the harmless lines of corpus B changed',
  },
  'redaction.line': {
    measure: async () => timeRedaction(CORPUS_A, PAIRS),
    goal: 8,
    better: 'lower',
    unit: 'µs of CPU a harmless line of 200 characters',
  },
  'view.page': {
    measure: () => measurePage(CORPUS_A, PAIRS),
    goal: 60,
    better: 'lower',
    unit: '× CPU to join its 50 lines and write them as JSON',
  },
};

const figures: Record<string, Omit<Goal, 'measure'> & { value: number }> = {};
try {
  for (const [name, { measure, goal, better, unit }] of Object.entries(goals)) {
    console.error(`measuring ${name}`);
    figures[name] = { value: median(await measure()), goal, better, unit };
  }
} finally {
  server.close();
}

console.table(figures);
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
for (const [name, figure] of Object.entries(figures)) {
  if (isMet(figure)) continue;
  console.error(`missed: ${name} is ${figure.value}, the goal is ${figure.goal} or ${figure.better}`);
  process.exitCode = 1;
}
