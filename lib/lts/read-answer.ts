import type * as z from 'zod/mini';
import { LtsMalformedError, LtsRefusedError } from './errors.ts';
import { reasonOf } from './reasons.ts';
import type { Answer } from './transport.ts';

/** Statuses that pass: the request may be made again, if making it twice does no harm. */
const isTransient = (status: number) => status === 408 || status === 429 || status >= 500;

/** The vendor's signing guide: a date that differs more is refused. */
const MAX_CLOCK_OFF_MS = 15 * 60_000;

export interface Expected<T extends z.ZodMiniType> {
  readonly schema: T;
  /** Whether making the call twice does no harm. */
  readonly isRepeatable: boolean;
}

/** The body of a good answer. Throws LtsRefusedError or LtsMalformedError for every other. */
export function readAnswer<T extends z.ZodMiniType>(
  answer: Answer,
  { schema, isRepeatable }: Expected<T>,
): z.infer<T> {
  const value = readBody(answer.text);
  const code = readCode(value);
  // A dump that fails is answered 200 with an error code (5.4.1, examples).
  if (answer.status < 200 || answer.status > 299 || code !== undefined) {
    const requestId = answer.requestId ?? textOf(field(value, 'request_id'));
    throw refused({ ...answer, requestId }, code && CODE.exec(code)?.[0], isRepeatable);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') || 'the body';
  throw new LtsMalformedError(`${where} is not as the API reference says`, isRepeatable, answer.requestId);
}

/** `LTS.0201`, `SVCSTG.ALS.200201`, `401`: what is logged and shown is a code, whatever else stands in its place. */
const CODE = /^(?:[A-Za-z]{1,16}\.){0,3}\d{1,8}$/;

/** LTS, its gateway and IAM write their codes in these places; each may be absent, or anything. */
function readCode(value: unknown): string | undefined {
  const places = [
    field(value, 'error_code'),
    field(value, 'errorCode'),
    field(field(value, 'message'), 'code'),
    field(field(value, 'error'), 'code'),
  ];
  return places.map(textOf).find((code) => code !== undefined);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Object(value)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function refused(answer: Answer, ltsCode: string | undefined, isRepeatable: boolean): LtsRefusedError {
  const { status } = answer;
  const reason = reasonOf(status, ltsCode);
  // Throttled calls were turned away at the gate.
  const isTurnedAway = status === 429 || reason === 'throttled';
  const isClockOff = reason === 'bad_signature' && Math.abs(answer.clockOffMs) > MAX_CLOCK_OFF_MS;
  return new LtsRefusedError({
    status,
    ltsCode,
    requestId: answer.requestId,
    isRetrySafe: isTurnedAway || (isTransient(status) && isRepeatable),
    retryAfterMs: answer.retryAfterMs,
    clockOffMs: isClockOff ? answer.clockOffMs : undefined,
  });
}

/** Nothing for no body, the text itself for what is not JSON: no schema takes either for an answer by mistake. */
function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
