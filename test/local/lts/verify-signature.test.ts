import { readFileSync } from 'node:fs';
import { request as sendRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LtsEmulator, startLtsEmulator } from '../../../lib/local/lts/emulator.ts';
import { type ReceivedRequest, signatureProblem } from '../../../lib/local/lts/verify-signature.ts';

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}
interface Vector extends Recorded {
  readonly name: string;
  readonly ak: string;
  readonly sk: string;
  readonly date: string;
  readonly authorization: string;
}

const recorded: { nodejs: Recorded[]; python: Recorded[]; ak: string; sk: string } =
  fixture('official-client-requests');
const { vectors }: { vectors: Vector[] } = fixture('signing');
const key = { accessKey: recorded.ak, secretKey: recorded.sk };
const requests = [...recorded.nodejs, ...recorded.python];

let emulator: LtsEmulator;
let clock = 0;
beforeAll(async () => {
  clock = dateOf(requestAt(0));
  emulator = await startLtsEmulator({ logs: [import.meta.filename], keepTimes: false, now: () => clock });
});
afterAll(() => emulator.close());

test.each(requests)('a request of an official client passes: $method $url $body', async (original) => {
  clock = dateOf(original);

  const { status, text } = await replay(emulator.url, original);

  expect(text).not.toContain('APIGW.0301');
  expect([200, 201, 204, 400, 404]).toContain(status);
});

test.each(requests)(
  'a request of an official client fails when a byte is changed: $method $url',
  async (original) => {
    clock = dateOf(original);

    const { status, text } = await replay(emulator.url, {
      ...original,
      url: original.url.replace('/v2/', '/v2/x'),
    });

    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({
      error_code: 'APIGW.0301',
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  },
);

test.each(vectors)('the signature of a documented vector is right: $name', (vector) => {
  const { pathname, search } = new URL(vector.url);
  const received = toReceived({ ...vector, url: pathname + search });
  received.headers.authorization = vector.authorization;

  const nowMs = dateOf({ ...vector, headers: { 'X-Sdk-Date': vector.date } });

  expect(signatureProblem(received, { accessKey: vector.ak, secretKey: vector.sk }, nowMs)).toBeNull();
});

test.each([
  ['another body', { body: Buffer.from('{}') }, /does not match/],
  ['another method', { method: 'PUT' }, /does not match/],
  ['a query', { path: `${recorded.nodejs[0]?.url}?a=1` }, /does not match/],
])('%s makes the signature wrong', (_, change, problem) => {
  const original = requestAt(0);
  expect(signatureProblem({ ...toReceived(original), ...change }, key, dateOf(original))).toMatch(problem);
});

test.each([
  ['the header is of another form', { authorization: 'Bearer x' }, /is not of the form/],
  [
    'the access key is unknown',
    { authorization: replaced('AKEXAMPLE0000000001', 'AKOTHER') },
    /AKOTHER does not exist/,
  ],
  ['the date is not signed', { authorization: replaced(';x-sdk-date', '') }, /x-sdk-date is not among/],
  ['a signed header was not sent', { 'content-type': undefined }, /content-type was not sent/],
  ['the date is malformed', { 'x-sdk-date': 'yesterday' }, /YYYYMMDDTHHMMSSZ/],
  ['the hash sent is not that of the body', { 'x-sdk-content-sha256': 'ab' }, /not that of the body/],
])('it says what is wrong when %s', (_, headers, problem) => {
  const original = requestAt(0);
  const received = toReceived(original);
  const changed = { ...received, headers: { ...received.headers, ...headers } };
  expect(signatureProblem(changed, key, dateOf(original))).toMatch(problem);
});

test('a clock may be 15 minutes off in either direction, and not a millisecond more', () => {
  const original = requestAt(0);
  const received = toReceived(original);
  const limit = 15 * 60 * 1000;
  for (const skew of [-limit, limit])
    expect(signatureProblem(received, key, dateOf(original) + skew)).toBeNull();
  for (const skew of [-limit - 1, limit + 1]) {
    expect(signatureProblem(received, key, dateOf(original) + skew)).toMatch(/15 minutes/);
  }
});

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
}

function requestAt(index: number): Recorded {
  const found = requests[index];
  if (found === undefined) throw new Error('no such request');
  return found;
}

function replaced(part: string, by: string): string {
  return requestAt(0).headers.Authorization?.replace(part, by) ?? '';
}

function toReceived({ method, url, headers, body }: Recorded): ReceivedRequest {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { method, path: url, headers: Object.fromEntries(lower), body: Buffer.from(body) };
}

function dateOf({ headers }: Pick<Recorded, 'headers'>): number {
  const date = headers['X-Sdk-Date'] ?? '';
  return Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
}

/** fetch would not send the recorded Host header. */
function replay(
  base: string,
  { method, url, headers, body }: Recorded,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = sendRequest(
      base + url,
      { method, headers: { ...headers, Connection: 'close' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject).end(body);
  });
}
