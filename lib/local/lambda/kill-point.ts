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
  /** Part of `METHOD path` of the requests that count. */
  readonly at: string;
  /** Answers with this status or a higher one do not count. */
  readonly statusBelow: number;
  /** In small letters. Answers with this header do not count. */
  readonly unlessHeader?: string;
}

/** How an attempt is to end: before any code of the handler runs, or at an answer. */
export type Death = 'beforeRun' | KillPoint;

/** IAM answers at the same address as LTS, under /v3, and has no effect worth dying after. */
const LTS_PATHS = '^/v2/';

/** What shows something to a person; looking somebody up does not, nor does asking where a message is. */
const DELIVERY_PATHS =
  '^/(commands/|actions/|api/(chat\\.(?!getPermalink)|views\\.|files\\.completeUploadExternal))';

export function toDeath({ when, at }: Kill, { lts, slack }: Origins): Death {
  switch (when) {
    case 'beforeRun':
      return 'beforeRun';
    case 'afterLts':
      return { origin: lts, path: LTS_PATHS, at, statusBelow: 600 };
    case 'afterDeliver':
      // What Slack refuses is not delivered; its Web API refuses with 200, and a header.
      return {
        origin: slack,
        path: DELIVERY_PATHS,
        at,
        statusBelow: 300,
        unlessHeader: 'x-slack-failure',
      };
  }
}
