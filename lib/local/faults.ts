import type { IncomingMessage } from 'node:http';
import { readBody } from './http.ts';

/** Where faults look whether they are meant: a request, or what stands for one. */
export interface Subject {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** Text or bytes. */
  readonly body: { includes(part: string): boolean };
}

/** A form is looked at as it was sent, and as what it says: Slack's commands and clicks are forms. */
export async function subjectOf(request: IncomingMessage): Promise<Subject> {
  const { method = '', url: path = '', headers } = request;
  const body = await readBody(request);
  if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return { method, path, body };
  const text = body.toString();
  return { method, path, body: [text, ...new URLSearchParams(text).values()].join('\n') };
}

/** Every part that is given must fit. */
export interface Match {
  readonly method?: string;
  /** Part of the path. */
  readonly path?: string;
  readonly bodyIncludes?: string;
}

/** Something that is to go wrong with the next `times` subjects that it matches. */
export interface Fault<Effect> {
  readonly match: Match;
  readonly effect: Effect;
  readonly times: number;
}

/** The faults that are waiting at one place, oldest first. */
export class Faults<Effect> {
  #waiting: { readonly fault: Fault<Effect>; left: number }[] = [];

  add(fault: Fault<Effect>): void {
    this.#waiting.push({ fault, left: fault.times });
  }

  /** How often this one is still to come. */
  left(fault: Fault<Effect>): number {
    return this.#waiting.find((entry) => entry.fault === fault)?.left ?? 0;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** What the oldest fault for this subject does; that fault is used up by one. */
  take(subject: Subject): Effect | undefined {
    const entry = this.#waiting.find(({ fault }) => fits(fault.match, subject));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left === 0) this.#waiting = this.#waiting.filter((other) => other !== entry);
    return entry.fault.effect;
  }
}

function fits(match: Match, { method, path, body }: Subject): boolean {
  return (
    (match.method ?? method).toUpperCase() === method &&
    path.includes(match.path ?? '') &&
    body.includes(match.bodyIncludes ?? '')
  );
}
