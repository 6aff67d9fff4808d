import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from '../../lib/views/grouped.ts';

it('a count reads as in English and in Chinese', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (count) => {
      for (const locale of ['en', 'zh-CN']) expect(grouped(count)).toBe(count.toLocaleString(locale));
    }),
  );
});
