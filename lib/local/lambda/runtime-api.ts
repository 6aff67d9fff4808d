import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, readBody, sendJson, serve } from '../http.ts';
import type { Attempt } from './invocation.ts';
import { failed, type Outcome, succeeded } from './outcome.ts';
import type { LambdaFunction } from './stack.ts';

/** Lambda's limit on an answer: 6 MB and a little. */
const RESPONSE_BYTES = 6_291_556;

/** What an environment's process says to its host. */
export interface RuntimeEvents {
  /** It is ready for an invocation. The answer to `response` is the invocation. */
  next(response: ServerResponse): void;
  /** It has an outcome for the invocation in hand. False: that is not the one in hand. */
  outcome(requestId: string, outcome: Outcome): boolean;
  /** Its code could not be loaded. */
  initError(outcome: Outcome): void;
}

const PREFIX = '/2018-06-01/runtime';

/**
 * The Runtime API of one environment; the path of a request cannot say which environment sent it.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export function serveRuntimeApi(events: RuntimeEvents): Promise<LocalServer> {
  return serve(0, async (request, response, url) => {
    const call = `${request.method} ${url.pathname}`;
    if (call === 'GET /local/host-is-there') return;
    if (call === `GET ${PREFIX}/invocation/next`) return events.next(response);
    if (call === `POST ${PREFIX}/init/error`) {
      events.initError({ functionError: true, payload: (await readBody(request)).toString() });
      return sendJson(response, 202, { status: 'OK' });
    }
    const [, requestId, kind] =
      /^POST \/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/.exec(call) ?? [];
    if (requestId === undefined)
      return sendJson(response, 404, { errorType: 'NotFound', errorMessage: call });
    await takeOutcome(events, decodeURIComponent(requestId), kind === 'error', request, response);
  });
}

/** The answer to `next`. `local-kill` is for the stand-in of the runtime client's native part. */
export function sendInvocation(
  response: ServerResponse,
  { arn, timeoutSeconds }: LambdaFunction,
  { requestId, payload, death }: Attempt,
): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'lambda-runtime-aws-request-id': requestId,
    'lambda-runtime-deadline-ms': String(Date.now() + timeoutSeconds * 1_000),
    'lambda-runtime-invoked-function-arn': arn,
    'lambda-runtime-trace-id': traceId(),
    ...(death !== undefined && { 'local-kill': JSON.stringify(death) }),
  });
  response.end(payload);
}

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader */
function traceId(): string {
  const seconds = Math.floor(Date.now() / 1_000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
}

async function takeOutcome(
  events: RuntimeEvents,
  requestId: string,
  functionError: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const tooLarge = body.length > RESPONSE_BYTES;
  const message = `Response payload size exceeded maximum allowed payload size (${RESPONSE_BYTES} bytes).`;
  const outcome = tooLarge
    ? failed('Function.ResponseSizeTooLarge', message)
    : functionError
      ? { functionError, payload: body.toString() }
      : succeeded(body.toString());
  if (!events.outcome(requestId, outcome))
    sendJson(response, 400, { errorType: 'InvalidRequestID', errorMessage: 'Invalid request ID' });
  else if (tooLarge) sendJson(response, 413, { errorType: 'RequestEntityTooLarge', errorMessage: message });
  else sendJson(response, 202, { status: 'OK' });
}
