import type * as z from 'zod/mini';
import { checkProjectId } from './arguments.ts';
import { createAuthenticator } from './authenticate.ts';
import type { Credentials } from './credentials.ts';
import { createFetchToken } from './iam.ts';
import { type Expected, readAnswer } from './read-answer.ts';
import { withRetries } from './retry.ts';
import { createExchange, type Outgoing, type ProxySettings } from './transport.ts';

export interface ConnectionOptions {
  /** Whole URLs without a trailing slash, e.g. `https://lts.cn-north-4.myhuaweicloud.com`. */
  readonly endpoint: string;
  readonly iamEndpoint: string;
  readonly projectId: string;
  readonly credentials: Credentials;
  readonly proxy?: ProxySettings;
  /** In ms. */
  readonly now?: () => number;
  /** From 0 to 1: spreads retries. */
  readonly random?: () => number;
}

interface Call<T extends z.ZodMiniType> extends Expected<T> {
  readonly method: Outgoing['method'];
  /** Below the project, each segment encoded. */
  readonly path: string;
  readonly body?: unknown;
}

/** Makes a call, with retries where they do no harm, until `signal` ends it. Throws an LtsError. */
export type Connection = <T extends z.ZodMiniType>(call: Call<T>, signal: AbortSignal) => Promise<z.infer<T>>;

/** One LTS project with its credentials: authenticates, sends, reads, repeats. */
export function connect(options: ConnectionOptions): Connection {
  const {
    endpoint,
    iamEndpoint,
    projectId,
    credentials,
    proxy = {},
    now = Date.now,
    random = Math.random,
  } = options;
  checkProjectId(projectId);
  const exchange = createExchange(proxy, now);
  const fetchToken = createFetchToken(exchange, iamEndpoint, projectId);
  const authenticator = createAuthenticator(credentials, fetchToken, now);
  const base = `${endpoint}/v2/${projectId}`;
  const headers = { 'content-type': 'application/json', 'x-project-id': projectId };

  async function attempt<T extends z.ZodMiniType>(call: Call<T>, signal: AbortSignal): Promise<z.infer<T>> {
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const outgoing: Outgoing = { method: call.method, url: new URL(base + call.path), headers, body };
    const send = async () => {
      const proof = await authenticator.headersFor(outgoing);
      const answer = await exchange(
        { ...outgoing, headers: { ...headers, ...proof } },
        call.isRepeatable,
        signal,
      );
      return { proof, answer };
    };
    const { proof, answer } = await send();
    // Turned away for who asks: nothing was done, and it is asked once more as somebody new.
    if (answer.status === 401 && authenticator.isRenewed(proof))
      return readAnswer((await send()).answer, call);
    return readAnswer(answer, call);
  }

  return (call, signal) => withRetries(() => attempt(call, signal), signal, random);
}
