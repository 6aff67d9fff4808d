import { seededRandom } from './seeded-random.ts';

/** One order that could not be paid, which every service on its way wrote something about. */
export interface FailedRequest {
  /** When it arrived, in milliseconds. */
  readonly time: number;
  readonly trace: string;
  readonly order: string;
  readonly user: number;
  readonly client: string;
}

/** What one service writes of it. */
export interface Mention {
  /** Milliseconds after the request arrived. */
  readonly after: number;
  readonly lines: readonly string[];
}

const COUNT = 30;

/** Spread evenly over the time from `fromMs` to `toMs`, oldest first; all but the times is the same every time. */
export function failedRequests(fromMs: number, toMs: number, seed: number, count = COUNT): FailedRequest[] {
  const random = seededRandom(seed);
  const step = (toMs - fromMs) / count;
  return Array.from({ length: count }, (_, at) => ({
    time: Math.round(fromMs + step * (at + 0.5)),
    trace: random.hex(16),
    order: `ORD-${random.between(100_000, 999_999)}`,
    user: random.between(1000, 9999),
    client: `203.0.113.${random.between(1, 254)}`,
  }));
}
