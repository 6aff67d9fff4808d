import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import type { Catalog, Stream } from './catalog.ts';
import { flag, isText, text } from './fields.ts';
import { Refusal, refusal } from './refusal.ts';

const buckets: readonly unknown[] = ['lts-test', 'lts-archive'];
const periods = ['2min', '5min', '30min', '1hour', '3hour', '6hour', '12hour'];

/**
 * 5.4.1. `refusalStatus`: the reference's examples answer a dump that cannot be made with 200 and an error code in
 * the body, its list of error codes says 400.
 */
export function createDump(catalog: Catalog, body: JsonObject, refusalStatus: 200 | 400): Answer {
  const groupId = text(body.log_group_id, 1, 64);
  const streamIds = readStreamIds(body.log_stream_ids);
  text(body.obs_bucket_name, 3, 63);
  flag(body.switch_on, true);
  try {
    checkChoices(body);
    const streams = findStreams(catalog, groupId, streamIds);
    if (!buckets.includes(body.obs_bucket_name)) {
      throw refusal('noSuchBucket', `obs bucket does not exist: ${body.obs_bucket_name}`);
    }
    for (const stream of streams) {
      if (stream.hasDump)
        throw refusal('streamHasDump', `Log stream id is associated by transfer: ${stream.id}`);
    }
    for (const stream of streams) stream.hasDump = true;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(refusalStatus, error.ltsCode, error.message);
    throw error;
  }
  return { status: 201, body: { log_dump_obs_id: randomUUID() } };
}

function readStreamIds(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) throw refusal('invalidBody');
  return value.map((id: unknown) => text(id, 1, 64));
}

function checkChoices(body: JsonObject): void {
  oneOf('type', body.type, ['cycle']);
  oneOf('storage_format', body.storage_format ?? 'RAW', ['RAW', 'JSON']);
  oneOf('period_unit', body.period_unit, ['min', 'hour']);
  oneOf('period+period_unit', `${body.period}${body.period_unit}`, periods);
  for (const name of ['prefix_name', 'dir_prefix_name']) {
    if (body[name] !== undefined && !isText(body[name], 0, 64)) {
      throw refusal('badName', `${name} is invalid, please verify if it's provided as required`);
    }
  }
}

function oneOf(name: string, value: unknown, list: readonly string[]): void {
  if (typeof value === 'string' && list.includes(value)) return;
  throw refusal('notInList', `${name} is not in the list [${list.join(', ')}]`);
}

function findStreams(catalog: Catalog, groupId: string, streamIds: readonly string[]): Stream[] {
  const group = catalog.groups.get(groupId);
  if (group === undefined) throw refusal('noSuchGroup', 'The log group does not existed');
  return streamIds.map((id) => {
    const stream = group.streams.get(id);
    if (stream === undefined) throw refusal('noSuchStream', `Log stream id does not exist: ${id}`);
    return stream;
  });
}
