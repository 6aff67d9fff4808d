import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { readFilled } from '../../lib/commands/read-filled.ts';
import { lineOfForm } from '../../lib/views/forms.ts';

const STREAMS = ['g-1 s-1 api', 'g-1 s-2 my app'];
const TRANSFER = { group: 'g-1', stream: STREAMS, bucket: 'logs', period: '12hour', format: 'JSON' };

const wrongIn = (filled: ReturnType<typeof readFilled>) =>
  Object.fromEntries(Array.from(filled.mistakes, ([block, { kind }]) => [block, kind]));

describe('what is filled in', () => {
  it('is the command that could have been typed', () => {
    expect(readFilled('create_group', { name: ' checkout ', ttl: '３0' }).command).toEqual({
      kind: 'create_group',
      name: 'checkout',
      retentionDays: 30,
    });
    expect(
      readFilled('create_stream', { group: 'g-1', name: 'api', ttl: null, project: null }).command,
    ).toEqual({ kind: 'create_stream', group: 'g-1', name: 'api' });
    expect(readFilled('transfer', { ...TRANSFER, prefix: 'a', dir: 'b' }).command).toEqual({
      kind: 'transfer',
      group: 'g-1',
      streams: ['s-1', 's-2'],
      bucket: 'logs',
      every: '12hour',
      format: 'JSON',
      isOn: true,
      prefix: 'a',
      directory: 'b',
    });
  });

  it('reads as the line that would ask for it', () => {
    const typed = { receivedAt: 0, zone: 'UTC' };
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9_. -]{0,30}[a-z0-9]$/);
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 365 }), (group, other, days) => {
        const forms = [
          readFilled('create_group', { name: group, ttl: String(days) }),
          readFilled('create_stream', { group, name: other, ttl: String(days), project: other }),
          readFilled('transfer', { ...TRANSFER, bucket: 'bucket', prefix: other, dir: group }),
        ];
        for (const { command } of forms) {
          if (!command) throw new Error('a form could not be read');
          expect(parseCommand(lineOfForm(command), typed)).toEqual(command);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['create_group', {}, { name: 'name_expected' }],
    ['create_group', { name: 'a/b', ttl: '366' }, { name: 'bad_name', ttl: 'bad_retention' }],
    ['create_group', { name: 'a／b', ttl: '1.5' }, { name: 'bad_name', ttl: 'bad_retention' }],
    ['create_stream', { name: 'x'.repeat(65) }, { group: 'group_expected', name: 'bad_name' }],
    [
      'create_stream',
      { group: 'g', name: 'a\u0007', project: 'p'.repeat(65) },
      { name: 'bad_name', project: 'bad_name' },
    ],
    ['transfer', {}, { group: 'group_expected', bucket: 'option_expected', period: 'option_expected' }],
    ['transfer', { ...TRANSFER, stream: [] }, { stream: 'stream_expected' }],
    ['transfer', { ...TRANSFER, stream: null }, { stream: 'stream_expected' }],
    ['transfer', { ...TRANSFER, group: 'g-2' }, { stream: 'other_streams' }],
    ['transfer', { ...TRANSFER, stream: [...STREAMS, 'g-2 s-3'] }, { stream: 'other_streams' }],
    ['transfer', { group: 'g-1', bucket: 'logs', period: '5min' }, { group: 'other_streams' }],
    [
      'transfer',
      { ...TRANSFER, bucket: 'ab', period: '7min', format: 'XML' },
      { bucket: 'bad_bucket', period: 'bad_period', format: 'bad_format' },
    ],
    [
      'transfer',
      { ...TRANSFER, prefix: 'p'.repeat(65), dir: 'd'.repeat(65) },
      { prefix: 'bad_prefix', dir: 'bad_prefix' },
    ],
  ] as const)('for %s of %j is wrong in each field', (form, values, wrong) => {
    const filled = readFilled(form, values as Parameters<typeof readFilled>[1]);
    expect([wrongIn(filled), filled.command]).toEqual([wrong, undefined]);
  });
});
