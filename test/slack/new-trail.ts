import type { AuditRecord, AuditTrail } from '../../lib/commands/audit.ts';

/** A trail in memory, oldest record first. */
export function newTrail(): AuditTrail & { readonly records: readonly AuditRecord[] } {
  const records: AuditRecord[] = [];
  return {
    records,
    add: async (record) => void records.push(record),
    list: async () => ({ records: records.toReversed(), hasMore: false }),
  };
}
