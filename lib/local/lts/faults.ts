import type { JsonObject } from '../json.ts';
import type { Answer } from './answer.ts';
import { isStringMap, wholeNumber } from './fields.ts';
import type { ReceivedRequest } from './verify-signature.ts';

/** Something that is to go wrong with the next requests that it matches. */
export interface Fault {
  readonly method?: string;
  /** Part of the path. */
  readonly path?: string;
  readonly bodyIncludes?: string;
  /** Answered in place of what the call would have answered, when it has a status or a body. */
  readonly answer?: Answer;
  readonly delayMs: number;
  /** Close the connection without an answer. */
  readonly abort: boolean;
  /** Close the connection in the middle of the answer. */
  readonly truncate: boolean;
  times: number;
}

/** The faults that are waiting, oldest first. */
export class Faults {
  private waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push(fault);
  }

  clear(): void {
    this.waiting = [];
  }

  /** The oldest fault for this request, used up by one. */
  take(request: ReceivedRequest): Fault | undefined {
    const fault = this.waiting.find((candidate) => matches(candidate, request));
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.waiting = this.waiting.filter((other) => other !== fault);
    return fault;
  }
}

const matchable = new Set(['method', 'path', 'bodyIncludes']);

/** Reads a fault from the body that asks for it, or says what is wrong with that. */
export function readFault(body: JsonObject): Fault | string {
  const { match = {}, status, headers = {}, delayMs = 0, times = 1, abort = false, truncate = false } = body;
  if (!isStringMap(match) || !Object.keys(match).every((name) => matchable.has(name))) {
    return 'match may hold these strings: method, path, bodyIncludes';
  }
  if (!isStringMap(headers)) return 'headers must hold strings';
  if (typeof abort !== 'boolean' || typeof truncate !== 'boolean')
    return 'abort and truncate must be booleans';
  const numbers = {
    delayMs: wholeNumber(delayMs),
    times: wholeNumber(times),
    status: wholeNumber(status ?? 200),
  };
  if (numbers.delayMs === undefined || numbers.delayMs < 0)
    return 'delayMs must be a whole number of milliseconds';
  if (numbers.times === undefined || numbers.times < 1) return 'times must be a whole number from 1';
  if (numbers.status === undefined || numbers.status < 200 || numbers.status > 599)
    return 'status must be 200 to 599';
  const answers = status !== undefined || body.body !== undefined;
  return {
    ...match,
    ...(answers && { answer: { status: numbers.status, headers, body: body.body } }),
    delayMs: numbers.delayMs,
    times: numbers.times,
    abort,
    truncate,
  };
}

function matches(fault: Fault, { method, path, body }: ReceivedRequest): boolean {
  return (
    (fault.method ?? method).toUpperCase() === method &&
    path.includes(fault.path ?? '') &&
    body.includes(fault.bodyIncludes ?? '')
  );
}
