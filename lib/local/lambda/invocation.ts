import type { Subject } from '../faults.ts';
import type { Death } from './kill-point.ts';
import type { LambdaFunction } from './stack.ts';

export interface Invocation {
  readonly fn: LambdaFunction;
  readonly requestId: string;
  readonly payload: string;
  /** What its faults are told by. */
  readonly subject: Subject;
}

/** One run of an invocation. */
export interface Attempt extends Pick<Invocation, 'requestId' | 'payload'> {
  /** How it is made to fail. */
  readonly death: Death | undefined;
}

/** What the faults of an invocation through the Lambda API are told by, be it Lambda itself that invokes. */
export function invokeSubject({ name }: LambdaFunction, payload: string): Subject {
  return { method: 'POST', path: `/2015-03-31/functions/${name}/invocations`, body: payload };
}
