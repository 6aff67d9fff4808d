import type { Reason } from '../lts/reasons.ts';

/** For each reason why LTS refuses: what happened, and what to do about it. */
export type Refusals = Readonly<Record<Reason, readonly [what: string, remedy: string]>>;
