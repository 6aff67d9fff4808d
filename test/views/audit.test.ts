import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditMessage } from '../../lib/views/audit.ts';
import type { Message } from '../../lib/views/message.ts';
import { asText } from './as-text.ts';
import { auditOf, recordOf } from './messages/audit.ts';
import { expectSound } from './read-message.ts';
import { anwen, rita } from './samples.ts';

const linesOf = (message: Message) =>
  asText(message)
    .split('\n')
    .filter((line) => line.startsWith('• '));
const narrows = (message: Message) => asText(message).includes('`/lts audit since:1h who:me`');

const api = { group: 'checkout', streams: ['api'] };

describe('the audit', () => {
  it('of 50 acts shows all, newest first, each with its time, person, channel, act and outcome', () => {
    const records = Array.from({ length: 50 }, () => recordOf(api));
    const message = auditMessage(auditOf(records), rita);
    expectSound(message);
    const lines = linesOf(message);
    expect([lines.length, narrows(message)]).toEqual([50, false]);
    expect(lines[0]).toMatch(
      /^• 2026-11-2\d \d\d:\d\d:07 {2}@U0RITA0001 · #C0OPS00001 · read lines: checkout\/api · done$/,
    );
    expect(narrows(auditMessage(auditOf(records, { hasMore: true }), rita))).toBe(true);
  });

  it('of an act has one line, whatever its job has left', () => {
    const { outcome: _, ...begun } = recordOf({ ...api, phase: 'begun' });
    const ended = { ...begun, phase: 'ended', outcome: 'ok' } as const;
    expect(linesOf(auditMessage(auditOf([ended, begun]), rita))).toEqual([
      expect.stringMatching(/read lines: checkout\/api · done$/),
    ]);
    expect(linesOf(auditMessage(auditOf([begun]), rita))).toEqual([
      expect.stringMatching(/read lines: checkout\/api · what came of it is not known$/),
    ]);
  });

  const name = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 128, size: 'max' }),
    fc.constantFrom('&'.repeat(64), '\u{1F600}'.repeat(64), '组'.repeat(64), '<!channel>', ' '),
  );
  const record = fc.record({
    command: fc.constantFrom('logs', 'transfer', 'source', 'odd'),
    group: name,
    streams: fc.array(name, { maxLength: 40 }),
    detail: fc.record({ retentionDays: fc.nat(), bucket: name, format: name, setTo: name }),
    source: name,
    outcome: fc.oneof(name, fc.constant('ok')),
  });

  it('of any names is taken by Slack, and says when it does not show all', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 50, size: 'max' }), fc.boolean(), (all, isChinese) => {
        const viewer = { ...(isChinese ? anwen : rita), sources: ['prod', 'staging'] };
        const message = auditMessage(auditOf(all.map(recordOf)), viewer);
        expectSound(message);
        const { length } = linesOf(message);
        expect(length > 0).toBe(all.length > 0);
        expect(narrows(message)).toBe(length < all.length);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 10_000 },
    );
  });
});
