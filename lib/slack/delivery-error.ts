import { ChatOpsError } from '../errors.ts';

/** What can be done about something that Slack did not take. */
export type Verdict =
  /** It was not taken, and the same may be taken in a moment. */
  | 'again'
  /** It cannot go this way, and may go another. */
  | 'elsewhere'
  /** It cannot go any way: what is in it is not allowed. */
  | 'content'
  /** It left, and nobody knows whether it was taken. */
  | 'unsure';

/** Slack did not take something, or did not say. A response_url is a credential, and stays out of the error. */
export class DeliveryError extends ChatOpsError {
  readonly code = 'delivery';
  readonly verdict: Verdict;
  /** Slack's own word, such as `used_url`; absent where it said none. */
  readonly reason: string | undefined;
  /** What Slack's Retry-After asks for. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, verdict: Verdict, details: Details = {}, options?: ErrorOptions) {
    super(message, options);
    this.verdict = verdict;
    this.reason = details.reason;
    this.retryAfterMs = details.retryAfterMs;
  }
}

interface Details {
  readonly reason?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** By the status, and by Slack's own word for why it refuses: its Web API refuses with 200. */
export function verdictOf(status: number, reason = ''): Verdict {
  if (status >= 500 || status === 429) return 'again';
  // Slack's own failures, of which it says that a part may have been done.
  // https://docs.slack.dev/reference/methods/chat.postMessage#errors
  if (/^(internal_error|fatal_error)$/.test(reason)) return 'unsure';
  if (/block|too_long|no_text|invalid_payload|invalid_arg|attachment/.test(reason)) return 'content';
  return /^(ratelimited|rate_limited|service_unavailable|request_timeout)$/.test(reason)
    ? 'again'
    : 'elsewhere';
}

/** What is known when no answer came: a request that ran out of time may have been taken, one that broke was not. */
export function unanswered(cause: unknown): DeliveryError {
  return new DeliveryError('Slack gave no answer', isLate(cause) ? 'unsure' : 'again', {}, { cause });
}

/** To be asked before anything leaves. @throws DeliveryError when the time is over: then nothing was taken */
export function checkTime(signal: AbortSignal): void {
  if (signal.aborted) throw new DeliveryError('there was no time left to ask Slack', 'again');
}

/** Whether a signal ended it. */
export function isLate(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError');
}
