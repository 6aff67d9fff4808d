import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupsResult, StreamsResult } from '../../lib/commands/result.ts';
import { decodeClick } from '../../lib/views/buttons.ts';
import { groupsMessage, streamsMessage } from '../../lib/views/lists.ts';
import type { Message } from '../../lib/views/message.ts';
import { expectSound, offersOf } from './read-message.ts';
import { anwen, rita } from './samples.ts';

const ID = '33333333-3333-4333-8333-333333333333';

function groupsOf(names: readonly string[], withIds = false): GroupsResult {
  const groups = names.map((log_group_name) => ({
    log_group_id: ID,
    log_group_name,
    creation_time: 0,
    ttl_in_days: 7,
  }));
  return { kind: 'groups', source: 'prod', groups, withIds };
}

function streamsOf(group: string, names: readonly string[], withIds = false): StreamsResult {
  const streams = names.map((log_stream_name) => ({ log_stream_id: ID, log_stream_name, creation_time: 0 }));
  const [found] = groupsOf([group]).groups;
  if (!found) throw new Error('no group');
  return { kind: 'streams', source: 'prod', group: found, streams, withIds };
}

const named = (count: number) => Array.from({ length: count }, (_, n) => `group-${n}`);

function rowsOf({ blocks }: Message): number {
  const table = blocks.find((block) => block.type === 'data_table');
  return table ? table.rows.length - 1 : 0;
}

describe('a list', () => {
  it.each([
    [99, 99],
    [100, 100],
    [101, 100],
  ])('of %i groups shows %i and offers as many, and says when there are more', (count, shown) => {
    const message = groupsMessage(groupsOf(named(count)), rita);
    expect(rowsOf(message)).toBe(shown);
    expect(offersOf(message)).toHaveLength(shown);
    const more = `And ${count - shown} more, which can be typed by name:`;
    expect(JSON.stringify(message.blocks).includes(more)).toBe(count > shown);
    expect(JSON.stringify(message.blocks).includes('/lts streams group-100')).toBe(count > shown);
  });

  it('goes on to the streams of a group, and to the lines of a stream', () => {
    const [group] = offersOf(groupsMessage(groupsOf(['checkout']), rita));
    expect(group?.actionId).toBe('streams');
    expect(decodeClick(group?.value ?? '')).toEqual({ kind: 'picked_group', source: 'prod', groupId: ID });
    const [stream] = offersOf(streamsMessage(streamsOf('checkout', ['api']), rita));
    expect(stream?.actionId).toBe('logs');
    expect(decodeClick(stream?.value ?? '')).toEqual({
      kind: 'picked_stream',
      source: 'prod',
      groupId: ID,
      streamId: ID,
    });
  });

  it('calls a name that nobody can see by its id', () => {
    const message = groupsMessage(groupsOf(['\u200B \u202E']), rita);
    expect(offersOf(message)[0]?.label).toBe(ID);
  });

  const name = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 128, size: 'max' }),
    fc.constantFrom(
      'x'.repeat(64),
      '&'.repeat(64),
      '\u{1F600}'.repeat(64),
      '组'.repeat(64),
      '<!channel>',
      ':tada:',
      ' ',
    ),
  );

  it('of any names is taken by Slack', () => {
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 120, size: 'max' }),
        name,
        fc.boolean(),
        fc.boolean(),
        (names, group, withIds, isChinese) => {
          const several = { ...(isChinese ? anwen : rita), sources: ['prod', 's'.repeat(32)] };
          const groups = groupsMessage(groupsOf(names, withIds), several);
          const streams = streamsMessage(streamsOf(group, names, withIds), several);
          for (const message of [groups, streams]) {
            expectSound(message);
            expect(rowsOf(message) > 0).toBe(names.length > 0);
          }
        },
      ),
      { numRuns: 100, interruptAfterTimeLimit: 10_000 },
    );
  });
});
