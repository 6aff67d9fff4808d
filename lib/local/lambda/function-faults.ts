import type { HttpFault } from '../fault-answer.ts';
import type { FunctionTarget, TargetFaults } from '../fault-targets.ts';
import type { Subject } from '../faults.ts';
import { type Death, type Origins, toDeath } from './kill-point.ts';
import type { LambdaFunction, Stack } from './stack.ts';

/** The faults of the stack's functions. Which function is which follows from how they are wired. */
export class FunctionFaults {
  readonly #stack: Stack;
  readonly #faults: TargetFaults;
  readonly #origins: Origins;

  constructor(stack: Stack, faults: TargetFaults, origins: Origins) {
    this.#stack = stack;
    this.#faults = faults;
    this.#origins = origins;
  }

  /** For one request that invokes the function. */
  http(fn: LambdaFunction, subject: Subject): HttpFault | undefined {
    const target = this.#targetOf(fn);
    return target && this.#faults.http[target].take(subject);
  }

  /** For one attempt. */
  death(fn: LambdaFunction, subject: Subject): Death | undefined {
    const target = this.#targetOf(fn);
    const kill = target && this.#faults.kills[target].take(subject);
    return kill && toDeath(kill, this.#origins);
  }

  /** For one invocation: whether it is run twice at the same time. */
  isDuplicated(fn: LambdaFunction, subject: Subject): boolean {
    const target = this.#targetOf(fn);
    return target !== undefined && this.#faults.duplicates[target].take(subject) !== undefined;
  }

  #targetOf({ logicalId, asynchronous }: LambdaFunction): FunctionTarget | undefined {
    const { functions, routes } = this.#stack;
    const others = [...functions.values()];
    if (others.some((other) => other.asynchronous.onFailure === logicalId)) return 'failed';
    if (asynchronous.onFailure !== undefined) return 'worker';
    return routes.some(({ functionId }) => functionId === logicalId) ? 'front' : undefined;
  }
}
