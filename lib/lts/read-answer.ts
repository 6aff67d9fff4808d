import * as z from 'zod/mini';
import { LtsMalformedError, LtsRefusedError } from './errors.ts';
import { reasonOf } from './reasons.ts';
import type { Answer } from './transport.ts';

/** The shapes in which LTS, its gateway and IAM say no. Each is an object; strings, HTML and nothing come too. */
const ErrorBody = z.object({
  error_code: z.optional(z.string()),
  errorCode: z.optional(z.string()),
  message: z.optional(z.union([z.object({ code: z.string() }), z.unknown()])),
  error: z.optional(z.unknown()),
  request_id: z.optional(z.string()),
});

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
  const value = parseJson(answer.text);
  const { data: failure } = ErrorBody.safeParse(value);
  const ltsCode = failure && codeOf(failure);
  // A dump that fails is answered 200 with an error code (5.4.1, examples).
  if (answer.status < 200 || answer.status > 299 || ltsCode)
    throw refused(answer, ltsCode, failure?.request_id, isRepeatable);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') || 'the body';
  throw new LtsMalformedError(`${where} is not as the API reference says`, isRepeatable, answer.requestId);
}

function codeOf({ error_code, errorCode, message }: z.infer<typeof ErrorBody>): string | undefined {
  const nested =
    typeof message === 'object' && message !== null && 'code' in message ? message.code : undefined;
  return error_code ?? errorCode ?? (typeof nested === 'string' ? nested : undefined);
}

function refused(
  answer: Answer,
  ltsCode: string | undefined,
  requestId: string | undefined,
  isRepeatable: boolean,
) {
  const { status } = answer;
  const reason = reasonOf(status, ltsCode);
  // Throttled calls were turned away at the gate.
  const isTurnedAway = status === 429 || reason === 'throttled';
  const isClockOff = status === 401 && Math.abs(answer.clockOffMs) > MAX_CLOCK_OFF_MS;
  return new LtsRefusedError({
    status,
    ltsCode,
    requestId: answer.requestId ?? requestId,
    isRetrySafe: isTurnedAway || (isTransient(status) && isRepeatable),
    retryAfterMs: answer.retryAfterMs,
    clockOffMs: isClockOff ? answer.clockOffMs : undefined,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
