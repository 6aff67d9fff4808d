import type { ChildProcess } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import type { LocalServer } from '../http.ts';
import type { Attempt } from './invocation.ts';
import { exited, failed, type Outcome, timedOut } from './outcome.ts';
import { sendInvocation, serveRuntimeApi } from './runtime-api.ts';
import { type RuntimeProcessOptions, startRuntimeProcess } from './runtime-process.ts';

/** Lambda gives the init phase ten seconds. */
const INIT_SECONDS = 10;
/** How long a process that was told to end may take before it is killed. */
const GRACE_MS = 1_000;

interface Invocation extends Attempt {
  readonly settle: (outcome: Outcome) => void;
  handedOver: boolean;
}

/**
 * One execution environment: a process that runs the real runtime client, one invocation at a time.
 *
 * An invocation ends when the process asks for the next one, or is gone. So whoever has an answer can rely on the
 * environment being idle, or dead, and never in between.
 */
export class Environment {
  /** Settles when the process is gone. */
  readonly exited: Promise<void>;
  readonly #markExited: () => void;
  readonly #options: RuntimeProcessOptions;
  #runtimeApi: LocalServer | undefined;
  #process: ChildProcess | undefined;
  #alive = true;
  #timer: NodeJS.Timeout | undefined;
  #waiting: ServerResponse | undefined;
  #invocation: Invocation | undefined;
  #outcome: Outcome | undefined;

  constructor(options: RuntimeProcessOptions) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.exited = promise;
    this.#markExited = resolve;
  }

  /** Of the process, while there is one. */
  get pid(): number | undefined {
    return this.#alive ? this.#process?.pid : undefined;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Starts the process and runs its first invocation, or the next one. Never rejects. */
  async invoke(attempt: Attempt): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#invocation = { ...attempt, settle: resolve, handedOver: false };
    if (this.#runtimeApi === undefined) await this.#start();
    else this.#handOver();
    return promise;
  }

  /** Ends the process: asked first, then killed. Settles when it is gone. */
  async end(): Promise<void> {
    const process = this.#process;
    if (process === undefined) this.#onExit(null, 'SIGTERM');
    process?.kill('SIGTERM');
    const kill = setTimeout(() => process?.kill('SIGKILL'), GRACE_MS);
    await this.exited;
    clearTimeout(kill);
  }

  async #start(): Promise<void> {
    this.#runtimeApi = await serveRuntimeApi({
      next: (response) => this.#onNext(response),
      outcome: (requestId, outcome) => this.#onOutcome(requestId, outcome),
      initError: (outcome) => this.#kill(outcome),
    });
    if (!this.#alive) return this.#runtimeApi.close();
    this.#process = startRuntimeProcess(this.#options, new URL(this.#runtimeApi.url).host);
    this.#process.once('error', (error) => {
      this.#outcome = failed('Runtime.InvalidEntrypoint', error.message);
      this.#onExit(null, null);
    });
    this.#process.once('exit', (code, signal) => this.#onExit(code, signal));
    this.#limit(INIT_SECONDS);
  }

  #onNext(response: ServerResponse): void {
    clearTimeout(this.#timer);
    this.#waiting = response;
    if (this.#invocation?.handedOver) this.#settle(failed('Runtime.NoResponse', 'No response was posted'));
    else this.#handOver();
  }

  #onOutcome(requestId: string, outcome: Outcome): boolean {
    if (this.#invocation?.requestId !== requestId) return false;
    this.#outcome ??= outcome;
    return true;
  }

  #handOver(): void {
    const invocation = this.#invocation;
    const response = this.#waiting;
    if (invocation === undefined || response === undefined) return;
    this.#waiting = undefined;
    invocation.handedOver = true;
    if (invocation.death === 'beforeRun') {
      this.#process?.kill('SIGKILL');
      return;
    }
    const { fn } = this.#options;
    sendInvocation(response, fn, invocation);
    this.#limit(fn.timeoutSeconds);
  }

  /** From now on the process has this long; then it is killed. */
  #limit(seconds: number): void {
    this.#timer = setTimeout(() => {
      this.#kill(timedOut(this.#invocation?.requestId ?? '', seconds));
    }, seconds * 1_000);
  }

  /** Whatever came first stays the outcome. */
  #kill(outcome: Outcome): void {
    this.#options.log(outcome.payload);
    this.#outcome ??= outcome;
    this.#process?.kill('SIGKILL');
  }

  #onExit(code: number | null, signal: NodeJS.Signals | null): void {
    if (!this.#alive) return;
    this.#alive = false;
    clearTimeout(this.#timer);
    const outcome = exited(this.#invocation?.requestId ?? '', code, signal);
    if (this.#invocation !== undefined && this.#outcome === undefined) this.#options.log(outcome.payload);
    this.#settle(outcome);
    void this.#runtimeApi?.close();
    this.#markExited();
  }

  #settle(otherwise: Outcome): void {
    const invocation = this.#invocation;
    const outcome = this.#outcome ?? otherwise;
    this.#invocation = undefined;
    this.#outcome = undefined;
    invocation?.settle(outcome);
  }
}
