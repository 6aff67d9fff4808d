import type { ServerResponse } from 'node:http';
import { ChatOpsError } from '../../errors.ts';
import { sendJson } from '../http.ts';
import type { JsonObject } from './json.ts';

/** Slack says no. `reason` is Slack's own word for it, e.g. `channel_not_found`. */
export class SlackRefusal extends ChatOpsError {
  readonly code = 'slack_refused';
  readonly reason: string;
  /** What is wrong with which part, as Slack writes it: `no more than 25 items allowed [json-pointer:/blocks/1]`. */
  readonly problems: readonly string[];

  constructor(reason: string, problems: readonly string[] = []) {
    super([reason, ...problems].join('; '));
    this.reason = reason;
    this.problems = problems;
  }

  /** What the answer says beside its error. */
  details(): JsonObject {
    if (this.problems.length === 0) return {};
    const messages = this.problems.map((problem) => `[ERROR] ${problem}`);
    return { errors: [...this.problems], response_metadata: { messages } };
  }
}

/** The app was installed without a scope that the call needs. */
export class MissingScope extends SlackRefusal {
  readonly #needed: readonly string[];
  readonly #provided: readonly string[];

  constructor(needed: readonly string[], provided: readonly string[]) {
    super('missing_scope');
    this.#needed = needed;
    this.#provided = provided;
  }

  override details(): JsonObject {
    return { needed: this.#needed.join(','), provided: this.#provided.join(',') };
  }
}

/** Too much at once. https://docs.slack.dev/apis/web-api/rate-limits#responding-to-rate-limiting-conditions */
export class RateLimited extends SlackRefusal {
  /** Whole seconds, as the header wants them. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('ratelimited');
    this.retryAfter = retryAfter;
  }
}

/** Slack repeats its word in a header. `status` is that of every refusal but the rate limits'. */
export function sendRefusal(
  response: ServerResponse,
  refusal: SlackRefusal,
  status: number,
  headers: Record<string, string> = {},
): void {
  const isRate = refusal instanceof RateLimited;
  sendJson(
    response,
    isRate ? 429 : status,
    { ok: false, error: refusal.reason, ...refusal.details() },
    {
      ...headers,
      'x-slack-failure': refusal.reason,
      ...(isRate && { 'retry-after': String(refusal.retryAfter) }),
    },
  );
}
