import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came in: the path and query as sent, the body's own bytes. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface SigningKey {
  readonly accessKey: string;
  readonly secretKey: string;
}

const maxSkewMs = 15 * 60 * 1000;
const form = /^SDK-HMAC-SHA256 +Access=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})$/;

/**
 * Checks an AK/SK signature (SDK-HMAC-SHA256) against what was received. Null when it is right, else what is wrong,
 * in words for whoever is writing a signer.
 */
export function signatureProblem(request: ReceivedRequest, key: SigningKey, nowMs: number): string | null {
  const [, accessKey, signedHeaders = '', signature = ''] =
    form.exec(request.headers.authorization ?? '') ?? [];
  if (accessKey === undefined)
    return 'the Authorization header is not of the form SDK-HMAC-SHA256 Access=, SignedHeaders=, Signature=';
  if (accessKey !== key.accessKey) return `the access key ${accessKey} does not exist`;
  const names = signedHeaders.split(';');
  if (!names.includes('x-sdk-date')) return 'x-sdk-date is not among the signed headers';
  const missing = names.find((name) => request.headers[name] === undefined);
  if (missing !== undefined) return `the signed header ${missing} was not sent`;
  const date = String(request.headers['x-sdk-date']).trim();
  const time = readDate(date);
  if (time === undefined) return 'x-sdk-date is not of the form YYYYMMDDTHHMMSSZ';
  if (Math.abs(nowMs - time) > maxSkewMs) return 'x-sdk-date is more than 15 minutes off';
  if (!bodyHashFits(request)) return 'x-sdk-content-sha256 is not that of the body';
  const canonical = canonicalRequest(request, names);
  const expected = sign(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`, key.secretKey);
  if (timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return null;
  return `the signature does not match; the canonical request here is ${JSON.stringify(canonical)}`;
}

function canonicalRequest(request: ReceivedRequest, names: readonly string[]): string {
  const [path = '', query = ''] = splitOnce(request.path, '?');
  return [
    request.method,
    path.endsWith('/') ? path : `${path}/`,
    canonicalQuery(query),
    ...names.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names.join(';'),
    request.headers['x-sdk-content-sha256'] ?? sha256(request.body),
  ].join('\n');
}

/** Sorted by code point; repeated keys by value. */
function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return pairs
    .map((pair) => splitOnce(pair, '=').map(decode))
    .sort(([name = '', value = ''], [otherName = '', otherValue = '']) => {
      return compare(name, otherName) || compare(value, otherValue);
    })
    .map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** RFC 3986: all but unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function bodyHashFits({ headers, body }: ReceivedRequest): boolean {
  const claimed = headers['x-sdk-content-sha256'];
  return claimed === undefined || claimed === 'UNSIGNED-PAYLOAD' || claimed === sha256(body);
}

function readDate(date: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function sign(text: string, secretKey: string): Buffer {
  return createHmac('sha256', secretKey).update(text).digest();
}
