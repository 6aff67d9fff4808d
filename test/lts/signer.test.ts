import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sign } from '../../lib/lts/signer.ts';

interface Vector {
  name: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  ak: string;
  sk: string;
  date: string;
  authorization: string;
}

const file = new URL('../fixtures/signing.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

function dateOf({ date }: Vector): Date {
  return new Date(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

describe('sign', () => {
  it.each(vectors)('signs as documented: $name', (vector) => {
    const { 'X-Sdk-Date': _, ...headers } = vector.headers;
    const key = { accessKey: vector.ak, secretKey: vector.sk };
    const request = { method: vector.method, url: new URL(vector.url), headers, body: vector.body };
    expect(sign(request, key, dateOf(vector))).toEqual({
      'X-Sdk-Date': vector.date,
      Authorization: vector.authorization,
    });
  });

  it('has vectors to prove itself with', () => {
    expect(vectors.length).toBeGreaterThan(10);
  });
});
