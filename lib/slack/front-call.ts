import type { Secret } from '../aws/secrets.ts';
import { endWith } from '../end-with.ts';
import { postAnew } from '../post.ts';
import { deadlineIn } from './deadline.ts';
import { checkTime, DeliveryError, unanswered, verdictOf } from './delivery-error.ts';
import { TOKEN_REFUSALS } from './token-refusals.ts';

type Answer = Readonly<Record<string, unknown>>;

/**
 * A call of Slack's Web API by the front function, until a time in ms: a WebClient would cost every cold start, and a
 * few calls do not need it. Gives the whole answer of a call that Slack has carried out.
 *
 * @throws DeliveryError, and what reading the token throws: then nothing has left
 */
export type FrontCall = (method: string, fields: object, until: number) => Promise<Answer>;

/** `apiUrl` is Slack's Web API, with a slash at the end; `now` is in ms. */
export function createFrontCall(apiUrl: string, botToken: Secret, now: () => number): FrontCall {
  return async (method, fields, until) => {
    const { signal } = deadlineIn(until - now());
    checkTime(signal);
    const token = await endWith(botToken.read(), signal);
    // What node:http says of a header that cannot be quotes it.
    if (!/^[\w.-]+$/.test(token)) throw new DeliveryError('the bot token is none', 'elsewhere');
    const { status, answer, isRepeated } = await ask(`${apiUrl}${method}`, token, fields, signal);
    const { ok, error } = answer;
    if (status === 200 && ok === true) return answer;
    const reason = typeof error === 'string' ? error : undefined;
    if (reason !== undefined && TOKEN_REFUSALS.includes(reason)) botToken.doubt();
    // What refuses the second request says nothing of the first.
    const verdict = isRepeated ? 'unsure' : verdictOf(status, reason);
    throw new DeliveryError(`Slack answered ${status} ${reason ?? ''}`, verdict, { reason });
  };
}

/** @throws DeliveryError without a whole answer */
async function ask(url: string, token: string, fields: object, signal: AbortSignal) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const body = JSON.stringify(fields);
  const {
    status,
    text = '',
    isRepeated,
  } = await postAnew(url, { headers, body, signal }).catch((cause: unknown) => {
    throw unanswered(cause);
  });
  try {
    return { status, answer: toObject(JSON.parse(text)), isRepeated };
  } catch (cause) {
    // One of 200 that breaks off was carried out.
    const verdict = status < 300 ? 'unsure' : verdictOf(status);
    throw new DeliveryError(`Slack answered ${status}, and not in JSON`, verdict, {}, { cause });
  }
}

export function toObject(value: unknown): Answer {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
