import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from './outcome.ts';
import type { LambdaFunction, Stack } from './stack.ts';

/** Lambda's own waits before the first and the second retry, in ms. */
const LAMBDA_DELAYS_MS = [60_000, 120_000] as const;

export interface InvocationOptions {
  readonly stack: Stack;
  readonly run: (fn: LambdaFunction, requestId: string, payload: string) => Promise<Outcome>;
  readonly log: (functionName: string, line: string) => void;
  /** What is waited in place of Lambda's one and two minutes. */
  readonly retryDelaysMs: readonly [number, number];
}

/**
 * Synchronous and asynchronous invocations, and the list of those that are not done.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class Invocations {
  readonly #options: InvocationOptions;
  readonly #open = new Map<string, string>();
  readonly #closing = new AbortController();

  constructor(options: InvocationOptions) {
    this.#options = options;
  }

  /** @throws when the host is closing. */
  async synchronous(fn: LambdaFunction, requestId: string, payload: string): Promise<Outcome> {
    this.#open.set(requestId, `${fn.name} ${requestId} synchronous`);
    try {
      return await this.#run(fn, requestId, payload);
    } finally {
      this.#open.delete(requestId);
    }
  }

  /** Accepts an event. It is in `waiting` from now on until its last attempt, and its failure is handed on. */
  asynchronous(fn: LambdaFunction, requestId: string, payload: string): void {
    this.#open.set(requestId, `${fn.name} ${requestId} asynchronous`);
    this.#process(fn, requestId, payload)
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted)
          this.#options.log(fn.name, `${requestId} is lost: ${String(error)}`);
      })
      .finally(() => this.#open.delete(requestId));
  }

  /** One entry for each invocation that is running, queued, or waits for its next attempt. */
  waiting(): string[] {
    return [...this.#open.values()];
  }

  /** Nothing runs from now on; what waits for a retry is dropped. */
  close(): void {
    this.#closing.abort();
    this.#open.clear();
  }

  async #run(fn: LambdaFunction, requestId: string, payload: string): Promise<Outcome> {
    this.#closing.signal.throwIfAborted();
    return this.#options.run(fn, requestId, payload);
  }

  async #process(fn: LambdaFunction, requestId: string, payload: string): Promise<void> {
    const { maximumRetryAttempts, maximumEventAgeSeconds } = fn.asynchronous;
    const accepted = Date.now();
    let savedMs = 0;
    for (let attempt = 1; ; attempt += 1) {
      this.#open.set(requestId, `${fn.name} ${requestId} asynchronous, attempt ${attempt}`);
      const outcome = await this.#run(fn, requestId, payload);
      if (!outcome.functionError) return;
      this.#closing.signal.throwIfAborted();
      const record = { fn, requestId, payload, outcome, attempts: attempt };
      if (attempt > maximumRetryAttempts) return this.#handOn({ ...record, condition: 'RetriesExhausted' });
      savedMs += await this.#waitForRetry(fn, requestId, attempt);
      // An event's age counts the minutes that Lambda would have waited: what never runs there never runs here.
      if (Date.now() - accepted + savedMs > maximumEventAgeSeconds * 1_000)
        return this.#handOn({ ...record, condition: 'EventAgeExceeded' });
    }
  }

  /** Waits, and gives by how many ms less than Lambda. */
  async #waitForRetry(fn: LambdaFunction, requestId: string, attempt: number): Promise<number> {
    const index = attempt === 1 ? 0 : 1;
    const delay = this.#options.retryDelaysMs[index];
    this.#options.log(fn.name, `${requestId} failed, attempt ${attempt + 1} follows in ${delay} ms`);
    this.#open.set(requestId, `${fn.name} ${requestId} asynchronous, waits for attempt ${attempt + 1}`);
    await wait(delay, undefined, { signal: this.#closing.signal });
    return Math.max(0, LAMBDA_DELAYS_MS[index] - delay);
  }

  #handOn(failure: Failure): void {
    const { fn, requestId, condition } = failure;
    const destination = this.#options.stack.functions.get(fn.asynchronous.onFailure ?? '');
    this.#options.log(fn.name, `${requestId} ${condition}, goes to ${destination?.name ?? 'nobody'}`);
    if (destination !== undefined)
      this.asynchronous(destination, randomUUID(), JSON.stringify(toRecord(failure)));
  }
}

interface Failure {
  readonly fn: LambdaFunction;
  readonly requestId: string;
  readonly payload: string;
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function toRecord({ fn, requestId, payload, outcome, attempts, condition }: Failure): unknown {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId,
      functionArn: `${fn.arn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: JSON.parse(payload),
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: JSON.parse(outcome.payload),
  };
}
