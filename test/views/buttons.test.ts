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

function parse(filter: string): PageCommand['search'] | undefined {
  try {
    const typed = parseCommand(`logs g/s ${filter}`, 1_800_000_000_000);
    return typed.kind === 'logs' ? typed.search : undefined;
  } catch {
    return undefined;
  }
}

describe('a page in a button', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(command, (page) => {
        expect(decodePage(encodePage(page))).toEqual(page);
      }),
    );
  });

  it.each([
    ['words', (n: number) => 'x '.repeat(n)],
    ['characters that double in JSON', (n: number) => '\\'.repeat(n)],
    ['many small labels', (n: number) => Array.from({ length: n }, (_, index) => `l${index}=1`).join(' ')],
    ['one long label', (n: number) => `label="${'标'.repeat(n)}"`],
  ])('fits with as much as the grammar lets through: %s', (_, text) => {
    const lengths = Array.from({ length: 2_000 }, (_, n) => n + 1);
    const accepted = lengths.map((n) => parse(text(n))).filter((typed) => typed !== undefined);
    const longest = accepted.at(-1);
    if (!longest) throw new Error('nothing was let through');
    expect(accepted.length).toBeLessThan(lengths.length);
    const id = '0'.repeat(36);
    const far = { lineNum: LineNum.parse('9'.repeat(19)), direction: 'newer', time: '9'.repeat(19) } as const;
    const page: PageCommand = {
      kind: 'page',
      stream: { groupId: id, groupName: '组'.repeat(64), streamId: id, streamName: '流'.repeat(64) },
      search: longest,
      cursor: far,
      extends: false,
      shown: far,
    };
    expect(encodePage(page).length).toBeLessThanOrEqual(LIMITS.buttonValue);
  });

  it.each(['', 'null', '{"v":2}', '{"v":1}', 'not json', '[]'])('is not read from %j', (value) => {
    expect(decodePage(value)).toBeUndefined();
  });
});
