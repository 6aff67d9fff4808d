import { checkId, checkKeywords, checkLimit, checkWindow } from './arguments.ts';
import type { Connection } from './connection.ts';
import { QueryAnswer, type QueryBody } from './schemas.ts';

/** API reference, 5.3. */
export function queryCalls(call: Connection) {
  return {
    /** 5.3.1: one page of a window of up to 30 days; 1 to 5,000 lines, and at most 10 MB. `paging.ts` asks this. */
    async queryLogs(
      groupId: string,
      streamId: string,
      body: QueryBody,
      signal: AbortSignal,
    ): Promise<QueryAnswer> {
      checkId('log_group_id', groupId);
      checkId('log_stream_id', streamId);
      checkWindow(Number(body.start_time), Number(body.end_time));
      checkKeywords(body.keywords ?? '');
      checkLimit(body.limit);
      const path = `/groups/${encodeURIComponent(groupId.toWellFormed())}/streams/${encodeURIComponent(streamId.toWellFormed())}/content/query`;
      return call({ method: 'POST', path, body, schema: QueryAnswer, isRepeatable: true }, signal);
    },
  };
}
