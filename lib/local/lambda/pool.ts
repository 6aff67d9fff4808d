import { Environment } from './environment.ts';
import type { Attempt } from './invocation.ts';
import type { Outcome } from './outcome.ts';
import type { RuntimeProcessOptions } from './runtime-process.ts';

/** The most environments of one function: each is a process of some 50 MB. Lambda's own limit is far higher. */
const LIMIT = 10;

/** The environments of one function. It grows when all are busy and prefers the one used last, as Lambda does. */
export class Pool {
  readonly #options: RuntimeProcessOptions;
  readonly #all = new Set<Environment>();
  readonly #idle: Environment[] = [];
  readonly #queue: ((environment: Environment) => void)[] = [];

  constructor(options: RuntimeProcessOptions) {
    this.#options = options;
  }

  async invoke(attempt: Attempt): Promise<Outcome> {
    const environment = await this.#take();
    const outcome = await environment.invoke(attempt);
    this.#giveBack(environment);
    return outcome;
  }

  /** The ids of the processes that live. */
  pids(): number[] {
    return [...this.#all].flatMap(({ pid }) => pid ?? []);
  }

  async close(): Promise<void> {
    this.#queue.length = 0;
    await Promise.all([...this.#all].map((environment) => environment.end()));
  }

  async #take(): Promise<Environment> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop())
      if (idle.alive) return idle;
    if (this.#all.size < LIMIT) return this.#add();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #add(): Environment {
    const environment = new Environment(this.#options);
    this.#all.add(environment);
    void environment.exited.then(() => this.#all.delete(environment));
    return environment;
  }

  #giveBack(environment: Environment): void {
    const next = this.#queue.shift();
    if (next !== undefined) next(environment.alive ? environment : this.#add());
    else if (environment.alive) this.#idle.push(environment);
  }
}
