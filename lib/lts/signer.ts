import { createHash, createHmac } from 'node:crypto';

/**
 * SDK-HMAC-SHA256, the signature of AK/SK authentication (API reference, 3.2; the algorithm itself stands in the
 * vendor's signing guide). The secret key signs directly; there is no key derivation as in AWS Signature V4.
 */

export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface RequestToSign {
  readonly method: string;
  readonly url: URL;
  /** Every header that is to be signed, `host` among them. Values are trimmed. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes that will be sent, as a string; empty where there is no body. */
  readonly body: string;
}

const ALGORITHM = 'SDK-HMAC-SHA256';

/**
 * The headers that authenticate `request` at `date`: `X-Sdk-Date` and `Authorization`. The service allows a clock
 * that is up to 15 minutes off. A header `X-Sdk-Content-Sha256` replaces the hash of the body.
 */
export function sign(request: RequestToSign, key: AccessKey, date: Date): Record<string, string> {
  const sdkDate = date.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers = canonicalHeaders({ ...request.headers, 'X-Sdk-Date': sdkDate });
  const signedHeaders = headers.map(([name]) => name).join(';');
  const canonicalRequest = [
    request.method,
    canonicalPath(request.url.pathname),
    canonicalQuery(request.url.searchParams),
    headers.map(([name, value]) => `${name}:${value}\n`).join(''),
    signedHeaders,
    new Map(headers).get('x-sdk-content-sha256') ?? sha256(request.body),
  ].join('\n');
  const stringToSign = `${ALGORITHM}\n${sdkDate}\n${sha256(canonicalRequest)}`;
  const signature = createHmac('sha256', key.secretKey).update(stringToSign).digest('hex');
  return {
    'X-Sdk-Date': sdkDate,
    Authorization: `${ALGORITHM} Access=${key.accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function canonicalHeaders(headers: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => compare(a, b));
}

/** Encoded exactly once, whatever the URL's spelling was, and always ending in a slash. */
function canonicalPath(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => encode(decodeURIComponent(segment)))
    .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

function canonicalQuery(parameters: URLSearchParams): string {
  return [...parameters]
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** RFC 3986: all but the unreserved characters, which `encodeURIComponent` misses five of. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
