import { checkId, checkName, checkRetention } from './arguments.ts';
import { type Created, confirmCreated, confirmDeleted } from './confirm.ts';
import type { Connection } from './connection.ts';
import { CreatedGroup, type LogGroup, LogGroupList, Nothing } from './schemas.ts';

export interface NewGroup {
  /** 1 to 64 characters, unique in the project. */
  readonly name: string;
  /** 1 to 365 by this client; the region may allow less, and refuses with LTS.0009. */
  readonly retentionDays: number;
}

/** API reference, 5.1. */
export function groupCalls(call: Connection, now: () => number) {
  /** 5.1.2: all groups of the project, at most 100. */
  async function listGroups(signal: AbortSignal): Promise<readonly LogGroup[]> {
    const list = { method: 'GET', path: '/groups', schema: LogGroupList, isRepeatable: true } as const;
    return (await call(list, signal)).log_groups;
  }

  return {
    listGroups,

    /** 5.1.1. A name taken is LTS.0101, a full project LTS.0104. */
    async createGroup({ name, retentionDays }: NewGroup, signal: AbortSignal): Promise<Created> {
      checkName('log_group_name', name);
      checkRetention(retentionDays);
      const body = { log_group_name: name, ttl_in_days: retentionDays };
      const create = {
        method: 'POST',
        path: '/groups',
        body,
        schema: CreatedGroup,
        isRepeatable: false,
      } as const;
      return confirmCreated(
        async (watch) => (await call(create, signal, watch)).log_group_id,
        async () => {
          const group = (await listGroups(signal)).find((one) => one.log_group_name === name);
          return group && { id: group.log_group_id, createdAt: group.creation_time };
        },
        now,
      );
    },

    /** 5.1.3: with all its streams and their lines. Refused while one of them has a dump (LTS.0105). */
    async deleteGroup(groupId: string, signal: AbortSignal): Promise<void> {
      checkId('log_group_id', groupId);
      const path = `/groups/${encodeURIComponent(groupId.toWellFormed())}`;
      await confirmDeleted(
        (watch) => call({ method: 'DELETE', path, schema: Nothing, isRepeatable: false }, signal, watch),
        async () => (await listGroups(signal)).some((one) => one.log_group_id === groupId),
      );
    },
  };
}
