import {
  SlackError,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { endWith } from '../end-with.ts';
import { checkTime, DeliveryError, isLate, unanswered, verdictOf } from './delivery-error.ts';

/** A call of Slack's Web API. The WebClient has a time limit of its own, and no signal. @throws DeliveryError */
export async function callSlack<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  checkTime(signal);
  try {
    return await endWith(call(), signal);
  } catch (error) {
    throw translate(error);
  }
}

function translate(cause: unknown): DeliveryError {
  if (cause instanceof WebAPIPlatformError) {
    const reason = cause.data.error;
    return new DeliveryError(`Slack refused: ${reason}`, verdictOf(200, reason), { reason }, { cause });
  }
  if (cause instanceof WebAPIRateLimitedError) {
    const retryAfterMs = cause.retryAfter * 1_000;
    return new DeliveryError('Slack is asked too often', 'again', { retryAfterMs }, { cause });
  }
  if (cause instanceof WebAPIHTTPError) {
    const { statusCode } = cause;
    return new DeliveryError(`Slack answered ${statusCode}`, verdictOf(statusCode), {}, { cause });
  }
  if (cause instanceof WebAPIRequestError) return unanswered(cause.original);
  if (isLate(cause)) return unanswered(cause);
  if (cause instanceof SlackError) return new DeliveryError(cause.message, 'elsewhere', {}, { cause });
  // The WebClient looks at the status first. What breaks later is an answer of 200: the call was taken.
  return new DeliveryError('Slack’s answer broke off', 'unsure', {}, { cause });
}
