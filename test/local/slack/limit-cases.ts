import { expect, test } from 'vitest';
import { type Block, post } from './block-builders.ts';

/** Blocks with `n` of something, and where Slack points to when `n` is one more than the limit. */
export type LimitCase = [name: string, limit: number, pointer: string, make: (n: number) => Block[]];

export function checkLimits(cases: readonly LimitCase[]): void {
  test.each([...cases])(
    '%s: at the limit taken, one more refused with a pointer',
    async (_name, limit, pointer, make) => {
      expect(await post(make(limit))).toBeUndefined();
      expect(await post(make(limit + 1))).toEqual({
        error: 'invalid_blocks',
        messages: [expect.stringMatching(new RegExp(`^\\[ERROR\\] .+ \\[json-pointer:${pointer}\\]$`))],
      });
    },
  );
}
