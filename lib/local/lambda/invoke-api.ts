import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerWith } from '../fault-answer.ts';
import { type HttpServer, readBody, sendJson, serve } from '../http.ts';
import type { FunctionFaults } from './function-faults.ts';
import { ACCOUNT, REGION } from './intrinsics.ts';
import { invokeSubject } from './invocation.ts';
import type { Invocations } from './invocations.ts';
import type { LambdaFunction, Stack } from './stack.ts';

/** Limits on a request's body, in bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const BODY_BYTES = { Event: 1_048_576, RequestResponse: 6_291_456 } as const;

const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** The Lambda API, as far as it invokes. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export function serveInvokeApi(
  stack: Stack,
  invocations: Invocations,
  faults: FunctionFaults,
): Promise<HttpServer> {
  return serve(0, async (request, response, url) => {
    const requestId = randomUUID();
    response.setHeader('x-amzn-requestid', requestId);
    const body = await readBody(request);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
      return refuse(response, 403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
    const [, encodedName] = INVOKE_PATH.exec(url.pathname) ?? [];
    if (request.method !== 'POST' || encodedName === undefined)
      return refuse(response, 404, 'UnknownOperationException', `${request.method} ${url.pathname}`);
    const fn = findFunction(stack, decodeURIComponent(encodedName));
    if (fn === undefined)
      return refuse(response, 404, 'ResourceNotFoundException', `Function not found: ${encodedName}`);
    const fault = faults.http(fn, invokeSubject(fn, body.toString()));
    await answerWith(fault, response, () => invoke(invocations, { fn, requestId, body }, request, response));
  });
}

interface Call {
  readonly fn: LambdaFunction;
  readonly requestId: string;
  readonly body: Buffer;
}

async function invoke(
  invocations: Invocations,
  { fn, requestId, body }: Call,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type !== 'Event' && type !== 'RequestResponse')
    return refuse(response, 400, 'InvalidParameterValueException', `Unknown invocation type: ${type}`);
  if (body.length > BODY_BYTES[type]) {
    const message = `Request must be smaller than ${BODY_BYTES[type]} bytes for the InvokeFunction operation`;
    return refuse(response, 413, 'RequestTooLargeException', message);
  }
  const payload = body.length === 0 ? '{}' : body.toString();
  if (!isJson(payload))
    return refuse(response, 400, 'InvalidRequestContentException', 'Could not parse request body into json');
  const invocation = { fn, requestId, payload, subject: invokeSubject(fn, payload) };
  if (type === 'Event') {
    invocations.asynchronous(invocation);
    response.writeHead(202).end();
    return;
  }
  const outcome = await invocations.synchronous(invocation);
  response.writeHead(200, {
    'content-type': 'application/json',
    'x-amz-executed-version': '$LATEST',
    ...(outcome.functionError ? { 'x-amz-function-error': 'Unhandled' } : {}),
  });
  response.end(outcome.payload);
}

/** By name, partial ARN or ARN, each with or without the qualifier `$LATEST`. */
function findFunction(stack: Stack, name: string): LambdaFunction | undefined {
  const prefix = new RegExp(`^(?:(?:arn:aws:lambda:${REGION}:)?${ACCOUNT}:function:)?`);
  const plain = name.replace(prefix, '').replace(/:\$LATEST$/, '');
  return [...stack.functions.values()].find((fn) => fn.name === plain);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  sendJson(response, status, { Type: 'User', Message: message }, { 'x-amzn-errortype': type });
}
