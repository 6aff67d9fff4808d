import { expect, it } from 'vitest';
import { readSources } from '../lib/sources.ts';

const projectId = '0'.repeat(32);
const read = (...sources: object[]) => readSources(JSON.stringify(sources));

it.each([
  ['cn-north-4', 'https://lts.cn-north-4.myhuaweicloud.com', 'https://iam.cn-north-4.myhuaweicloud.com'],
  ['ru-moscow-1', 'https://lts.ru-moscow-1.hc.sbercloud.ru', 'https://iam.ru-moscow-1.hc.sbercloud.ru'],
  ['eu-west-101', 'https://lts.eu-west-101.myhuaweicloud.eu', 'https://iam.eu-west-101.myhuaweicloud.eu'],
])('a region gives both addresses: %s', (region, endpoint, iamEndpoint) => {
  expect(read({ name: 'main', projectId, region })).toEqual([
    expect.objectContaining({ name: 'main', projectId, endpoint, iamEndpoint }),
  ]);
});

it('an address that is named wins over the region, and loses its slash', () => {
  const endpoint = 'https://lts.eu-de.otc.t-systems.com/';
  expect(read({ name: 'otc', projectId, region: 'eu-de', endpoint })[0].endpoint).toBe(
    'https://lts.eu-de.otc.t-systems.com',
  );
});

it.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])(
  'loopback may go without TLS: %s',
  (address) => {
    expect(read({ name: 'main', projectId, endpoint: address, iamEndpoint: address })[0].endpoint).toBe(
      address,
    );
  },
);

it.each([
  'http://lts.example',
  'https://lts.example/v2',
  'https://a@lts.example',
  'ftp://lts.example',
  'lts.example',
  'http://127.0.0.1.example',
  'https://lts.example?',
  'https://lts.example#x',
  'https://:pw@lts.example',
])('is refused: %s', (endpoint) => {
  expect(() => read({ name: 'main', projectId, region: 'cn-north-4', endpoint })).toThrow();
});

it.each([
  ['cn-north-4', 100],
  ['eu-de', 10],
  ['eu-west-101', 10],
  ['ae-ad-1', 10],
])('a stream of %s can be read %d times a minute', (region, reads) => {
  expect(read({ name: 'main', projectId, region })[0].readsPerMinute).toBe(reads);
});

it('an address says as well how often a stream can be read', () => {
  const endpoint = 'https://lts.eu-de.otc.t-systems.com';
  const iamEndpoint = 'https://iam.eu-de.otc.t-systems.com';
  expect(read({ name: 'otc', projectId, endpoint, iamEndpoint })[0].readsPerMinute).toBe(10);
});

it('how often a stream can be read may be set, as a whole number from 1 on', () => {
  const source = { name: 'main', projectId, region: 'eu-de' };
  expect(read({ ...source, readsPerMinute: 1 })[0].readsPerMinute).toBe(1);
  for (const readsPerMinute of [0, 1.5, -10, '10', null])
    expect(() => read({ ...source, readsPerMinute })).toThrow();
});

it('the first of several is the default, and there is at least one', () => {
  const region = 'cn-north-4';
  const names = read({ name: 'a', projectId, region }, { name: 'b', projectId, region }).map(
    ({ name }) => name,
  );
  expect(names).toEqual(['a', 'b']);
  expect(() => read()).toThrow();
  expect(() => read({ name: 'a', projectId, region }, { name: 'a', projectId, region })).toThrow();
});
