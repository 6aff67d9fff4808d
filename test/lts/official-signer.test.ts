import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign } from '../../lib/lts/signer.ts';

// The vendor's own signer says the same, except where fixtures/signing.json documents that it does not (it encodes an
// encoded path again, and does not trim the values of headers), and in the order of query parameters whose names or
// values sort otherwise once they are encoded: it sorts before, and ours after. LTS has no such parameters.

const KEY = { accessKey: 'AKEXAMPLE0000000001', secretKey: 'SKexample/secret+key=0000000000000000001' };
const DATE = new Date('2022-08-15T09:10:11Z');
const SDK_DATE = '20220815T091011Z';
const credentials = new BasicCredentials().withAk(KEY.accessKey).withSk(KEY.secretKey);

interface Request {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

function signOurs({ method, host, path, query, headers, body }: Request): string | undefined {
  const url = new URL(`https://${host}${path}`);
  for (const [name, values] of Object.entries(query))
    for (const value of [values].flat()) url.searchParams.append(name, value);
  const request = { method, url, headers: { host, ...headers }, body: body ? JSON.stringify(body) : '' };
  return sign(request, KEY, DATE).Authorization;
}

function signOfficially({ method, host, path, query, headers, body }: Request): string | undefined {
  const request = {
    method,
    endpoint: `https://${host}${path}`,
    queryParams: structuredClone(query),
    headers: { ...headers, 'X-Sdk-Date': SDK_DATE },
    data: body,
  };
  const signed: { Authorization?: string } = AKSKSigner.sign(request, credentials);
  return signed.Authorization;
}

const ofCharacters = (characters: string, size: { minLength?: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...characters), ...size });

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const UNRESERVED = `${LOWER}${UPPER}${DIGITS}-._~`;

// A URL has no segments `.` and `..`: it resolves them.
const segment = ofCharacters(UNRESERVED, { maxLength: 12 }).filter((text) => !/^\.\.?$/.test(text));
const path = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);

const special = fc.constantFrom(
  ...' !"#$%&\'()*+,/:;<=>?@[\\]^`{|}~',
  '%20',
  '%E6',
  '日志',
  '错误 100%',
  '😀',
);
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(special, { maxLength: 6 }).map((parts) => parts.join('')),
);
const query = fc
  .dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 6 })
  .filter((parameters) => [Object.keys(parameters), ...Object.values(parameters)].every(sortsTheSameEncoded));

function sortsTheSameEncoded(texts: string | readonly string[]): boolean {
  const encoded = [texts].flat().toSorted().map(encodeURIComponent);
  return encoded.toSorted().every((one, n) => one === encoded[n]);
}

const OURS_TO_SET = ['host', 'x-sdk-date', 'x-sdk-content-sha256', 'content-type', 'authorization'];
const headerName = fc
  .tuple(
    ofCharacters(LOWER + UPPER, { minLength: 1, maxLength: 1 }),
    ofCharacters(`${LOWER}${UPPER}${DIGITS}-`, { maxLength: 12 }),
  )
  .map((parts) => parts.join(''))
  .filter((name) => !OURS_TO_SET.includes(name.toLowerCase()));
const headerValue = fc.string({ maxLength: 20 }).map((value) => value.trim());
const headers = fc
  .tuple(
    fc.uniqueArray(fc.tuple(headerName, headerValue), {
      selector: ([name]) => name.toLowerCase(),
      maxLength: 5,
    }),
    fc.constantFrom(
      {},
      { 'content-type': 'application/json' },
      { 'Content-Type': 'application/json;charset=utf8' },
    ),
    fc.constantFrom({}, {}, { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' }),
  )
  .map(([some, type, hash]) => ({ ...Object.fromEntries(some), ...type, ...hash }));

const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
  host: fc.constantFrom('lts.cn-north-4.myhuaweicloud.com', '127.0.0.1:39871'),
  path,
  query,
  headers,
  body: fc.option(fc.dictionary(text, fc.jsonValue({ stringUnit: 'binary' })), { nil: undefined }),
});

describe('the official signer', () => {
  it('signs every request as ours does', () => {
    fc.assert(
      fc.property(request, (one) => {
        expect(signOurs(one)).toBe(signOfficially(one));
      }),
      { numRuns: 1_000 },
    );
  });
});
