import { ChatOpsError } from '../errors.ts';
import type { Message } from '../views/message.ts';
import { type Place, placeFields } from './place.ts';

/** Slack did not take a message. The URL is a credential, and stays out of the error. */
export class DeliveryError extends ChatOpsError {
  readonly code = 'delivery';
  /** Slack's own word, such as `used_url`; absent where it said none. */
  readonly reason: string | undefined;
  /** Slack would refuse it again. */
  readonly isFinal: boolean;

  constructor(message: string, reason: string | undefined, isFinal: boolean, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.isFinal = isFinal;
  }
}

const TIMEOUT_MS = 10_000;

/**
 * Answers where the person asked, through the response_url. It needs no membership of the bot in the channel.
 *
 * @throws DeliveryError
 */
export async function deliver(
  responseUrl: string,
  message: Pick<Message, 'text'>,
  place: Place,
  signal = AbortSignal.timeout(TIMEOUT_MS),
): Promise<void> {
  const body = JSON.stringify({ ...placeFields(place), ...message });
  const headers = { 'content-type': 'application/json' };
  let status: number;
  let answer: string;
  try {
    const response = await fetch(responseUrl, { method: 'POST', headers, body, redirect: 'error', signal });
    status = response.status;
    answer = await response.text();
  } catch (cause) {
    throw new DeliveryError('Slack gave no answer', undefined, false, { cause });
  }
  const [, reason] = /"error"\s*:\s*"(\w+)"/.exec(answer) ?? [];
  if (status >= 200 && status <= 299 && !reason) return;
  throw new DeliveryError(`Slack answered ${status} ${reason ?? ''}`, reason, status < 500 && status !== 429);
}
