import { CORPUS_A } from '../../test/redaction/corpus-a.ts';
import { CORPUS_B } from '../../test/redaction/corpus-b.ts';
import { synthesise } from '../synthesise.ts';
import { measureAnswers } from './answers.ts';
import { measureLargePages, measureSmallQueries } from './client/queries.ts';
import { measureSigning } from './client/signing.ts';
import { measureStream, measureStreamMemory } from './client/streaming.ts';
import { measureValidation } from './client/validation.ts';
import { measureEmulator } from './emulator.ts';
import { measureFirstPaint, measurePageBytes } from './first-paint.ts';
import { measureFrontBundle } from './front/bundle-bytes.ts';
import { measureFrontColdStarts } from './front/cold-start.ts';
import { measureFrontAcks } from './front/warm-acks.ts';
import type { Goal } from './goal.ts';
import { measurePage } from './page.ts';
import { judgeRedaction, timeRedaction } from './redaction.ts';
import { measureWorkerColdStart } from './worker/cold-start.ts';

const ROUNDS = 15;
/** Of 5,000 acknowledgements each. */
const ACK_ROUNDS = 5;

/** What several figures need is done when the first of them is measured. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let doing: Promise<T> | undefined;
  return () => {
    doing ??= work();
    return doing;
  };
}

const assembly = once(() => synthesise(new AbortController().signal));
const frontColdStarts = once(() => measureFrontColdStarts(ROUNDS));
const answers = once(async () => measureAnswers(await assembly(), ROUNDS));
const emulator = once(measureEmulator);

/** Every figure by its name. At `url` answers `client/canned-server.ts`. */
export function goalsFor(url: string): Readonly<Record<string, Goal>> {
  return {
    'front.coldCpu': {
      measure: async () => (await frontColdStarts()).cpu,
      goal: 3,
      better: 'lower',
      unit: '× CPU of an empty handler',
    },
    'front.coldVsVendorExample': {
      measure: async () => (await frontColdStarts()).cpuOfVendor,
      goal: 0.4,
      better: 'lower',
      unit: '× CPU of the example in Bolt’s guide to Lambda',
    },
    'front.peakMemory': {
      measure: async () => (await frontColdStarts()).memory,
      goal: 1.35,
      better: 'lower',
      unit: '× memory of an empty handler',
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
    'worker.coldCpu': {
      measure: async () => measureWorkerColdStart(await assembly(), ROUNDS),
      goal: 6,
      better: 'lower',
      unit: '× CPU of an empty handler',
    },
    'answer.cold': {
      measure: async () => (await answers()).cold,
      goal: 1_500,
      better: 'lower',
      unit: 'ms from typing a command to its page',
    },
    'answer.warm': {
      measure: async () => (await answers()).warm,
      goal: 150,
      better: 'lower',
      unit: 'ms from typing a command to its page',
    },
    'client.smallQuery1': {
      measure: () => measureSmallQueries(url, 1, ROUNDS),
      goal: 1.8,
      better: 'higher',
      unit: '× queries/s of the official client',
    },
    'client.smallQuery16': {
      measure: () => measureSmallQueries(url, 16, ROUNDS),
      goal: 2.8,
      better: 'higher',
      unit: '× queries/s of the official client',
    },
    'client.largePageCpu': {
      measure: () => measureLargePages(url, ROUNDS),
      goal: 0.7,
      better: 'lower',
      unit: '× CPU of the official client',
    },
    'client.validation': {
      measure: () => measureValidation(ROUNDS),
      goal: 0.15,
      better: 'lower',
      unit: '× time of JSON.parse',
    },
    'client.signing': {
      measure: () => measureSigning(ROUNDS),
      goal: 3,
      better: 'higher',
      unit: '× signatures/s of the official signer',
    },
    'client.stream': {
      measure: () => measureStream(url, ROUNDS),
      goal: 1.3,
      better: 'lower',
      unit: '× time to fetch and JSON.parse',
    },
    'client.streamMemory': {
      measure: () => measureStreamMemory(url, ROUNDS),
      goal: 1.1,
      better: 'lower',
      unit: '× peak memory with a fifth of the lines',
    },
    'emulator.scan': {
      measure: async () => (await emulator()).scanned,
      goal: 5,
      better: 'higher',
      unit: 'million lines/s counted',
    },
    'emulator.wait': {
      measure: async () => (await emulator()).waited,
      goal: 50,
      better: 'lower',
      unit: 'ms of another request meanwhile',
    },
    'emulator.memory': {
      measure: async () => (await emulator()).memory,
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
      measure: () => timeRedaction(ROUNDS),
      goal: 8,
      better: 'lower',
      unit: 'µs of CPU a harmless line of 200 characters',
    },
    'view.page': {
      measure: () => measurePage(CORPUS_A, ROUNDS),
      goal: 60,
      better: 'lower',
      unit: '× CPU to join its 50 lines and write them as JSON',
    },
    'page.firstPaint': {
      measure: async () => measureFirstPaint(await assembly(), ROUNDS),
      goal: 500,
      better: 'lower',
      unit: 'ms until the local workspace’s page paints',
    },
    'page.bundleGzip': {
      measure: measurePageBytes,
      goal: 150_000,
      better: 'lower',
      unit: 'bytes, compressed',
    },
  };
}
