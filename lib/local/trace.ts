import type { Call } from './call.ts';
import { type Size, sizesIn } from './slack/blocks/sizes.ts';

/** A request of Slack's to the bot, as it was sent. */
interface Request {
  /** In words, for people. */
  readonly what: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the bot answered; status 0 when it did not, and why in the body. */
interface Acknowledgement {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

interface Attempt {
  readonly ms: number;
  readonly failed: boolean;
}

/** An invocation that the bot handed over, and how often it was tried. */
interface Job {
  readonly function: string;
  readonly requestId: string;
  readonly payload: string;
  readonly attempts: Attempt[];
}

interface SlackCall extends Call {
  /** Slack's word for its no, and what is wrong with which part; empty when it took the call. */
  readonly refusal: readonly string[];
  readonly sizes: readonly Size[];
}

interface Interaction {
  readonly at: number;
  readonly request: Request;
  acknowledgement: Acknowledgement | null;
  readonly jobs: Job[];
  readonly lts: Call[];
  readonly slack: SlackCall[];
}

/** More than that is not kept of one interaction, nor of one text. */
const MAX_CALLS = 100;
const MAX_TEXT = 64 * 1024;

/**
 * What followed from what a person did last, seen from outside of the bot. What is not told by time alone is told by
 * nothing: of two people who do something at once, the later one has the calls of both.
 */
export class Trace {
  readonly #now: () => number;
  #last: Interaction | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins an interaction. Whoever gets the bot's answer tells it to what is returned. */
  begin(request: Request): (acknowledgement: Acknowledgement) => void {
    const body = request.body.slice(0, MAX_TEXT);
    const last: Interaction = {
      at: this.#now(),
      request: { ...request, body },
      acknowledgement: null,
      jobs: [],
      lts: [],
      slack: [],
    };
    this.#last = last;
    return (acknowledgement) => {
      last.acknowledgement = acknowledgement;
    };
  }

  /** Keeps a job; what is returned is told how each attempt at it went. */
  job(job: Omit<Job, 'attempts'>): (attempt: Attempt) => void {
    const kept = { ...job, payload: job.payload.slice(0, MAX_TEXT), attempts: [] as Attempt[] };
    if (this.#last !== undefined && this.#last.jobs.length < MAX_CALLS) this.#last.jobs.push(kept);
    return (attempt) => kept.attempts.push(attempt);
  }

  lts(call: Call): void {
    keep(this.#last?.lts, { ...call, body: call.body.slice(0, MAX_TEXT) });
  }

  /** `contentType` says how to read the body. */
  slack(call: Call, contentType: string, refusal: readonly string[]): void {
    const sizes = sizesIn(contentType, call.body);
    keep(this.#last?.slack, { ...call, body: call.body.slice(0, MAX_TEXT), refusal, sizes });
  }

  /** As JSON, with what opens anything masked; null when nobody has done anything yet. */
  describe(): unknown {
    return JSON.parse(mask(JSON.stringify(this.#last ?? null)));
  }
}

function keep<T>(calls: T[] | undefined, call: T): void {
  if (calls !== undefined && calls.length < MAX_CALLS) calls.push(call);
}

/** A signature is good for one body and five minutes; tokens and the URLs that Slack gives out are good for more. */
function mask(json: string): string {
  return json
    .replaceAll(/xox[a-z]-[\w-]+/g, 'xox…***')
    .replaceAll(
      /((?:commands|actions)(?:\/|%2F)T\w+(?:\/|%2F)|upload(?:\/|%2F)v1(?:\/|%2F))[\w-]+/gi,
      '$1***',
    );
}
