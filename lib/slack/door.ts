import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Secret } from '../aws/secrets.ts';
import { type Installation, isForApp } from './installation.ts';
import { readSigningSecrets } from './signing-secrets.ts';

/**
 * The door: nothing of a request is parsed before its signature over the raw bytes is proven. Bolt's own receiver
 * parses first, takes future timestamps and reads base64 as ASCII, so it is given only what has passed here.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */

export type Admission =
  | { readonly admitted: true; readonly event: APIGatewayProxyEventV2 }
  | { readonly admitted: false; readonly status: 400 | 401 };

/** A message of 40,000 characters, which a shortcut brings along as text and as blocks, takes up to nine bytes for each. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Three bytes are four characters of base64; a character of text is a byte at least. */
const MAX_BASE64_LENGTH = Math.ceil(MAX_BODY_BYTES / 3) * 4;
const MAX_AGE_SECONDS = 5 * 60;

/** `now` is in ms. Whatever is wrong, the answer tells nothing of why. Throws when the secret cannot be read. */
export async function admit(
  event: APIGatewayProxyEventV2,
  secret: Secret,
  installation: Installation,
  now: number,
): Promise<Admission> {
  const bytes = readBytes(event);
  if (!bytes) return { admitted: false, status: 400 };
  const timestamp = header(event, 'x-slack-request-timestamp');
  const signature = header(event, 'x-slack-signature');
  if (!isFresh(timestamp, now) || !(await isSigned(bytes, timestamp, signature, secret))) {
    return { admitted: false, status: 401 };
  }
  const body = readJson(header(event, 'content-type'), bytes.toString('utf8'));
  const content = body === undefined ? undefined : parseObject(body);
  if (body === undefined || !content || !isForApp(content, installation))
    return { admitted: false, status: 400 };
  // Bolt reads the same as was read here. It would take a form's second `payload` for no payload at all.
  const retryNum = header(event, 'x-slack-retry-num');
  const headers = { 'content-type': 'application/json', ...(retryNum && { 'x-slack-retry-num': retryNum }) };
  return { admitted: true, event: { ...event, headers, body, isBase64Encoded: false } };
}

/** Nothing for what is too long, which is not decoded in full to find that out. */
function readBytes({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer | undefined {
  const text = typeof body === 'string' ? body : '';
  if (text.length > (isBase64Encoded ? MAX_BASE64_LENGTH : MAX_BODY_BYTES)) return undefined;
  const bytes = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.length > MAX_BODY_BYTES ? undefined : bytes;
}

function isFresh(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1_000 - Number(timestamp)) <= MAX_AGE_SECONDS;
}

/** A signature that does not fit may be of a secret that is newer than the one kept here. */
async function isSigned(
  body: Buffer,
  timestamp: string,
  signature: string,
  secret: Secret,
): Promise<boolean> {
  if (!/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  const given = Buffer.from(signature.slice(3), 'hex');
  const fits = (text: string) =>
    readSigningSecrets(text)
      .map((key) => createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest())
      // All are compared, whichever fits.
      .map((expected) => timingSafeEqual(expected, given))
      .includes(true);
  const kept = await secret.read();
  if (fits(kept)) return true;
  secret.doubt();
  const current = await secret.read();
  return current !== kept && fits(current);
}

/** What a request says, as JSON: it is that, or a form that carries it in `payload`, or a form of texts. */
function readJson(contentType: string, text: string): string | undefined {
  switch (contentType.split(';')[0]?.trim().toLowerCase()) {
    case 'application/json':
      return text;
    case 'application/x-www-form-urlencoded': {
      const fields = new URLSearchParams(text);
      return fields.get('payload') ?? JSON.stringify(Object.fromEntries(fields));
    }
    default:
      return undefined;
  }
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function header({ headers = {} }: APIGatewayProxyEventV2, name: string): string {
  const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
  const value: unknown = key === undefined ? undefined : headers[key];
  return typeof value === 'string' ? value : '';
}
