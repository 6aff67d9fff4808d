import { createHmac } from 'node:crypto';
import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Body } from './encode.ts';
import { MARK } from './payload.ts';

export const SIGNING_SECRET = 'fuzzed-signing-secret';

const SIGNATURE = 'x-slack-signature';
const TIMESTAMP = 'x-slack-request-timestamp';
/** What a mistake in the code of the door would take for a text. */
type Header = string | number | null | readonly string[];
type Headers = Record<string, Header>;

/** An event of API Gateway, as far as the function reads it, with headers that API Gateway would never give. */
export interface SealedEvent {
  readonly version: '2.0';
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly requestContext: { readonly requestId: string; readonly timeEpoch: number };
  readonly headers?: Headers;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** What API Gateway gives to the function. As Slack signs it, or as somebody does who does not know the secret. */
export function seal(
  { contentType, text }: Body,
  { isSigned, isWhole }: { readonly isSigned: boolean; readonly isWhole: boolean },
  random: Random,
  now: number,
): SealedEvent {
  const isBase64Encoded = random.chance(80);
  // Some bodies are not what they are said to be.
  const body =
    isBase64Encoded && (isWhole || random.chance(97)) ? Buffer.from(text).toString('base64') : text;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const sign = (key: string, timestamp: string | number, version = 'v0') =>
    `${version}=${createHmac('sha256', key).update(`v0:${timestamp}:`).update(bytes).digest('hex')}`;
  const seconds = Math.floor(now / 1_000);
  const signed = { [TIMESTAMP]: String(seconds), [SIGNATURE]: sign(SIGNING_SECRET, seconds) };
  const headers = isSigned ? signed : forge(signed, sign, random, seconds);
  return {
    version: '2.0',
    routeKey: 'POST /slack/events',
    rawPath: '/slack/events',
    rawQueryString: '',
    requestContext: { requestId: 'fuzz', timeEpoch: now },
    body,
    isBase64Encoded,
    ...(headers && { headers: inAnyCase({ ...headers, 'content-type': contentType }, random) }),
  };
}

type Sign = (key: string, timestamp: string | number, version?: string) => string;

/** Nothing of it may be taken for genuine. */
function forge(signed: Headers, sign: Sign, random: Random, seconds: number): Headers | undefined {
  const at = (timestamp: string | number): Headers => ({
    [TIMESTAMP]: String(timestamp),
    [SIGNATURE]: sign(SIGNING_SECRET, timestamp),
  });
  const withSignature = (signature: Header): Headers => ({ ...signed, [SIGNATURE]: signature });
  const good = String(signed[SIGNATURE]);
  return random.oneOf<() => Headers | undefined>([
    () => ({}),
    () => undefined,
    () => withSignature(sign(MARK, seconds)),
    () => withSignature(sign('', seconds)),
    () => withSignature(sign(SIGNING_SECRET, seconds, 'v1')),
    () => withSignature(sign(SIGNING_SECRET, seconds - 1)),
    () => withSignature(good.toUpperCase()),
    () => withSignature(good.slice(0, random.between(0, good.length - 1))),
    () => withSignature(`${good}${random.hex(2)}`),
    () => withSignature(` ${good}`),
    () => withSignature([good]),
    () => withSignature(null),
    () => withSignature(`v0=${'z'.repeat(64)}${MARK}`),
    () => withSignature(`v0=${random.hex(64)}`),
    () => at(seconds - random.between(301, 100_000)),
    () => at(seconds + random.between(301, 100_000)),
    () => at(`${seconds}.0`),
    () => at(` ${seconds}`),
    () => at(`0x${seconds.toString(16)}`),
    () => at(MARK),
    () => ({ ...signed, [TIMESTAMP]: [String(seconds)] }),
    () => ({ ...signed, [TIMESTAMP]: seconds }),
    () => ({ [SIGNATURE]: good }),
  ])();
}

/** API Gateway sends lower case; another gateway may not. */
function inAnyCase(headers: Headers, random: Random): Headers {
  if (random.chance(80)) return headers;
  const change = random.oneOf([
    (name: string) => name.toUpperCase(),
    (name: string) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  ]);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [change(name), value]));
}
