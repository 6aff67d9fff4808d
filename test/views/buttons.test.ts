import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageCommand } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import { decodePage, encodePage } from '../../lib/views/buttons.ts';
import { LIMITS } from '../../lib/views/limits.ts';

const name = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' });
const cursor = fc.record({
  lineNum: fc.stringMatching(/^\d{19}$/).map((text) => LineNum.parse(text)),
  direction: fc.constantFrom('older' as const, 'newer' as const),
});
const command: fc.Arbitrary<PageCommand> = fc.record(
  {
    kind: fc.constant('page' as const),
    stream: fc.record({ groupId: fc.uuid(), groupName: name, streamId: fc.uuid(), streamName: name }),
    search: fc.record({
      start: fc.nat(),
      end: fc.nat(),
      words: fc.string(),
      labels: fc.dictionary(
        fc.oneof(fc.stringMatching(/^[A-Za-z_][\w.-]*$/), fc.constant('__proto__')),
        fc.string(),
      ),
      order: fc.constantFrom('newest' as const, 'oldest' as const),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    cursor,
    extends: fc.boolean(),
    shown: cursor,
  },
  { requiredKeys: ['kind', 'stream', 'search', 'extends'] },
);

describe('a page in a button', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(command, (page) => {
        expect(decodePage(encodePage(page))).toEqual(page);
      }),
    );
  });

  it('fits whatever the grammar lets through', () => {
    // Backslashes double in JSON: this is the longest that is let through.
    const typed = parseCommand(`logs g/s ${'\\'.repeat(688)}`, 1_800_000_000_000);
    expect(() => parseCommand(`logs g/s ${'\\'.repeat(689)}`, 0)).toThrow();
    if (typed.kind !== 'logs') throw new Error('a search was expected');
    const id = '0'.repeat(36);
    const page: PageCommand = {
      kind: 'page',
      stream: { groupId: id, groupName: '组'.repeat(64), streamId: id, streamName: '流'.repeat(64) },
      search: typed.search,
      cursor: { lineNum: LineNum.parse('9'.repeat(19)), direction: 'newer' },
      extends: false,
      shown: { lineNum: LineNum.parse('9'.repeat(19)), direction: 'newer' },
    };
    expect(encodePage(page).length).toBeLessThanOrEqual(LIMITS.buttonValue);
  });

  it.each(['', 'null', '{"v":2}', '{"v":1}', 'not json', '[]'])('is not read from %j', (value) => {
    expect(decodePage(value)).toBeUndefined();
  });
});
