import http, { type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { sign } from 'aws4';
import { ChatOpsError } from '../errors.ts';

/**
 * One signed POST to an AWS service, over node:https. The AWS SDK would cost a cold start more than all else in
 * the front function together; two calls do not need it.
 */

export interface AwsAccess {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  /** `AWS_ENDPOINT_URL_<SERVICE>`, which all SDKs read: another address for a service. */
  readonly endpoints: Readonly<Partial<Record<AwsService, string>>>;
}

type AwsService = 'lambda' | 'secretsmanager';

export interface AwsCall {
  readonly service: AwsService;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** AWS could not be reached in time, or refused. */
export class AwsCallError extends ChatOpsError {
  readonly code = 'aws_call';
  /** Of the refusal; absent where not every request was answered, and what was asked for may have been done. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const plain = { request: http.request, agent: new http.Agent({ keepAlive: true }) };
const secure = { request: https.request, agent: new https.Agent({ keepAlive: true }) };

/** The answer's body. Throws AwsCallError for everything but 2xx; the message holds no body, for it may be secret. */
export async function callAws(access: AwsAccess, call: AwsCall): Promise<string> {
  const { service, path, body } = call;
  const domain = access.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const endpoint = new URL(access.endpoints[service] ?? `https://${service}.${access.region}.${domain}`);
  const { accessKeyId, secretAccessKey, sessionToken } = access;
  const { headers } = sign(
    {
      service,
      region: access.region,
      method: 'POST',
      host: endpoint.host,
      path,
      headers: call.headers,
      body,
    },
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
  );
  const { status, text, isRepeated } = await post(new URL(path, endpoint), headers ?? {}, call);
  // What refuses the second request says nothing of the first.
  const refusal = isRepeated ? undefined : status;
  if (status < 200 || status > 299) throw new AwsCallError(`${service} answered ${status}`, refusal);
  return text;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Another request like it had left before. */
  readonly isRepeated: boolean;
}

function post(url: URL, headers: OutgoingHttpHeaders, call: AwsCall, isSecondTry = false): Promise<Answer> {
  const { request: send, agent } = url.protocol === 'https:' ? secure : plain;
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new AwsCallError(`${call.service} gave no answer`, undefined, { cause }));
    const request = send(url, { method: 'POST', headers, agent, signal: call.signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          isRepeated: isSecondTry,
        }),
      );
    });
    request.on('error', (cause: NodeJS.ErrnoException) => {
      // A connection that was kept over a freeze of the function is found closed only when it is used.
      const wasClosed = request.reusedSocket && cause.code === 'ECONNRESET' && !isSecondTry;
      if (wasClosed) resolve(post(url, headers, call, true));
      else fail(cause);
    });
    request.end(call.body);
  });
}
