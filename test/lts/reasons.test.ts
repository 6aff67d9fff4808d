import { expect, it } from 'vitest';
import { reasonOf } from '../../lib/lts/reasons.ts';

/** The API reference, table 6.2, in its order. */
const TABLE = [
  '0007 0009 0010 0101 0104 0105 0201 0205 0206 0207 0208 0416 0701 1901 1902 1903 0301',
  '0001 0023 0003 0001 0018 0011 0010 0102 0103 0107 0202 0203',
]
  .join(' ')
  .split(' ')
  .map((number) => `LTS.${number}`);

it.each(TABLE)('%s has a name of its own', (code) => {
  expect(reasonOf(418, code)).not.toBe('unknown');
});

it.each([
  [429, 'throttled'],
  [401, 'bad_token'],
  [500, 'internal_error'],
  [503, 'internal_error'],
  [418, 'unknown'],
])('status %i without a known code is %s', (status, reason) => {
  expect(reasonOf(status, undefined)).toBe(reason);
  expect(reasonOf(status, 'LTS.9999')).toBe(reason);
});
