import { post } from '../post.ts';
import type { Message } from '../views/message.ts';
import type { Outgoing } from '../views/outgoing.ts';
import { checkTime, DeliveryError, unanswered, verdictOf } from './delivery-error.ts';
import { type Place, placeFields } from './place.ts';

/** Words of our own, which say the same to everybody. */
interface Notice {
  readonly text: string;
  readonly blocks?: never;
}

/**
 * Answers where the person asked. It needs no membership of the bot in the channel, and no token.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 *
 * @throws DeliveryError
 */
export async function postToResponseUrl(
  responseUrl: string,
  message: Outgoing<Message> | Notice,
  place: Place,
  signal: AbortSignal,
): Promise<void> {
  checkTime(signal);
  const body = JSON.stringify({ ...placeFields(place), ...message });
  const headers = { 'content-type': 'application/json' };
  const { status, text, ...answer } = await post(responseUrl, { headers, body, signal }).catch(
    (cause: unknown) => {
      throw unanswered(cause);
    },
  );
  // An answer that breaks off has said the most with its status.
  const reason = readReason(text ?? '');
  if (status < 300 && !reason) return;
  throw new DeliveryError(`Slack answered ${status} ${reason ?? ''}`, verdictOf(status, reason), {
    reason,
    retryAfterMs: readRetryAfter(answer.headers['retry-after']),
  });
}

function readReason(body: string): string | undefined {
  return /"error"\s*:\s*"(\w+)"/.exec(body)?.[1];
}

/** Slack gives whole seconds. https://docs.slack.dev/apis/web-api/rate-limits */
function readRetryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : undefined;
}
