import { RateLimited } from './refusal.ts';

/** https://docs.slack.dev/apis/web-api/rate-limits: one message a second a channel */
const INTERVAL_MS = 1000;

interface ChannelRate {
  readonly posted: number;
  readonly peakPerSecond: number;
  /** When the messages of the last second were posted, in milliseconds. */
  readonly latest: number[];
}

/**
 * How fast the app posts messages that everybody in a channel sees. Slack lets short bursts pass now and then; here
 * it is all or nothing: nothing is refused until somebody asks for it, then every message inside a second is.
 */
export class Rates {
  readonly #now: () => number;
  readonly #channels = new Map<string, ChannelRate>();
  #isEnforced = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  enforce(isEnforced: boolean): void {
    this.#isEnforced = isEnforced;
  }

  /**
   * Posts, and counts what was posted.
   *
   * @throws RateLimited where the limit is enforced; nothing is posted then
   */
  limit<T>(channel: string, post: () => T): T {
    const { latest } = this.#current(channel);
    if (this.#isEnforced && latest.length > 0) throw new RateLimited(INTERVAL_MS / 1000);
    const result = post();
    this.count(channel);
    return result;
  }

  /** A message that nothing holds back: the HTTP answer to a command. */
  count(channel: string): void {
    const { posted, peakPerSecond, latest } = this.#current(channel);
    latest.push(this.#now());
    const peak = Math.max(peakPerSecond, latest.length);
    this.#channels.set(channel, { posted: posted + 1, peakPerSecond: peak, latest });
  }

  #current(channel: string): ChannelRate {
    const now = this.#now();
    const rate = this.#channels.get(channel) ?? { posted: 0, peakPerSecond: 0, latest: [] };
    return { ...rate, latest: rate.latest.filter((at) => now - at < INTERVAL_MS) };
  }

  describe(): { enforced: boolean; perChannel: Record<string, { posted: number; peakPerSecond: number }> } {
    const perChannel = [...this.#channels].map(
      ([channel, { posted, peakPerSecond }]) => [channel, { posted, peakPerSecond }] as const,
    );
    return { enforced: this.#isEnforced, perChannel: Object.fromEntries(perChannel) };
  }
}
