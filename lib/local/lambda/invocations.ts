import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Trace } from '../trace.ts';
import { type Failure, toRecord } from './failure.ts';
import type { FunctionFaults } from './function-faults.ts';
import { type Attempt, type Invocation, invokeSubject } from './invocation.ts';
import type { Outcome } from './outcome.ts';
import type { LambdaFunction, Stack } from './stack.ts';

/** Lambda's own waits before the first and the second retry, in ms. */
const LAMBDA_DELAYS_MS = [60_000, 120_000] as const;

export interface InvocationOptions {
  readonly stack: Stack;
  readonly faults: FunctionFaults;
  readonly run: (fn: LambdaFunction, attempt: Attempt) => Promise<Outcome>;
  readonly log: (functionName: string, line: string) => void;
  /** What is waited in place of Lambda's one and two minutes. */
  readonly retryDelaysMs: readonly [number, number];
  /** Is told of what was handed over, and of each attempt at it. */
  readonly trace?: Trace;
}

/**
 * Synchronous and asynchronous invocations, and the list of those that are not done.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class Invocations {
  readonly #options: InvocationOptions;
  readonly #open = new Set<{ state: string }>();
  readonly #closing = new AbortController();

  constructor(options: InvocationOptions) {
    this.#options = options;
  }

  /**
   * Of an invocation that a fault makes twice, as if the caller had sent it again, the first outcome is given.
   *
   * @throws when the host is closing.
   */
  synchronous(invocation: Invocation): Promise<Outcome> {
    return Promise.race(this.#copies(invocation).map((copy) => this.#runListed(copy)));
  }

  /**
   * Accepts an event. It is in `waiting` from now on until its last attempt, and its failure is handed on. At least
   * once is what Lambda promises, so a fault can make it twice: then both go their whole ways, at the same time.
   */
  asynchronous(invocation: Invocation, delayMs = 0): void {
    for (const copy of this.#copies(invocation)) this.#accept(copy, delayMs);
  }

  /** One entry for each invocation that is running, queued, or waits for its next attempt. */
  waiting(): string[] {
    return [...this.#open].map(({ state }) => state);
  }

  /** Nothing runs from now on; what waits for a retry is dropped. */
  close(): void {
    this.#closing.abort();
    this.#open.clear();
  }

  #copies(invocation: Invocation): Invocation[] {
    const isDuplicated = this.#options.faults.isDuplicated(invocation.fn, invocation.subject);
    return isDuplicated ? [invocation, invocation] : [invocation];
  }

  async #runListed(invocation: Invocation): Promise<Outcome> {
    const entry = { state: `${nameOf(invocation)} synchronous` };
    this.#open.add(entry);
    try {
      return await this.#run(invocation);
    } finally {
      this.#open.delete(entry);
    }
  }

  #accept(invocation: Invocation, delayMs: number): void {
    const { fn, requestId } = invocation;
    const entry = { state: `${nameOf(invocation)} asynchronous` };
    this.#open.add(entry);
    this.#process(invocation, entry, delayMs)
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted)
          this.#options.log(fn.name, `${requestId} is lost: ${String(error)}`);
      })
      .finally(() => this.#open.delete(entry));
  }

  async #run({ fn, requestId, payload, subject }: Invocation): Promise<Outcome> {
    this.#closing.signal.throwIfAborted();
    const death = this.#options.faults.death(fn, subject);
    return this.#options.run(fn, { requestId, payload, death });
  }

  async #process(invocation: Invocation, entry: { state: string }, delayMs: number): Promise<void> {
    const { maximumRetryAttempts, maximumEventAgeSeconds } = invocation.fn.asynchronous;
    const name = `${nameOf(invocation)} asynchronous`;
    const accepted = Date.now();
    const { fn, requestId, payload } = invocation;
    const tell = this.#options.trace?.job({ function: fn.name, requestId, payload });
    let savedMs = 0;
    if (delayMs > 0) await wait(delayMs, undefined, { signal: this.#closing.signal });
    for (let attempt = 1; ; attempt += 1) {
      entry.state = `${name}, attempt ${attempt}`;
      const start = performance.now();
      const outcome = await this.#run(invocation);
      tell?.({ ms: Math.round(performance.now() - start), failed: outcome.functionError });
      if (!outcome.functionError) return;
      this.#closing.signal.throwIfAborted();
      const record = { ...invocation, outcome, attempts: attempt };
      if (attempt > maximumRetryAttempts) return this.#handOn({ ...record, condition: 'RetriesExhausted' });
      entry.state = `${name}, waits for attempt ${attempt + 1}`;
      savedMs += await this.#waitForRetry(invocation, attempt);
      // An event's age counts the minutes that Lambda would have waited: what never runs there never runs here.
      if (Date.now() - accepted + savedMs > maximumEventAgeSeconds * 1_000)
        return this.#handOn({ ...record, condition: 'EventAgeExceeded' });
    }
  }

  /** Waits, and gives by how many ms less than Lambda. */
  async #waitForRetry({ fn, requestId }: Invocation, attempt: number): Promise<number> {
    const index = attempt === 1 ? 0 : 1;
    const delay = this.#options.retryDelaysMs[index];
    this.#options.log(fn.name, `${requestId} failed, attempt ${attempt + 1} follows in ${delay} ms`);
    await wait(delay, undefined, { signal: this.#closing.signal });
    return Math.max(0, LAMBDA_DELAYS_MS[index] - delay);
  }

  #handOn(failure: Failure): void {
    const { fn, requestId, condition } = failure;
    const { stack, faults, log } = this.#options;
    const destination = stack.functions.get(fn.asynchronous.onFailure ?? '');
    log(fn.name, `${requestId} ${condition}, goes to ${destination?.name ?? 'nobody'}`);
    if (destination === undefined) return;
    const payload = JSON.stringify(toRecord(failure));
    const subject = invokeSubject(destination, payload);
    const delayMs = faults.http(destination, subject)?.delayMs;
    this.asynchronous({ fn: destination, requestId: randomUUID(), payload, subject }, delayMs);
  }
}

function nameOf({ fn, requestId }: Invocation): string {
  return `${fn.name} ${requestId}`;
}
