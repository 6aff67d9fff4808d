import { describe, expect, it } from 'vitest';
import type { PageResult } from '../../lib/commands/result.ts';
import { ingestTime } from '../../lib/lts/line-num.ts';
import { LIMITS } from '../../lib/views/limits.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { clickOf, expectSound, offersOf, rowsOf } from './read-message.ts';
import { lineNum, linesOf, pageOf, rita, search, stream } from './samples.ts';

const PRIVATE = { kind: 'private' } as const;
const show = (result: PageResult) => pageMessage(result, rita, PRIVATE);
const repeat = (text: string, count: number) => Array.from({ length: count }, () => text);

describe('a line', () => {
  it('of 500 characters is shown whole, and one of 501 folded, saying by how much', () => {
    const [whole, folded] = rowsOf(show(pageOf(linesOf(['a'.repeat(500), 'b'.repeat(501)]))));
    expect(whole).toBe(`2026-11-23 09:41:07.512  ${'a'.repeat(500)}`);
    expect(folded).toBe(`2026-11-23 09:41:06.512  ${'b'.repeat(500)}… (+1 characters)`);
  });

  it('leaves out what would hide, reorder or colour the text around it', () => {
    const hostile =
      '\u001b[31mred\u001b[0m \u202Edrow\u202C a\u200Bb \u0007 half\uD83D tab\there <!channel> *b* :tada:';
    const [row] = rowsOf(show(pageOf(linesOf([hostile]))));
    expect(row).toBe('2026-11-23 09:41:07.512  red drow ab  half tab\there <!channel> *b* :tada:');
  });
});

describe('a page that does not fit', () => {
  const long = linesOf(repeat('x'.repeat(500), 60));

  it.each([
    ['newest', 'first', 'older'],
    ['newest', 'last', 'newer'],
    ['oldest', 'first', 'newer'],
    ['oldest', 'last', 'older'],
  ] as const)('in the order %s keeps its %s lines, and %s goes on behind them', (order, near, direction) => {
    const result = pageOf(long, { near }, { search: { ...search, order } });
    const message = show(result);
    const shown = rowsOf(message).length;
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThan(60);
    const edge = near === 'first' ? long[shown - 1] : long[60 - shown];
    expect(clickOf(message, direction, 'page')).toMatchObject({
      cursor: { lineNum: edge?.line_num, direction },
      extends: false,
    });
    expect(message.text).toContain(`60 lines match, ${shown} shown`);
  });

  it('keeps as many lines before as after the one that it is about, which it names', () => {
    const about = long[30]?.line_num ?? lineNum(0);
    const message = show(pageOf(long, {}, { around: about }));
    const position = Number(/Around line (\d+) below/.exec(message.text)?.[1]);
    const rows = rowsOf(message);
    expect(rows[position - 1]).toContain(rita.clock.stamp(ingestTime(about)));
    expect(Math.abs(rows.length - position - (position - 1))).toBeLessThanOrEqual(1);
    expect(rows.length).toBeLessThan(60);
    expect(clickOf(message, 'older', 'page')?.cursor?.direction).toBe('older');
    expect(clickOf(message, 'newer', 'page')?.extends).toBe(false);
  });

  it('shows the lines next to where the one it is about was, when that is gone', () => {
    const message = show(pageOf(long, {}, { around: lineNum(0, -59_500) }));
    expect(rowsOf(message).at(-1)).toContain('09:40:08.512');
  });
});

describe('what can be done with a page', () => {
  it.each([
    [99, 99],
    [100, 100],
    [101, 100],
  ])('of %i lines offers %i of them to look around, each by its time', (count, offered) => {
    const message = show(pageOf(linesOf(repeat('x', count))));
    const choices = offersOf(message).filter(({ actionId }) => actionId === 'around');
    expect(rowsOf(message)).toHaveLength(count);
    expect(choices).toHaveLength(offered);
    expect(choices[1]?.label).toBe('09:41:06.512');
    expect(JSON.stringify(message.blocks).includes('Around one of 100 lines')).toBe(count > 100);
    expectSound(message);
  });

  it('offers the lines nearest to where the reader came from', () => {
    const message = show(pageOf(linesOf(repeat('x', 101)), { near: 'last' }));
    const [choice] = offersOf(message).filter(({ actionId }) => actionId === 'around');
    expect(choice?.label).toBe('09:41:06.512');
  });

  it('looks around a line of a stream with custom log times by its time label', () => {
    const labels = { __time__: '1795423267512000000' };
    const message = show(pageOf([{ content: 'x', line_num: lineNum(7), labels }]));
    const { source, groupId, streamId } = stream;
    expect(clickOf(message, 'around', 'around')).toEqual({
      kind: 'around',
      source,
      groupId,
      streamId,
      lineNum: lineNum(7),
      time: labels.__time__,
    });
  });

  it('shares the page that is shown, unless all see it already', () => {
    const cursor = { lineNum: lineNum(9), direction: 'older' } as const;
    const result = pageOf(linesOf(['x']), {}, { cursor });
    expect(clickOf(show(result), 'share', 'share')).toEqual({ kind: 'share', stream, search, cursor });
    expect(clickOf(pageMessage(result, rita, { kind: 'public' }), 'share', 'share')).toBeUndefined();
  });

  it.each([
    ['which is there', lineNum(0), { lineNum: lineNum(0), time: '17' }],
    ['which is gone', lineNum(5), { lineNum: lineNum(5) }],
  ])('shares what is around a line, %s', (_, around, expected) => {
    const line = { content: 'x', line_num: lineNum(0), labels: { __time__: '17' } };
    const message = show(pageOf([line], {}, { around }));
    expect(clickOf(message, 'share', 'share')).toEqual({ kind: 'share', stream, search, around: expected });
  });

  it('exports lines where there are some', () => {
    const exported = { kind: 'export', stream, search, format: 'ndjson' };
    expect(clickOf(show(pageOf(linesOf(['x']))), 'export', 'export')).toEqual(exported);
    expect(clickOf(show(pageOf([])), 'export', 'export')).toBeUndefined();
  });

  it('always looks for newer lines; at the newest end with the end of the window moved', () => {
    const lines = linesOf(['b', 'a']);
    const end = { lineNum: lineNum(0), direction: 'newer' } as const;
    expect(clickOf(show(pageOf([])), 'newer', 'page')).toMatchObject({ extends: true });
    expect(clickOf(show(pageOf(lines)), 'newer', 'page')).toMatchObject({ extends: true, cursor: end });
    expect(clickOf(show(pageOf(lines, { newer: end })), 'newer', 'page')).toMatchObject({ extends: false });
  });
});

it('counts nothing that nobody counted', () => {
  const older = { lineNum: lineNum(1), direction: 'older' } as const;
  expect(show(pageOf(linesOf(['x']), { older })).text).toContain('1 line shown');
  expect(show(pageOf(linesOf(['x']), { older, count: 2 })).text).toContain('2 lines match, 1 shown');
});

it('has room for the longest line, whatever stands above it', () => {
  const names = { ...stream, groupName: '&'.repeat(80), streamName: '<'.repeat(80) };
  const result = pageOf(linesOf(repeat('&'.repeat(900), 9)), {}, { stream: names });
  const message = show({ ...result, search: { ...search, words: '&'.repeat(1_290) } });
  expect(rowsOf(message).length).toBeGreaterThan(0);
  expect(rowsOf(message)[0]).toHaveLength(25 + LIMITS.logLine + ' (+400 characters)'.length + 1);
  expectSound(message);
});
