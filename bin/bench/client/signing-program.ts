import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { sign } from '../../../lib/lts/signer.ts';
import { measure } from '../sample.ts';
import { ACCESS_KEY, bodyFor, GROUP, PROJECT, streamWith } from './canned-answers.ts';

// A program: signs as one side does, again and again, and prints the sample.
const [side] = process.argv.slice(2);
const SIGNATURES = 20_000;
const HOST = 'lts.cn-north-4.myhuaweicloud.com';
const HEADERS = { host: HOST, 'content-type': 'application/json', 'X-Project-Id': PROJECT };
const DATE = new Date('2022-08-15T09:10:11Z');
const SDK_DATE = '20220815T091011Z';

/** Queries, each in the form in which one signer and the other takes it. */
const REQUESTS = Array.from({ length: 100 }, (_, n) => {
  const endpoint = `https://${HOST}/v2/${PROJECT}/groups/${GROUP}/streams/${streamWith(n)}/content/query`;
  const data = bodyFor(n);
  return {
    ours: { method: 'POST', url: new URL(endpoint), headers: HEADERS, body: JSON.stringify(data) },
    official: { method: 'POST', endpoint, headers: HEADERS, data },
  };
});

const credentials = new BasicCredentials().withAk(ACCESS_KEY.accessKey).withSk(ACCESS_KEY.secretKey);

type SignAll = (date?: Date) => string[];

const signOurs: SignAll = (date) =>
  REQUESTS.map(({ ours }) => sign(ours, ACCESS_KEY, date ?? new Date()).Authorization ?? '');

const signOfficially: SignAll = (date) =>
  REQUESTS.map(({ official }) => {
    const headers = date ? { ...official.headers, 'X-Sdk-Date': SDK_DATE } : official.headers;
    const signed: { Authorization?: string } = AKSKSigner.sign({ ...official, headers }, credentials);
    return signed.Authorization ?? '';
  });

/** At the time it is, as clients sign. */
function repeat(): string {
  for (let signed = 0; signed < SIGNATURES; signed += REQUESTS.length) signAll();
  return '';
}

const signAll = side === 'ours' ? signOurs : signOfficially;
// What is measured is what a worker does that has signed before.
repeat();
const sample = await measure(repeat);
// The result is what it signs at a time that both sides share.
process.stdout.write(JSON.stringify({ ...sample, result: signAll(DATE).join('\n') }));
