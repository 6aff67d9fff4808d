import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Click, EXPORT_FORMATS } from '../../lib/commands/click.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import { decodeClick, encodeClick } from '../../lib/views/buttons.ts';
import { LIMITS } from '../../lib/views/limits.ts';
import { showName } from '../../lib/views/names.ts';

/** A name as it is shown, which is all that a button keeps of it. */
const name = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' }).map((text) => showName(text));
const source = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,31}$/);
const lineNum = fc.stringMatching(/^\d{19}$/).map((text) => LineNum.parse(text));
const time = fc.stringMatching(/^[!-~]{1,19}$/);
const cursor = fc.record(
  { lineNum, direction: fc.constantFrom('older' as const, 'newer' as const), time },
  { requiredKeys: ['lineNum', 'direction'] },
);
const line = fc.record({ lineNum, time }, { requiredKeys: ['lineNum'] });
const searched = {
  stream: fc.record({
    source,
    groupId: fc.uuid(),
    groupName: name,
    streamId: fc.uuid(),
    streamName: name,
  }),
  search: fc.record({
    start: fc.nat(),
    end: fc.nat(),
    words: fc.string({ unit: 'binary' }),
    labels: fc.dictionary(
      fc.oneof(fc.stringMatching(/^[A-Za-z_][\w.-]*$/), fc.constant('__proto__')),
      fc.string({ unit: 'binary' }),
    ),
    order: fc.constantFrom('newest' as const, 'oldest' as const),
    limit: fc.integer({ min: 1, max: 200 }),
    endIsFixed: fc.boolean(),
    isCounted: fc.boolean(),
  }),
};
const ids = { source, groupId: fc.uuid() };

const click: fc.Arbitrary<Click> = fc.oneof(
  fc.record(
    { kind: fc.constant('page' as const), ...searched, cursor, extends: fc.boolean(), shown: cursor },
    { requiredKeys: ['kind', 'stream', 'search', 'extends'] },
  ),
  fc.record({ kind: fc.constant('repeat' as const), ...searched, channelId: fc.constant('C0OPS000001') }),
  fc.record(
    { kind: fc.constantFrom('share' as const, 'reveal' as const), ...searched, cursor, around: line },
    { requiredKeys: ['kind', 'stream', 'search'] },
  ),
  fc.record({
    kind: fc.constant('export' as const),
    ...searched,
    format: fc.constantFrom(...EXPORT_FORMATS),
  }),
  fc.record(
    { kind: fc.constant('around' as const), ...ids, streamId: fc.uuid(), lineNum, time },
    { requiredKeys: ['kind', 'source', 'groupId', 'streamId', 'lineNum'] },
  ),
  fc.record(
    { kind: fc.constant('open_delete' as const), source, group: fc.uuid(), stream: fc.uuid() },
    { requiredKeys: ['kind', 'source', 'group'] },
  ),
  fc.record({ kind: fc.constant('picked_group' as const), ...ids }),
  fc.record({ kind: fc.constant('picked_stream' as const), ...ids, streamId: fc.uuid() }),
);

/** These stand in selects, too. */
const OPTIONS: readonly Click['kind'][] = ['around', 'picked_group', 'picked_stream'];

describe('a click', () => {
  it('comes back as it was written, and fits where it stands', () => {
    fc.assert(
      fc.property(click, (wanted) => {
        const value = encodeClick(wanted);
        expect(decodeClick(value)).toEqual(wanted);
        if (OPTIONS.includes(wanted.kind)) expect(value.length).toBeLessThanOrEqual(LIMITS.optionValue);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    'null',
    '[]',
    'not json',
    '{"v":1}',
    '{"v":"page"}',
    '{"v":"delete"}',
    'streams',
    'streams prod',
    'logs prod g',
    'at prod g s 12',
    'at prod g s 1795423267512000000 1 2',
  ])('is not read from %j', (value) => {
    expect(decodeClick(value)).toBeUndefined();
  });

  it('is read from nothing by throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
        expect(() => decodeClick(value)).not.toThrow();
      }),
    );
  });
});
