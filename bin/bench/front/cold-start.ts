import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_HANDLER, startCold } from '../cold-start.ts';
import type { Sample } from '../sample.ts';
import { expectSame, inTurn } from '../take-turns.ts';
import { bundleVendorExample } from './bundle-vendor-example.ts';
import { SIGNING_SECRET, signedCommand } from './signed-command.ts';
import { type Front, withFront } from './with-front.ts';

export interface FrontColdStarts {
  /** CPU ÷ an empty handler's. */
  readonly cpu: number[];
  /** The most memory that the process ever had ÷ an empty handler's. */
  readonly memory: number[];
  /** CPU ÷ that of Bolt's own example. */
  readonly cpuOfVendor: number[];
}

/**
 * A front function's first acknowledgement in a fresh process: load, secret, first signed command, hand-over over
 * loopback, log and metrics. An empty handler, ours and the vendor's example run in turn; each round gives a ratio.
 * Throws unless ours and the vendor's answer the same, and hand over the same job.
 */
export function measureFrontColdStarts(rounds: number): Promise<FrontColdStarts> {
  return withFront(async (front) => {
    const { directory, env } = front;
    const empty = join(directory, 'empty.js');
    await writeFile(empty, EMPTY_HANDLER);
    const vendor = join(directory, 'vendor.js');
    await bundleVendorExample(vendor);
    const samples = await inTurn(rounds, [
      () => startCold({ bundle: empty, event: signedCommand(), env }),
      () => handOverCold(front, front.bundle, env),
      () => handOverCold(front, vendor, { ...env, ...VENDOR }),
    ]);
    for (const [, ours, vendors] of samples) expectSame(ours, vendors);
    return {
      cpu: samples.map(([nothing, ours]) => ours.cpuMs / nothing.cpuMs),
      memory: samples.map(([nothing, ours]) => ours.peakKb / nothing.peakKb),
      cpuOfVendor: samples.map(([, ours, vendors]) => ours.cpuMs / vendors.cpuMs),
    };
  });
}

/** What Bolt's guide has in the environment. */
const VENDOR = { SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_BOT_TOKEN: 'xoxb-benchmark' };

/** The result is the answer, and what was handed over. */
async function handOverCold({ handedOver }: Front, bundle: string, env: Front['env']): Promise<Sample> {
  const event = signedCommand();
  const sample = await startCold({ bundle, event, env });
  const jobs = (await handedOver()).map(({ receivedAt, ...job }) => {
    const isOfRequest = receivedAt === event.requestContext.timeEpoch;
    return Object.entries({ ...job, isOfRequest }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  });
  if (jobs.length !== 1) throw new Error(`${jobs.length} jobs were handed over`);
  // An empty body is as good as none.
  const { statusCode, body = '' } = JSON.parse(sample.result);
  return { ...sample, result: JSON.stringify({ statusCode, body, jobs }) };
}
