import { expect, test } from 'vitest';
import { parseKeywords } from '../../../lib/local/lts/keywords.ts';
import { runQuery } from '../../../lib/local/lts/query.ts';
import { StreamLines } from '../../../lib/local/lts/stream-lines.ts';

/** The lines that the keywords find, as they are answered. */
async function find(keywords: string, lines: readonly string[], withHighlights = false): Promise<string[]> {
  const stream = new StreamLines();
  for (const [index, line] of lines.entries()) stream.append(1000 + index, Buffer.from(line), {});
  const { logs } = await runQuery(stream, {
    startTime: 0,
    endTime: 10_000,
    condition: parseKeywords(keywords),
    labels: {},
    limit: 5000,
    newestFirst: false,
    cursor: null,
    withCount: false,
    withHighlights,
  });
  return logs.map(({ content }) => content.replace(/\n$/, ''));
}

async function finds(keywords: string, line: string): Promise<boolean> {
  return (await find(keywords, ['before', line, 'after'])).includes(line);
}

test.each([
  ['error', 'an error here', true],
  ['error', 'ERROR', true],
  ['ERROR', 'level="error"', true],
  ['error', 'errors', false],
  ['installed', 'status half-installed x', false],
  ['half-installed', 'status half-installed x', true],
  ['2023', '2023-01-01 00:00:00', false],
  ['2023-01-01', '2023-01-01 00:00:00', true],
  ['00', '2023-01-01 00:00:00', true],
  ['ab', 'aab ab', true],
  ['aab', 'aaab', false],
  ['错误', '支付 错误, 重试', true],
  ['错误', '支付错误', false],
  ['ÄRGER', 'viel ärger heute', true],
  ['ärger', 'Ärger', true],
  ['ошибка', 'ОШИБКА!', false],
  ['ошибка', '[ОШИБКА]', true],
  ['ОШИБКА', 'Ошибка', true],
  ['user_id', '{"user_id":5}', true],
  ['a.b.c', 'at a.b.c(x)', true],
])('the word %s in "%s": %s', async (keywords, line, expected) => {
  expect(await finds(keywords, line)).toBe(expected);
});

test.each([
  ['a b', 'b then a', true],
  ['a b', 'a only', false],
  ['a AND b', 'b then a', true],
  ['var/log', 'log in var', true],
  ['"var:log"', 'log in var', true],
  ['a or b', 'b', true],
  ['a or b c', 'a', true],
  ['a or b c', 'b', false],
  ['(a or b) c', 'a', false],
  ['(a or b) c', 'b c', true],
  ['a not b', 'a', true],
  ['a not b', 'a b', false],
  ['not b', 'a', true],
  ['not not a', 'a', true],
  ['not (a or b)', 'c', true],
  ['not (a or b)', 'c b', false],
  ['"and"', 'salt and pepper', true],
  ['"and"', 'salt', false],
  ['this "or" that', 'this or that', true],
  ['this "or" that', 'this that', false],
  ['main() failed', 'main failed', true],
  ['main( failed', 'failed in main', true],
  ['"unclosed word', 'word unclosed', true],
])('the query %s on "%s": %s', async (keywords, line, expected) => {
  expect(await finds(keywords, line)).toBe(expected);
});

test.each([
  ['#"a b"', 'x a b y', true],
  ['#"a b"', 'b a', false],
  ['#"a b"', 'a x b', false],
  ['#"a b"', 'a/"b"', true],
  ['#"a b"', 'a bc', false],
  ['#"a b c"', 'a b a b c', true],
  ['#"A and B"', 'a and b', true],
])('the phrase %s in "%s": %s', async (keywords, line, expected) => {
  expect(await finds(keywords, line)).toBe(expected);
});

test('a phrase does not run from one line into the next', async () => {
  expect(await find('#"a b"', ['a', 'b'])).toEqual([]);
});

test.each([
  ['err*', 'errors', true],
  ['err*', 'err', true],
  ['err*', 'xerr', false],
  ['e*r', 'Error', true],
  ['e*r', 'errors', false],
  ['e?ror', 'error', true],
  ['e?ror', 'eror', false],
  ['time?', 'times', true],
  ['time?', 'time', false],
  ['a*b*c', 'axbbxc', true],
  ['a*b*c', 'axcxb', false],
  ['支?失*', '支付失败', true],
  ['"err*"', 'errors', false],
  ['"err*"', 'an err* here', true],
])('the wildcards of %s on "%s": %s', async (keywords, line, expected) => {
  expect(await finds(keywords, line)).toBe(expected);
});

test.each(['', '   ', '://', '""', '()'])(
  'keywords without a word, "%s", leave nothing out',
  async (keywords) => {
    expect(await find(keywords, ['a', 'b'])).toEqual(['a', 'b']);
  },
);

test.each(['and', 'a or', 'or a', 'a and or b', 'not', 'a and not'])('"%s" lacks a word', (keywords) => {
  expect(() => parseKeywords(keywords)).toThrow('Failed to validate the request body');
});

test.each([
  ['error', 'Error: error in errors', '<H>Error</H>: <H>error</H> in errors'],
  ['a b', 'b a', '<H>b</H> <H>a</H>'],
  ['#"a b"', 'a a b', 'a <H>a b</H>'],
  ['err*', 'errors', '<H>errors</H>'],
  ['a not b', 'a c', '<H>a</H> c'],
  ['a a*', 'a ab', '<H>a</H> <H>ab</H>'],
  ['失败', '支付 失败 !', '支付 <H>失败</H> !'],
])('the hits of %s in "%s" are wrapped', async (keywords, line, expected) => {
  const [highlighted] = await find(keywords, [line], true);
  expect(highlighted?.replaceAll('HighLightTag', 'H')).toBe(expected);
});

test('a pattern of many stars is decided in no time', async () => {
  const line = 'a'.repeat(100_000);
  const start = performance.now();
  expect(await find('a*a*a*a*a*a*b', [line])).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
