import type * as z from 'zod/mini';
import { endWith } from '../end-with.ts';
import { checkProjectId } from './arguments.ts';
import { createAuthenticator } from './authenticate.ts';
import type { Credentials } from './credentials.ts';
import { LtsUnreachableError } from './errors.ts';
import { createFetchToken } from './iam.ts';
import { type Expected, readAnswer } from './read-answer.ts';
import { withRetries } from './retry.ts';
import { type Answer, createExchange, type Outgoing, type ProxySettings } from './transport.ts';

export interface ConnectionOptions {
  /** Whole URLs without a trailing slash, e.g. `https://lts.cn-north-4.myhuaweicloud.com`. */
  readonly endpoint: string;
  readonly iamEndpoint: string;
  readonly projectId: string;
  readonly credentials: Credentials;
  readonly proxy?: ProxySettings;
  /** Told of each attempt of each call. */
  readonly onCall?: (report: CallReport) => void;
  /** In ms. */
  readonly now?: () => number;
  /** From 0 to 1: spreads retries. */
  readonly random?: () => number;
}

/** An attempt as it may be logged: without what was asked and answered, and without ids of groups and streams. */
export interface CallReport {
  readonly method: string;
  /** Below the project, such as `/groups/{id}/streams`. */
  readonly path: string;
  /** Absent where no whole answer came. */
  readonly status: number | undefined;
  /** LTS's own; what the vendor's support asks for. */
  readonly requestId: string | undefined;
  readonly ms: number;
}

interface Call<T extends z.ZodMiniType> extends Expected<T> {
  readonly method: Outgoing['method'];
  /** Below the project, each segment encoded. */
  readonly path: string;
  readonly body?: unknown;
}

/**
 * Makes a call, with retries where they do no harm, until `signal` ends it. `onAttempt` is told before each attempt,
 * `onSent` when one begins to leave for LTS. Throws an LtsError.
 */
export type Connection = <T extends z.ZodMiniType>(
  call: Call<T>,
  signal: AbortSignal,
  watch?: Watch,
) => Promise<z.infer<T>>;

/** What a caller learns on the way. */
export interface Watch {
  onAttempt(): void;
  onSent(): void;
}

/** One LTS project with its credentials: authenticates, sends, reads, repeats. */
export function connect(options: ConnectionOptions): Connection {
  const {
    endpoint,
    iamEndpoint,
    projectId,
    credentials,
    proxy = {},
    onCall,
    now = Date.now,
    random = Math.random,
  } = options;
  checkProjectId(projectId);
  const exchange = createExchange(proxy, now);
  const fetchToken = createFetchToken(exchange, iamEndpoint, projectId);
  const authenticator = createAuthenticator(credentials, fetchToken, now);
  const base = `${endpoint}/v2/${projectId}`;
  const headers = { 'content-type': 'application/json', 'x-project-id': projectId };

  async function attempt<T extends z.ZodMiniType>(
    call: Call<T>,
    signal: AbortSignal,
    watch?: Watch,
  ): Promise<z.infer<T>> {
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const outgoing: Outgoing = { method: call.method, url: new URL(base + call.path), headers, body };
    const sending = { isRepeatable: call.isRepeatable, signal, ...(watch && { onSent: watch.onSent }) };
    const send = async () => {
      watch?.onAttempt();
      const proof = await login(() => authenticator.headersFor(outgoing), signal);
      const start = now();
      let answer: Answer | undefined;
      try {
        answer = await exchange({ ...outgoing, headers: { ...headers, ...proof } }, sending);
        return { proof, answer };
      } finally {
        const { status, requestId } = answer ?? {};
        onCall?.({ method: call.method, path: withoutIds(call.path), status, requestId, ms: now() - start });
      }
    };
    const { proof, answer } = await send();
    // Turned away for who asks: nothing was done, and it is asked once more as somebody new.
    if (answer.status === 401 && authenticator.isRenewed(proof))
      return readAnswer((await send()).answer, call);
    return readAnswer(answer, call);
  }

  return (call, signal, watch) => withRetries(() => attempt(call, signal, watch), signal, random);
}

function withoutIds(path: string): string {
  return path.replace(/(?<=\/(groups|streams)\/)[^/]+/g, '{id}');
}

/** Many calls may wait for one login; each waits no longer than it may. */
async function login<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await endWith(work(), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const failure = {
      message: 'the login did not end in time',
      wasSent: false,
      isLate: true,
      isRetrySafe: false,
    };
    throw new LtsUnreachableError(failure, { cause: error });
  }
}
