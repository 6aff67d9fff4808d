import type { Request } from './schemas.ts';
import type { Workspace } from './workspace.ts';

/** How often one looks: LTS remembers its latest 1,000 requests. */
const EVERY_MS = 1_000;

/** Remembers all requests that LTS has had while it is watched. */
export class Requests {
  readonly #workspace: Workspace;
  /** By what they were; the same thing may have been asked several times within a millisecond. */
  readonly #known = new Map<string, readonly Request[]>();
  readonly #timer: NodeJS.Timeout;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#timer = setInterval(() => void this.look().catch(() => {}), EVERY_MS);
  }

  /** All of them, in no order, with what is known of their answers by now. */
  async look(): Promise<Request[]> {
    const latest = await this.#workspace.requests();
    const keyOf = ({ at, method, path, body }: Request) => JSON.stringify([at, method, path, body]);
    for (const [key, same] of Map.groupBy(latest, keyOf))
      if (same.length >= (this.#known.get(key)?.length ?? 0)) this.#known.set(key, same);
    return [...this.#known.values()].flat();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
