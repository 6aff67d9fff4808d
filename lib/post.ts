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

/** Kept over a freeze of the function, and closed meanwhile: that shows only when it is used. */
class ClosedConnectionError extends Error {}

const plain = { request: http.request, agent: new http.Agent({ keepAlive: true }) };
const secure = { request: https.request, agent: new https.Agent({ keepAlive: true }) };

/**
 * The same, once more over a new connection where a kept one turns out to be closed. `isRepeated` says so: what had left
 * before may have been taken.
 */
export async function postAnew(
  url: string | URL,
  posting: Posting,
): Promise<Posted & { readonly isRepeated: boolean }> {
  try {
    return { ...(await post(url, posting)), isRepeated: false };
  } catch (error) {
    if (!(error instanceof ClosedConnectionError)) throw error;
    return { ...(await post(url, posting)), isRepeated: true };
  }
}

/** Throws where no answer came, and for a redirect, which leads nowhere that was asked for. */
export function post(url: string | URL, { headers, body, signal }: Posting): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const address = new URL(url);
    const { request: send, agent } = address.protocol === 'https:' ? secure : plain;
    const options = {
      method: 'POST',
      // Whoever names none gets what the server likes (RFC 9110, 12.5.3).
      headers: { 'accept-encoding': 'identity', ...headers },
      agent,
      ...(signal && { signal }),
    };
    let breakOff: (() => void) | undefined;
    const request = send(address, options, (response) => {
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
      if (breakOff) return breakOff();
      if (!request.reusedSocket) return reject(cause);
      closeKept(agent);
      const isClosed = cause.code === 'ECONNRESET' || cause.code === 'EPIPE';
      reject(isClosed ? new ClosedConnectionError(cause.message, { cause }) : cause);
    });
    request.end(body);
  });
}

/** What was kept beside a connection that answers no more is as old, and the next request would wait for it in vain. */
function closeKept({ freeSockets }: http.Agent): void {
  for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
}
