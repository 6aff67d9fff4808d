import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, sendAnswer } from './answer.ts';
import { type Faults, subjectOf } from './faults.ts';
import type { RequestHandler } from './http.ts';

/** What goes wrong with one request. */
export interface HttpFault {
  /** Takes the place of the usual answer; what was asked for is then not done. */
  readonly answer: Answer | undefined;
  /** Beside those of the answer, and in place of those with the same name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request is held for so long. Then it is carried out, whether or not somebody still waits for the answer. */
  readonly delayMs: number;
  /** Close the connection without an answer; what was asked for is not done. */
  readonly abort: boolean;
  /** Close the connection in the middle of the answer. */
  readonly truncate: boolean;
}

/** Whether anything goes wrong at all. */
export function isFelt({ answer, headers, delayMs, abort, truncate }: HttpFault): boolean {
  return answer !== undefined || Object.keys(headers).length > 0 || delayMs > 0 || abort || truncate;
}

/** Puts faults in front of a handler. */
export function withFaults(faults: Faults<HttpFault>, handle: RequestHandler): RequestHandler {
  return async (request, response, url) => {
    const fault = faults.take(await subjectOf(request));
    await answerWith(fault, response, () => handle(request, response, url));
  };
}

/** Answers as the fault says, and as usual where it says nothing. */
export async function answerWith(
  fault: HttpFault | undefined,
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  if (fault === undefined) return answer();
  if (fault.delayMs > 0) await sleep(fault.delayMs, undefined, { ref: false });
  if (fault.abort) {
    response.destroy();
    return;
  }
  putHeaders(response, fault.headers);
  if (fault.truncate) cutInHalf(response);
  if (fault.answer === undefined) return answer();
  sendAnswer(response, fault.answer);
}

/** They win, whoever writes the others. */
function putHeaders(response: ServerResponse, headers: HttpFault['headers']): void {
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead(status: number, others: OutgoingHttpHeaders = {}) {
      for (const set of [others, headers])
        for (const [name, value] of Object.entries(set))
          if (value !== undefined) response.setHeader(name, value);
      return writeHead(status);
    },
  });
}

/**
 * Half of the body is all that will leave, whoever writes it. Of a body that has no halves nothing leaves, not even
 * the status: it would be a whole answer.
 */
function cutInHalf(response: ServerResponse): void {
  const write = response.write.bind(response);
  const parts: Buffer[] = [];
  const keep = (part: unknown) => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
    return true;
  };
  const end = (part?: unknown) => {
    keep(part);
    const whole = Buffer.concat(parts);
    const half = whole.subarray(0, whole.length >> 1);
    if (half.length > 0) write(half, () => response.destroy());
    else response.destroy();
    return response;
  };
  Object.assign(response, { write: keep, end });
}
