import { sign } from 'aws4';
import { ChatOpsError } from '../errors.ts';
import { ClosedConnectionError, post } from '../post.ts';

/**
 * One signed POST to an AWS service, over node:https. The AWS SDK would cost a cold start more than all else in
 * a function together; a few calls do not need it.
 */

export interface AwsAccess {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  /** `AWS_ENDPOINT_URL_<SERVICE>`, which all SDKs read: another address for a service. */
  readonly endpoints: Readonly<Partial<Record<AwsService, string>>>;
}

type AwsService = 'dynamodb' | 'lambda' | 'secretsmanager';

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

/** The answer's body. Throws AwsCallError for everything but 2xx; the message holds no body, for it may be secret. */
export async function callAws(access: AwsAccess, call: AwsCall): Promise<string> {
  let isRepeated = false;
  const { status, text } = await askAws(access, call).catch((error: unknown) => {
    if (!(error instanceof AwsCallError && error.cause instanceof ClosedConnectionError)) throw error;
    isRepeated = true;
    return askAws(access, call);
  });
  // What refuses the second request says nothing of the first.
  const refusal = isRepeated ? undefined : status;
  if (status < 200 || status > 299) throw new AwsCallError(`${call.service} answered ${status}`, refusal);
  return text;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Whatever is answered. @throws AwsCallError where nothing is */
export async function askAws(access: AwsAccess, call: AwsCall): Promise<Answer> {
  const { service, path, body, signal } = call;
  const domain = access.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const endpoint = new URL(access.endpoints[service] ?? `https://${service}.${access.region}.${domain}`);
  const { accessKeyId, secretAccessKey, sessionToken } = access;
  const { headers = {} } = sign(
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
  const fail = (cause?: unknown) => new AwsCallError(`${service} gave no answer`, undefined, { cause });
  const { status, text } = await post(new URL(path, endpoint), { headers, body, signal }).catch(
    (cause: unknown) => {
      throw fail(cause);
    },
  );
  if (text === undefined) throw fail();
  return { status, text };
}
