import { ChatOpsError } from '../errors.ts';
import { type Reason, reasonOf } from './reasons.ts';

/**
 * What can go wrong with a call, in three families: LTS could not be reached, LTS refused, LTS's answer was
 * malformed. A fourth never left this process: an argument that the reference does not allow.
 */
export abstract class LtsError extends ChatOpsError {
  /** Whether the same call may be made again and do no harm. */
  abstract readonly isRetrySafe: boolean;
}

/** No whole answer: not connected, cut off, or out of time. */
export class LtsUnreachableError extends LtsError {
  readonly code = 'lts_unreachable';
  readonly isRetrySafe: boolean;
  /** False where no connection was made: then nothing can have happened. */
  readonly wasSent: boolean;
  /** The caller's time ran out. */
  readonly isLate: boolean;

  constructor(failure: Unreached, options?: ErrorOptions) {
    super(failure.message, options);
    this.wasSent = failure.wasSent;
    this.isLate = failure.isLate;
    this.isRetrySafe = failure.isRetrySafe;
  }
}

interface Unreached {
  readonly message: string;
  readonly wasSent: boolean;
  readonly isLate: boolean;
  readonly isRetrySafe: boolean;
}

export interface Refusal {
  readonly status: number;
  /** LTS's own code, such as `LTS.0201`, or the gateway's or IAM's; absent where the body has none. */
  readonly ltsCode: string | undefined;
  /** What the vendor's support asks for. */
  readonly requestId: string | undefined;
  readonly isRetrySafe: boolean;
  /** How long the service asks to wait before the next attempt, in ms. */
  readonly retryAfterMs: number | undefined;
  /** Set where a signature was refused and the service's clock is over 15 minutes from ours: ours minus theirs. */
  readonly clockOffMs: number | undefined;
}

/** LTS, its gateway or IAM answered, and the answer is no. */
export class LtsRefusedError extends LtsError implements Refusal {
  readonly code = 'lts_refused';
  readonly reason: Reason;
  readonly status: number;
  readonly ltsCode: string | undefined;
  readonly requestId: string | undefined;
  readonly isRetrySafe: boolean;
  readonly retryAfterMs: number | undefined;
  readonly clockOffMs: number | undefined;

  constructor(refusal: Refusal) {
    super(describe(refusal));
    this.reason = refusal.clockOffMs === undefined ? reasonOf(refusal.status, refusal.ltsCode) : 'clock_off';
    this.status = refusal.status;
    this.ltsCode = refusal.ltsCode;
    this.requestId = refusal.requestId;
    this.isRetrySafe = refusal.isRetrySafe;
    this.retryAfterMs = refusal.retryAfterMs;
    this.clockOffMs = refusal.clockOffMs;
  }
}

function describe({ status, ltsCode, requestId, clockOffMs }: Refusal): string {
  const clock =
    clockOffMs === undefined
      ? ''
      : `; this clock is ${Math.round(clockOffMs / 60_000)} minutes off the service's, 15 are allowed`;
  return `HTTP ${status} ${ltsCode ?? '(no code)'}, request ${requestId ?? '(no id)'}${clock}`;
}

/** An answer beyond what LTS may send: asked for less, it can be had. */
export class LtsTooLargeError extends LtsError {
  readonly code = 'lts_too_large';
  readonly isRetrySafe = false;
}

/** LTS said again and again that it had not read everything yet: what it sent may lack lines. */
export class LtsIncompleteError extends LtsError {
  readonly code = 'lts_incomplete';
  readonly isRetrySafe = true;
}

/** A 2xx whose body is not what the reference describes. What it was to do may have happened. */
export class LtsMalformedError extends LtsError {
  readonly code = 'lts_malformed';
  readonly isRetrySafe: boolean;
  readonly requestId: string | undefined;

  constructor(message: string, isRetrySafe: boolean, requestId: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.isRetrySafe = isRetrySafe;
    this.requestId = requestId;
  }
}

/** LTS did not confirm a write, and a look at LTS afterwards did not show it either. */
export class LtsUnconfirmedError extends LtsError {
  readonly code = 'lts_unconfirmed';
  /** It was looked for: what was to be made is not there, what was to go is. `unknown`: nobody could look. */
  readonly seen: 'undone' | 'still_there' | 'unknown';
  readonly isRetrySafe: boolean;

  constructor(seen: LtsUnconfirmedError['seen'], cause: unknown) {
    super(
      seen === 'unknown' ? 'not confirmed; it may have happened' : 'not confirmed, and it has not happened',
      { cause },
    );
    this.seen = seen;
    this.isRetrySafe = seen !== 'unknown';
  }
}

/** An argument that LTS does not allow; nothing was sent. */
export class LtsArgumentError extends LtsError {
  readonly code = 'lts_argument';
  readonly isRetrySafe = false;
  readonly field: string;
  readonly allowed: string;
  readonly given: string;

  constructor(field: string, allowed: string, given: unknown) {
    // Messages are logged, and what was given may be words of a search.
    super(`${field} must be ${allowed}`);
    this.field = field;
    this.allowed = allowed;
    this.given = String(given);
  }
}
