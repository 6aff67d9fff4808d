import type { Kill } from '../fault-targets.ts';

/** Where the services are whose answers a process can be killed at, without a trailing slash. */
export interface Origins {
  readonly lts: string;
  readonly slack: string;
}

/** The answer that a process does not survive; `kill-switch.cjs` in the process waits for it. */
interface KillPoint {
  readonly origin: string;
  /** A pattern for the paths of the requests that count. */
  readonly path: string;
}

/** How an attempt is to end: before any code of the handler runs, or at an answer. */
export type Death = 'beforeRun' | KillPoint;

/** IAM answers at the same address as LTS, under /v3, and has no effect worth dying after. */
const LTS_PATHS = '^/v2/';

/** What shows something to a person; looking somebody up does not. */
const DELIVERY_PATHS = '^/(commands/|actions/|api/(chat\\.|views\\.|files\\.completeUploadExternal))';

export function toDeath(kill: Kill, { lts, slack }: Origins): Death {
  switch (kill) {
    case 'beforeRun':
      return 'beforeRun';
    case 'afterLts':
      return { origin: lts, path: LTS_PATHS };
    case 'afterDeliver':
      return { origin: slack, path: DELIVERY_PATHS };
  }
}
