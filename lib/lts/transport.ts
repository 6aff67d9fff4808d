import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
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

export type Exchange = (outgoing: Outgoing, isRepeatable: boolean, signal: AbortSignal) => Promise<Answer>;

/** The service never sends more than 10 MB (vendor's limits page): past this an answer is cut off, not collected. */
const MAX_ANSWER_BYTES = 12 * 1024 * 1024;

const AGENT_OPTIONS: Agent.Options = {
  connections: 32,
  keepAliveTimeout: 30_000,
  connect: { timeout: 5_000 },
  // A connection that went silent is given up in time to try another.
  headersTimeout: 15_000,
  bodyTimeout: 15_000,
  maxResponseSize: MAX_ANSWER_BYTES,
};

/** Sends requests over kept connections. Nothing is shared between two exchanges but what the operating system shares. */
export function createExchange(proxy: ProxySettings, now: () => number): Exchange {
  const dispatcher =
    proxy.httpProxy || proxy.httpsProxy
      ? new EnvHttpProxyAgent({ ...AGENT_OPTIONS, ...proxy })
      : new Agent(AGENT_OPTIONS);

  return async ({ method, url, headers, body }, isRepeatable, signal) => {
    try {
      const answer = await request(url, { dispatcher, method, headers, signal, body: body || null });
      const header = (name: string) => one(answer.headers[name]);
      return {
        status: answer.statusCode,
        text: await readText(answer.body, header('content-encoding')),
        requestId: header('x-request-id'),
        retryAfterMs: readRetryAfter(header('retry-after'), now()),
        subjectToken: header('x-subject-token'),
        clockOffMs: readClockOff(header('date'), now()),
      };
    } catch (cause) {
      if (hasCode(cause, TOO_LARGE)) throw new LtsTooLargeError(`${url.host} sent too much`, { cause });
      const wasSent = !hasCode(cause, CONNECT_FAILURES);
      const isLate = signal.aborted;
      const message = `${url.host} ${isLate ? 'did not answer in time' : 'gave no whole answer'}`;
      const isRetrySafe = !isLate && (isRepeatable || !wasSent);
      throw new LtsUnreachableError({ message, wasSent, isLate, isRetrySafe }, { cause });
    }
  };
}

/** Compression is not asked for; a proxy on the way may add it all the same. */
async function readText(
  body: Dispatcher.ResponseData['body'],
  encoding: string | undefined,
): Promise<string> {
  if (encoding !== 'gzip') return body.text();
  const bytes = await promisify(gunzip)(await body.arrayBuffer(), { maxOutputLength: MAX_ANSWER_BYTES });
  return bytes.toString();
}

/** Failures before a request can have left: https://nodejs.org/api/errors.html, and undici's own. */
const CONNECT_FAILURES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Over the network, or unpacked. */
const TOO_LARGE = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE']);

function hasCode(cause: unknown, codes: ReadonlySet<string>): boolean {
  return cause instanceof Error && 'code' in cause && codes.has(String(cause.code));
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function readClockOff(date: string | undefined, now: number): number {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? 0 : now - theirs;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
