import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAround } from '../../lib/views/fit.ts';

describe('the items that fit', () => {
  it.each([
    ['from the first', 0, { start: 0, end: 3 }],
    ['from the last', 7, { start: 4, end: 7 }],
    ['on both sides of one', 3, { start: 2, end: 5 }],
    ['near the beginning', 1, { start: 0, end: 3 }],
    ['near the end', 6, { start: 4, end: 7 }],
  ])('are counted %s', (_, anchor, expected) => {
    expect(fitAround([1, 1, 1, 1, 1, 1, 1], 3, anchor)).toEqual(expected);
  });

  it('take no more room than there is, and hold the anchor when it fits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(300), fc.nat(), (costs, room, pick) => {
        const anchor = costs.length === 0 ? 0 : pick % costs.length;
        const { start, end } = fitAround(costs, room, anchor);
        const spent = costs.slice(start, end).reduce((sum, cost) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(room);
        expect(start <= anchor && anchor <= end).toBe(true);
        if ((costs[anchor] ?? 1) <= room && costs.length > 0) expect(end).toBeGreaterThan(anchor);
        if (costs.reduce((sum, cost) => sum + cost, 0) <= room) expect(end - start).toBe(costs.length);
      }),
    );
  });
});
