import { jobSchema } from '../../lib/commands/job.ts';
import { requestsFor } from './draw-request.ts';
import { findViolations } from './expect.ts';
import { heapMegabytes } from './heap.ts';
import { openFront } from './open-front.ts';

export interface FuzzOptions {
  /** The front function's code. */
  readonly bundle: string;
  readonly seed: number;
  readonly requests: number;
  /** Of 100 requests, those that are signed. */
  readonly signedPercent: number;
}

export interface FuzzOutcome {
  /** The first of them, with what it takes to see them again. */
  readonly violations: readonly string[];
  readonly signed: number;
  readonly handedOver: number;
  /** What people did who were told that the bot is not for them. */
  readonly told: number;
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of the heap, after a tenth of the requests, and how much more after all. */
  readonly megabytes: { readonly early: number; readonly growth: number };
}

const MOST_VIOLATIONS = 20;
/** Compiled code and statistics of V8; a leak of 100 bytes a request is more. */
const MOST_GROWTH_MB = 8;

/**
 * Sends requests one after another: of somebody who can do everything but sign, and of a Slack that is broken. Nothing
 * may come of the first, and of the others no more than that Slack could have asked for it.
 */
export async function runFuzz({ bundle, seed, requests, signedPercent }: FuzzOptions): Promise<FuzzOutcome> {
  const front = await openFront(bundle);
  const draw = requestsFor(seed, signedPercent, front.hooksOrigin, front.strayOrigin);
  const schema = jobSchema(front.hooksOrigin);
  const violations: string[] = [];
  const statuses: Record<number, number> = {};
  const [counts, megabytes] = [
    { signed: 0, handedOver: 0, told: 0 },
    { early: 0, growth: 0 },
  ];
  let index = 0;
  const report = (what: string) => {
    if (violations.length < MOST_VIOLATIONS) violations.push(`seed ${seed}, request ${index}: ${what}`);
  };
  const onUnheard = (error: unknown) => report(`a promise was rejected, and nobody heard: ${error}`);
  process.on('unhandledRejection', onUnheard);
  try {
    for (; index < requests; index += 1) {
      if (index === Math.floor(requests / 10)) megabytes.early = await heapMegabytes();
      const drawn = draw(index, Date.now());
      const { status, effects } = await front.send(drawn.event);
      for (const what of findViolations(drawn, status, effects, front.hooksOrigin, schema)) {
        report(what);
      }
      statuses[status] = (statuses[status] ?? 0) + 1;
      counts.signed += Number(drawn.isSigned);
      counts.handedOver += effects.jobs.length;
      counts.told += effects.told.length;
    }
    megabytes.growth = (await heapMegabytes()) - megabytes.early;
    if (megabytes.growth > MOST_GROWTH_MB) report(`the heap grew by ${megabytes.growth.toFixed(1)} MB`);
  } finally {
    process.off('unhandledRejection', onUnheard);
    await front.close();
  }
  return { violations, ...counts, statuses, megabytes };
}
