import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { endWith } from '../end-with.ts';
import { LtsTooLargeError, LtsUnreachableError } from './errors.ts';

export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for none. */
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly requestId: string | undefined;
  /** What `Retry-After` asks for, in ms. */
  readonly retryAfterMs: number | undefined;
  /** IAM's token, in an answer that gives one. */
  readonly subjectToken: string | undefined;
  /** Our clock minus the service's, in ms, as far as its `Date` tells. */
  readonly clockOffMs: number;
}

/** What the usual environment variables of the same names say. */
export interface ProxySettings {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy?: string;
}

interface Sending {
  /** Whether making the request twice does no harm. */
  readonly isRepeatable: boolean;
  readonly signal: AbortSignal;
  /** Told when the request begins to leave: from then on it may have its effect. */
  readonly onSent?: () => void;
}

/** @throws LtsUnreachableError or LtsTooLargeError */
export type Exchange = (outgoing: Outgoing, sending: Sending) => Promise<Answer>;

/** The service never sends more than 10 MB (vendor's limits page): past this an answer is cut off, not collected. */
const MAX_ANSWER_BYTES = 12 * 1024 * 1024;

const AGENT_OPTIONS: Agent.Options = {
  connections: 32,
  // Over HTTP/2 undici itself repeats what a server hands back, writes too.
  allowH2: false,
  keepAliveTimeout: 30_000,
  connect: { timeout: 5_000 },
  // A long search takes its time, and a connection that went silent is given up in time to try another.
  headersTimeout: 30_000,
  bodyTimeout: 15_000,
  maxResponseSize: MAX_ANSWER_BYTES,
};

/** Sends requests over kept connections. Nothing is shared between two exchanges but what the operating system shares. */
export function createExchange(proxy: ProxySettings, now: () => number): Exchange {
  const agent =
    proxy.httpProxy || proxy.httpsProxy
      ? new EnvHttpProxyAgent({ ...AGENT_OPTIONS, ...proxy })
      : new Agent(AGENT_OPTIONS);

  return async ({ method, url, headers, body }, { isRepeatable, signal, onSent }) => {
    let wasSent = false;
    const dispatcher = observeStart(agent, () => {
      wasSent = true;
      onSent?.();
    });
    try {
      signal.throwIfAborted();
      const { origin, pathname, search } = url;
      const asked = { origin, path: pathname + search, method, headers, signal, body: body || null };
      const sent = dispatcher.request(asked);
      // undici notices the signal only once it is connected.
      return await endWith(readWhole(sent, now), signal);
    } catch (error) {
      const cause = withoutContent(error);
      if (hasCode(error, TOO_LARGE)) throw new LtsTooLargeError(`${url.host} sent too much`, { cause });
      const isLate = signal.aborted;
      const message = `${url.host} ${isLate ? 'did not answer in time' : 'gave no whole answer'}`;
      const isRetrySafe = !isLate && (isRepeatable || !wasSent);
      throw new LtsUnreachableError({ message, wasSent, isLate, isRetrySafe }, { cause });
    }
  };
}

async function readWhole(sent: Promise<Dispatcher.ResponseData>, now: () => number): Promise<Answer> {
  const { statusCode, headers, body } = await sent;
  const header = (name: string) => one(headers[name]);
  const serviceTime = readDate(header('date'));
  const text = await readText(body, header('content-encoding'));
  // undici uses a connection again one turn later: whoever asks before that opens another one, with a handshake.
  await nextTurn();
  return {
    status: statusCode,
    text,
    requestId: header('x-request-id'),
    retryAfterMs: readRetryAfter(header('retry-after'), serviceTime ?? now()),
    subjectToken: header('x-subject-token'),
    clockOffMs: serviceTime === undefined ? 0 : now() - serviceTime,
  };
}

/** Calls back when a request leaves the queue for a connection that stands. */
function observeStart(agent: Dispatcher, onStart: () => void): Dispatcher {
  return agent.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, {
        onRequestStart(...start) {
          onStart();
          handler.onRequestStart?.(...start);
        },
        onResponseStart: (...head) => handler.onResponseStart?.(...head),
        onResponseData: (...chunk) => handler.onResponseData?.(...chunk),
        onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
        onResponseError: (...error) => handler.onResponseError?.(...error),
      }),
  );
}

/** Compression is not asked for; a proxy on the way may add it all the same. */
async function readText(
  body: Dispatcher.ResponseData['body'],
  encoding: string | undefined,
): Promise<string> {
  if (encoding !== 'gzip') return body.text();
  const packed = await body.arrayBuffer();
  if (packed.byteLength === 0) return '';
  return (await promisify(gunzip)(packed, { maxOutputLength: MAX_ANSWER_BYTES })).toString();
}

/** Over the network, or unpacked. */
const TOO_LARGE = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE']);

function hasCode(cause: unknown, codes: ReadonlySet<string>): boolean {
  return cause instanceof Error && 'code' in cause && codes.has(String(cause.code));
}

/** A parser's error carries the bytes that it could not read, and a token may be among them. */
function withoutContent(error: unknown): Error {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new Error(`${name}: ${message}`);
}

/** Seconds, or a date by the service's own clock (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | undefined, serviceTime: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1_000;
  const date = readDate(value);
  return date === undefined ? undefined : Math.max(0, date - serviceTime);
}

/** An HTTP date, in ms (RFC 9110, 5.6.7). */
function readDate(value: string | undefined): number | undefined {
  const ms = value?.endsWith('GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
