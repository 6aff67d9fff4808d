import { sign } from 'aws4';
import { ChatOpsError } from '../errors.ts';
import { type Posted, type Posting, postAnew } from '../post.ts';

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
  const { status, text, isRepeated } = await askAws(access, call, postAnew);
  if (status >= 200 && status < 300) return text;
  // What refuses the second request says nothing of the first.
  throw new AwsCallError(`${call.service} answered ${status}`, isRepeated ? undefined : status);
}

/** Whatever is answered to what `send` sends. @throws AwsCallError where nothing is */
export async function askAws<T extends Posted>(
  access: AwsAccess,
  { service, path, headers, body, signal }: AwsCall,
  send: (url: URL, posting: Posting) => Promise<T>,
): Promise<T & { readonly text: string }> {
  const { region, accessKeyId, secretAccessKey, sessionToken } = access;
  const endpoint = new URL(access.endpoints[service] ?? regionalEndpoint(service, region));
  const signed = sign(
    { service, region, method: 'POST', host: endpoint.host, path, headers, body },
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
  );
  const fail = (cause?: unknown) => new AwsCallError(`${service} gave no answer`, undefined, { cause });
  const answer = await send(new URL(path, endpoint), { headers: signed.headers ?? {}, body, signal }).catch(
    (cause: unknown) => {
      throw fail(cause);
    },
  );
  if (answer.text === undefined) throw fail();
  return { ...answer, text: answer.text };
}

/** In China and in Europe's sovereign cloud AWS has other domains; those of secret regions are not known here. */
export function regionalEndpoint(service: AwsService, region: string): string {
  const domains = { cn: 'amazonaws.com.cn', eusc: 'amazonaws.eu' };
  const [, domain = 'amazonaws.com'] =
    Object.entries(domains).find(([partition]) => region.startsWith(`${partition}-`)) ?? [];
  return `https://${service}.${region}.${domain}`;
}
