import { checkBucket, checkId, checkPrefix } from './arguments.ts';
import { confirmBlindly } from './confirm.ts';
import type { Connection } from './connection.ts';
import { DUMP_PERIODS } from './dump-periods.ts';
import { LtsArgumentError } from './errors.ts';
import { CreatedDump } from './schemas.ts';

export interface NewDump {
  readonly groupId: string;
  /** At least one. */
  readonly streamIds: readonly string[];
  /** 3 to 63 characters. */
  readonly bucket: string;
  readonly every: keyof typeof DUMP_PERIODS;
  readonly format: 'RAW' | 'JSON';
  readonly isOn: boolean;
  /** Of file names, and of folders: up to 64 characters each. */
  readonly prefix?: string;
  readonly directory?: string;
}

/** API reference, 5.4. */
export function dumpCalls(call: Connection) {
  return {
    /**
     * 5.4.1: copies streams to an OBS bucket from now on; gives the dump's id. This API can neither list nor change
     * dumps, so an outcome that LTS leaves open stays open (LtsUnconfirmedError). LTS.0207 on a later attempt means
     * that there is one, maybe from the first.
     */
    async createDump(dump: NewDump, signal: AbortSignal): Promise<string> {
      const body = createBody(dump);
      const create = {
        method: 'POST',
        path: '/log-dump/obs',
        body,
        schema: CreatedDump,
        isRepeatable: false,
      } as const;
      const created = await confirmBlindly((watch) => call(create, signal, watch));
      return 'log_dump_obs_id' in created ? created.log_dump_obs_id : created.log_dump_objects_id;
    },
  };
}

/** The format is always sent: the reference calls it required, and gives it a default. */
function createBody({ groupId, streamIds, bucket, every, format, isOn, prefix, directory }: NewDump): object {
  checkId('log_group_id', groupId);
  if (streamIds.length === 0) throw new LtsArgumentError('log_stream_ids', 'one stream or more', '');
  for (const id of streamIds) checkId('log_stream_id', id);
  if (!Object.hasOwn(DUMP_PERIODS, every)) {
    throw new LtsArgumentError('period', Object.keys(DUMP_PERIODS).join(', '), every);
  }
  checkBucket(bucket);
  if (prefix !== undefined) checkPrefix('prefix_name', prefix);
  if (directory !== undefined) checkPrefix('dir_prefix_name', directory);
  const [period, period_unit] = DUMP_PERIODS[every];
  return {
    log_group_id: groupId,
    log_stream_ids: streamIds,
    obs_bucket_name: bucket,
    type: 'cycle',
    storage_format: format,
    switch_on: isOn,
    period,
    period_unit,
    ...(prefix !== undefined && { prefix_name: prefix }),
    ...(directory !== undefined && { dir_prefix_name: directory }),
  };
}
