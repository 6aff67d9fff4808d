import { checkEnterpriseProject, checkId, checkName, checkRetention } from './arguments.ts';
import { type Created, confirmCreated, confirmDeleted } from './confirm.ts';
import type { Connection } from './connection.ts';
import { LtsRefusedError } from './errors.ts';
import { CreatedStream, type LogStream, LogStreamList, Nothing } from './schemas.ts';

export interface NewStream {
  readonly groupId: string;
  /** 1 to 64 characters, unique in its group. */
  readonly name: string;
  /** 1 to 365; absent: as its group. */
  readonly retentionDays?: number;
  /** 1 to 64 characters. */
  readonly enterpriseProject?: string;
}

/** API reference, 5.2. */
export function streamCalls(call: Connection, now: () => number) {
  const pathOf = (groupId: string) => `/groups/${encodeURIComponent(groupId.toWellFormed())}/streams`;

  /** 5.2.2: all streams of a group, at most 100. */
  async function listStreams(groupId: string, signal: AbortSignal): Promise<readonly LogStream[]> {
    checkId('log_group_id', groupId);
    const list = { method: 'GET', path: pathOf(groupId), schema: LogStreamList, isRepeatable: true } as const;
    return (await call(list, signal)).log_streams;
  }

  /** A group that is gone has taken its streams along. */
  async function listIfThere(groupId: string, signal: AbortSignal): Promise<readonly LogStream[]> {
    try {
      return await listStreams(groupId, signal);
    } catch (error) {
      if (error instanceof LtsRefusedError && error.reason === 'no_such_group') return [];
      throw error;
    }
  }

  return {
    listStreams,

    /** 5.2.1. No such group is LTS.0201, a name taken LTS.0205, a full group LTS.0206. */
    async createStream(stream: NewStream, signal: AbortSignal): Promise<Created> {
      const { groupId, name } = stream;
      const body = createBody(stream);
      const create = {
        method: 'POST',
        path: pathOf(groupId),
        body,
        schema: CreatedStream,
        isRepeatable: false,
      } as const;
      return confirmCreated(
        async (watch) => (await call(create, signal, watch)).log_stream_id,
        async () => {
          const found = (await listStreams(groupId, signal)).find((one) => one.log_stream_name === name);
          return found && { id: found.log_stream_id, createdAt: found.creation_time };
        },
        now,
      );
    },

    /** 5.2.3: with all its lines. Refused while it has a dump (LTS.0207). */
    async deleteStream(groupId: string, streamId: string, signal: AbortSignal): Promise<void> {
      checkId('log_group_id', groupId);
      checkId('log_stream_id', streamId);
      const path = `${pathOf(groupId)}/${encodeURIComponent(streamId.toWellFormed())}`;
      await confirmDeleted(
        (watch) => call({ method: 'DELETE', path, schema: Nothing, isRepeatable: false }, signal, watch),
        async () => (await listIfThere(groupId, signal)).some((one) => one.log_stream_id === streamId),
      );
    },
  };
}

function createBody({ groupId, name, retentionDays, enterpriseProject }: NewStream): object {
  checkId('log_group_id', groupId);
  checkName('log_stream_name', name);
  if (retentionDays !== undefined) checkRetention(retentionDays);
  if (enterpriseProject !== undefined) checkEnterpriseProject(enterpriseProject);
  return {
    log_stream_name: name,
    ...(retentionDays !== undefined && { ttl_in_days: retentionDays }),
    ...(enterpriseProject !== undefined && { enterprise_project_name: enterpriseProject }),
  };
}
