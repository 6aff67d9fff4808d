import { expect, it } from 'vitest';
import { holdsSecret, withoutSecrets } from '../../lib/commands/search-secrets.ts';
import { search } from '../views/samples.ts';

const of = (words: string, labels: Readonly<Record<string, string>> = {}) => ({ ...search, words, labels });

it.each([
  of('"password: hunter2-horse"'),
  of('password=hunter2-horse'),
  of('ghp_0123456789abcdefghijABCDEFGHIJ012345'),
  of('error', { password: 'hunter2-horse' }),
  // In two fields what is one text to whoever types it.
  of('error password:', { hunter2: 'horse-battery' }),
  of('Authorization: Bearer', { eyJhbGciOiJIUzI1NiJ9: 'x' }),
])('there is a secret in the search %j', (secret) => {
  expect(holdsSecret(secret)).toBe(true);
});

it.each([
  of(''),
  of('error "payment failed" 10.1.2.3'),
  of('4bf92f3577b34da6a3ce929d0e0e4736'),
  of('timeout', { level: 'warn', hostName: 'ecs 1' }),
])('there is none in the search %j, which stays as it is', (harmless) => {
  expect(holdsSecret(harmless)).toBe(false);
  expect(withoutSecrets(harmless)).toEqual(harmless);
});
