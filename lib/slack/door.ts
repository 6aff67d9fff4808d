import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * The door: nothing of a request is parsed before its signature over the raw bytes is proven. Bolt's own receiver
 * parses first, takes future timestamps and reads base64 as ASCII, so it is given only what has passed here.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */

export type Admission =
  | { readonly admitted: true; readonly event: APIGatewayProxyEventV2 }
  | { readonly admitted: false; readonly status: 400 | 401 };

/** Slack's own requests stay far below. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_AGE_SECONDS = 5 * 60;

/** `now` is in ms. Whatever is wrong, the answer tells nothing of why. */
export function admit(event: APIGatewayProxyEventV2, signingSecret: string, now: number): Admission {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > MAX_BODY_BYTES) return { admitted: false, status: 400 };
  const timestamp = header(event, 'x-slack-request-timestamp');
  const signature = header(event, 'x-slack-signature');
  if (!isFresh(timestamp, now) || !isSigned(body, timestamp, signature, signingSecret)) {
    return { admitted: false, status: 401 };
  }
  const contentType = header(event, 'content-type').split(';')[0]?.trim().toLowerCase() ?? '';
  const text = body.toString('utf8');
  if (!isReadable(contentType, text)) return { admitted: false, status: 400 };
  // What Bolt compares literally it gets literally.
  const headers = { ...event.headers, 'content-type': contentType };
  return { admitted: true, event: { ...event, headers, body: text, isBase64Encoded: false } };
}

function isFresh(timestamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1_000 - Number(timestamp)) <= MAX_AGE_SECONDS;
}

function isSigned(body: Buffer, timestamp: string, signature: string, signingSecret: string): boolean {
  if (!/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature.slice(3), 'hex'));
}

/** A JSON object, or a form that may carry one in `payload`. */
function isReadable(contentType: string, text: string): boolean {
  if (contentType === 'application/json') return isJsonObject(text);
  if (contentType !== 'application/x-www-form-urlencoded') return false;
  const payload = new URLSearchParams(text).get('payload');
  return payload === null || isJsonObject(payload);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function header(event: APIGatewayProxyEventV2, name: string): string {
  const key = Object.keys(event.headers).find((candidate) => candidate.toLowerCase() === name);
  return (key && event.headers[key]) || '';
}
