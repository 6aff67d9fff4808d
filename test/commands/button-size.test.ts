import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../lib/commands/click.ts';
import type { TypedSearch } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { LIMITS } from '../../lib/views/limits.ts';

const MOMENT = { receivedAt: Date.UTC(2026, 10, 23), zone: 'UTC' };
const ID = '0'.repeat(36);
/** As far from the default as each can be. */
const CURSOR = { lineNum: LineNum.parse('9'.repeat(19)), direction: 'newer', time: '9'.repeat(19) } as const;

function tryParse(filter: string): TypedSearch | undefined {
  try {
    const command = parseCommand(`logs g/s limit:200 order:newest ${filter}`, MOMENT);
    return command.kind === 'logs' ? { ...command.search, endIsFixed: false, isCounted: false } : undefined;
  } catch {
    return undefined;
  }
}

/** The longest filter of its kind that the grammar lets through; the next one is refused. */
function longest(filter: (count: number) => string): TypedSearch {
  let count = 1;
  while (tryParse(filter(count + 1))) count += 1;
  const search = tryParse(filter(count));
  if (!search || count === 1) throw new Error('nothing was let through');
  return search;
}

describe('the largest filter that the grammar lets through', () => {
  it.each([
    ['of short words', (count: number) => 'x '.repeat(count)],
    ['of one long word', (count: number) => 'x'.repeat(count)],
    ['of characters that double in JSON', (count: number) => `x${'\\'.repeat(count)}`],
    ['of phrases', (count: number) => '"a b" '.repeat(count)],
    ['of control characters, six for one in JSON', (count: number) => '\u0001'.repeat(count)],
    ['of halves of characters', (count: number) => '\ud800'.repeat(count)],
    ['of Chinese', (count: number) => '超时'.repeat(count)],
    [
      'of many labels',
      (count: number) => Array.from({ length: count }, (_, index) => `l${index}=1`).join(' '),
    ],
    ['of one long label', (count: number) => `label="${'标'.repeat(count)}"`],
  ])('%s fits into every button with the longest names and cursors', (_, filter) => {
    const search = longest(filter);
    expect(JSON.stringify([search.words, Object.entries(search.labels)]).length).toBeGreaterThan(1_280);
    // Names count by character, of which a few take two; quotes and backslashes double in JSON.
    for (const name of ['组'.repeat(64), '"'.repeat(64), '𠮷'.repeat(64)]) {
      const stream = { source: 's'.repeat(32), groupId: ID, groupName: name, streamId: ID, streamName: name };
      const values = [
        encodeClick({ kind: 'page', stream, search, cursor: CURSOR, extends: false, shown: CURSOR }),
        encodeClick({ kind: 'share', stream, search, cursor: CURSOR }),
        encodeClick({ kind: 'open_search', stream, search }),
        ...EXPORT_FORMATS.map((format) => encodeClick({ kind: 'export', stream, search, format })),
      ];
      for (const value of values) expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
    }
  });
});
