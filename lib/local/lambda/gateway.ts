import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerWith } from '../fault-answer.ts';
import { subjectOf } from '../faults.ts';
import { type RequestHandler, readBody, sendJson } from '../http.ts';
import type { FunctionFaults } from './function-faults.ts';
import { toHttpAnswer } from './http-answer.ts';
import { toHttpEvent } from './http-event.ts';
import type { Invocations } from './invocations.ts';
import type { Outcome } from './outcome.ts';
import type { Route, Stack } from './stack.ts';

/** An HTTP API takes ten megabytes, but the function's event no more than six. */
const BODY_BYTES = 10_485_760;
const EVENT_BYTES = 6_291_456;

/** The HTTP API of the stack. */
export function createGateway(
  stack: Stack,
  invocations: Invocations,
  faults: FunctionFaults,
): RequestHandler {
  return async (request, response, url) => {
    const requestId = randomUUID();
    response.setHeader('apigw-requestid', requestId);
    const body = await readBody(request);
    const route = findRoute(stack.routes, request.method ?? '', url.pathname);
    const fn = stack.functions.get(route?.functionId ?? '');
    if (route === undefined || fn === undefined) return refuse(response, 404, 'Not Found');
    const payload = JSON.stringify(toHttpEvent({ route, requestId, request, url, body }));
    if (body.length > BODY_BYTES || Buffer.byteLength(payload) > EVENT_BYTES)
      return refuse(response, 413, 'Request Entity Too Large');
    const subject = await subjectOf(request);
    const invocation = { fn, requestId: randomUUID(), payload, subject };
    await answerWith(faults.http(fn, subject), response, async () => {
      const outcome = await withinTime(invocations.synchronous(invocation), route.timeoutMs);
      if (outcome === 'late') refuse(response, 503, 'Service Unavailable');
      else answer(response, outcome);
    });
  };
}

/** The most specific route: the method and path, then any method, then `$default`. */
function findRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  for (const key of [`${method} ${path}`, `ANY ${path}`, '$default']) {
    const route = routes.find((candidate) => candidate.key === key);
    if (route !== undefined) return route;
  }
  return undefined;
}

/** The function itself goes on when the API no longer waits for it. */
async function withinTime(outcome: Promise<Outcome>, ms: number): Promise<Outcome | 'late'> {
  const done = new AbortController();
  const late = wait(ms, 'late' as const, { signal: done.signal }).catch(() => 'late' as const);
  return Promise.race([outcome, late]).finally(() => done.abort());
}

function answer(response: ServerResponse, outcome: Outcome): void {
  const http = outcome.functionError ? undefined : toHttpAnswer(outcome.payload);
  if (http === undefined) {
    refuse(response, 500, 'Internal Server Error');
    return;
  }
  if (http.cookies.length > 0) response.setHeader('set-cookie', [...http.cookies]);
  response.writeHead(http.status, { ...http.headers, 'content-length': http.body.length });
  response.end(http.body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { message });
}
