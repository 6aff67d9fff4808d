import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';

/**
 * One POST over node:https, which a function has loaded anyway: the first `fetch` of a process costs it as much CPU as
 * an empty function takes.
 */

export interface Posting {
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array;
  readonly signal: AbortSignal | undefined;
}

export interface Posted {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** Undefined where the answer broke off. */
  readonly text: string | undefined;
}

/** The request was made over a connection that was kept over a freeze of the function, and had been closed meanwhile. */
export class ClosedConnectionError extends Error {}

const plain = { request: http.request, agent: new http.Agent({ keepAlive: true }) };
const secure = { request: https.request, agent: new https.Agent({ keepAlive: true }) };

/** Throws where no answer came, and for a redirect, which leads nowhere that was asked for. */
export function post(url: URL, { headers, body, signal }: Posting): Promise<Posted> {
  const { request: send, agent } = url.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    let breakOff: (() => void) | undefined;
    const request = send(url, { method: 'POST', headers, agent, ...(signal && { signal }) }, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      if (status >= 300 && status < 400) {
        response.resume();
        return reject(new Error(`answered with a redirect, ${status}`));
      }
      const chunks: Buffer[] = [];
      const end = (text: string | undefined) => resolve({ status, headers: answered, text });
      breakOff = () => end(undefined);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', breakOff);
      response.on('end', () => end(Buffer.concat(chunks).toString()));
    });
    request.on('error', (cause: NodeJS.ErrnoException) => {
      const isOld = request.reusedSocket && cause.code === 'ECONNRESET';
      if (breakOff) breakOff();
      else reject(isOld ? new ClosedConnectionError(cause.message, { cause }) : cause);
    });
    request.end(body);
  });
}
