import { expect, test } from 'vitest';
import { findHints } from '../../../lib/local/page/find-hints.ts';

const all = ['logs checkout/api error', 'logs checkout/api', 'groups', 'group create shop'].map((line) => {
  return { line, about: '' };
});
const COMMAND = ['/lts', '@lts'];
const find = (typed: string, before: readonly string[] = COMMAND) => {
  const { hints, completes } = findHints(typed, before, all);
  return [completes ? 'goes on' : 'shows', ...hints.map(({ line }) => line)];
};
const everything = ['goes on', ...all.map(({ line }) => line)];

test.each([
  ['/', everything],
  ['/lt', everything],
  ['/lts', everything],
  ['@lts ', everything],
  ['/lts gro', ['goes on', 'groups', 'group create shop']],
  ['/lts group', ['goes on', 'groups', 'group create shop']],
  ['/lts groups', ['shows', 'groups']],
  ['/lts logs payments/gateway', ['shows', 'logs checkout/api error', 'logs checkout/api']],
  ['/lts logs checkout/api', ['goes on', 'logs checkout/api error']],
])('%j is hinted at', (typed, hints) => {
  expect(find(typed)).toEqual(hints);
});

test.each(['', 'hello', '/ltsx', '/lts nothing', 'see /lts'])('%j is not', (typed) => {
  expect(find(typed)).toEqual(['shows']);
});

test.each([
  ['/l', '/lts'],
  ['@', '@lts'],
  ['@lts gr', '@lts'],
])('What goes on with %j begins with %j', (typed, before) => {
  expect(findHints(typed, COMMAND, all).before).toBe(before);
});

test('Alone with the bot nothing need stand in front', () => {
  expect(find('lo', [...COMMAND, ''])).toEqual(['goes on', 'logs checkout/api error', 'logs checkout/api']);
  expect(find('/lts lo', [...COMMAND, ''])).toEqual(find('lo', [...COMMAND, '']));
  expect(find('', [...COMMAND, ''])).toEqual(['shows']);
});
