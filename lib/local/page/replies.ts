import type { Message } from './api.ts';

/** How many messages without a known thread are asked about at once. */
const askedAtOnce = 4;

type Fetch = (threadTs: string) => Promise<readonly Message[]>;

/**
 * Finds the replies of a channel's messages. The workspace does not say which messages have a thread, so the known
 * threads and the newest message are asked about every time, and the others a few at a time, in turn.
 */
export class Replies {
  readonly #known = new Map<string, readonly Message[]>();
  /** Those that were there when an older message was asked about for the first time: nobody knows since when. */
  readonly #old = new Set<string>();
  #turn = 0;

  of(ts: string): readonly Message[] {
    return this.#known.get(ts) ?? [];
  }

  isOld(ts: string): boolean {
    return this.#old.has(ts);
  }

  async refresh(messages: readonly Message[], fetch: Fetch): Promise<void> {
    // Slack allows no replies to what only one person sees.
    const parents = messages.filter(({ visibleTo }) => visibleTo === null).map(({ ts }) => ts);
    await Promise.all(
      [...this.#choose(parents)].map(async (ts) => {
        const thread = await fetch(ts);
        const replies = thread.filter((message) => message.ts !== ts);
        if (!this.#known.has(ts) && ts !== parents.at(-1))
          for (const reply of replies) this.#old.add(reply.ts);
        this.#known.set(ts, replies);
      }),
    );
  }

  #choose(parents: readonly string[]): Set<string> {
    const chosen = new Set(parents.filter((ts) => this.of(ts).length > 0));
    const newest = parents.at(-1);
    if (newest !== undefined) chosen.add(newest);
    for (let asked = 0; asked < Math.min(askedAtOnce, parents.length); asked++) {
      const next = parents[this.#turn++ % parents.length];
      if (next !== undefined) chosen.add(next);
    }
    return chosen;
  }
}
