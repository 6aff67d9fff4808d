import { describe, expect, it } from 'vitest';
import type { Mistake } from '../../lib/commands/mistake.ts';
import { placeOfName } from '../../lib/commands/name-place.ts';

const group = (given: string): Mistake => ({ kind: 'unknown_group', given });
const stream = (given: string): Mistake => ({ kind: 'unknown_stream', given, group: 'g' });

describe('a name that LTS does not know', () => {
  it.each([
    ['streams chekcout ids', group('chekcout'), 'streams '.length, 'chekcout'],
    ['logs since:1h logs/logs logs', group('logs'), 'logs since:1h '.length, 'logs'],
    ['logs since:1h logs/logs logs', stream('logs'), 'logs since:1h logs/'.length, 'logs'],
    ['logs checkout/a/b', stream('a/b'), 'logs checkout/'.length, 'a/b'],
    ['use "check out"/"api v2"', group('check out'), 4, '"check out"'],
    ['use "check out"/"api v2"', stream('api v2'), 16, '"api v2"'],
    ['use "check out/api v2"', stream('api v2'), 4, '"check out/api v2"'],
    ['transfer g/a,b， c bucket:abc', stream('b'), 13, 'b'],
    ['transfer g/a,b， c bucket:abc', stream('c'), 16, 'c'],
    [
      'source Prodution',
      { kind: 'unknown_source', given: 'prodution', known: [] } satisfies Mistake,
      7,
      'Prodution',
    ],
  ])('is marked in %s', (text, mistake, start, marked) => {
    const place = placeOfName(text, mistake);
    expect(place).toEqual({ start, end: start + marked.length });
    expect(text.slice(place?.start, place?.end)).toBe(marked);
  });

  it.each([
    ['logs error', stream('api')],
    ['logs error', group('logs')],
    ['logs error', { kind: 'no_default_stream' } satisfies Mistake],
  ])('is not marked when it was not typed: %s', (text, mistake) => {
    expect(placeOfName(text, mistake)).toBeUndefined();
  });
});
