import { describe, expect, it } from 'vitest';
import { groupsMessage, streamsMessage } from '../../lib/views/lists.ts';
import type { Message } from '../../lib/views/message.ts';
import { createClock } from '../../lib/views/times.ts';
import { wordsFor } from '../../lib/views/words.ts';

const viewer = { words: wordsFor('en-US'), clock: createClock('UTC'), command: '/lts' };
const group = (n: number) => ({
  log_group_id: 'g',
  log_group_name: `group-${n}`,
  creation_time: 0,
  ttl_in_days: n,
});

function rowsOf({ blocks }: Message): number {
  const table = blocks.find((block) => block.type === 'data_table');
  return table ? table.rows.length - 1 : 0;
}

describe('a list', () => {
  it.each([
    [99, 99, false],
    [100, 100, false],
    [101, 100, true],
  ])('of %i groups shows %i, and says when there are more', (count, shown, hasMore) => {
    const message = groupsMessage(
      Array.from({ length: count }, (_, n) => group(n)),
      viewer,
    );
    expect(rowsOf(message)).toBe(shown);
    expect(JSON.stringify(message.blocks).includes('and 1 more')).toBe(hasMore);
  });

  it('gives a day its singular', () => {
    const text = JSON.stringify(groupsMessage([group(1), group(7)], viewer).blocks);
    expect(text).toContain('"1 day"');
    expect(text).toContain('"7 days"');
  });

  it('suggests names with blanks as they have to be typed', () => {
    const blank = { ...group(1), log_group_name: 'my team' };
    const stream = { log_stream_id: 's', log_stream_name: 'my app', creation_time: 0 };
    expect(JSON.stringify(groupsMessage([blank], viewer).blocks)).toContain('/lts streams \\"my team\\"');
    expect(JSON.stringify(streamsMessage(blank, [stream], viewer).blocks)).toContain(
      '/lts logs \\"my team/my app\\" since:1h',
    );
  });

  it('that is empty says so', () => {
    expect(streamsMessage(group(1), [], viewer).text).toBe('The group group-1 has no streams yet.');
  });
});
