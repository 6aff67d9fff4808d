import type { LogGroup, LogStream } from '../../lts/schemas.ts';
import type { Answer } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import type { Catalog } from './catalog.ts';
import { text, wholeNumber } from './fields.ts';
import { refusal } from './refusal.ts';

/** 5.1.1. `maxTtlDays`: the reference names 7 and 365. */
export function createGroup(catalog: Catalog, body: JsonObject, maxTtlDays: number): Answer {
  const name = text(body.log_group_name, 1, 64);
  const group = catalog.createGroup(name, ttl(body.ttl_in_days, maxTtlDays));
  return { status: 201, body: { log_group_id: group.id } };
}

/** 5.1.2 */
export function listGroups(catalog: Catalog): Answer {
  const groups = Array.from(
    catalog.groups.values(),
    (group): LogGroup => ({
      creation_time: group.creationTime,
      log_group_name: group.name,
      log_group_id: group.id,
      ttl_in_days: group.ttlInDays,
    }),
  );
  return { status: 200, body: { log_groups: groups } };
}

/** 5.1.3 */
export function deleteGroup(catalog: Catalog, groupId: string): Answer {
  catalog.deleteGroup(groupId);
  return { status: 204 };
}

/** 5.2.1. A stream's own storage time and enterprise project are checked, and answered by no call. */
export function createStream(catalog: Catalog, groupId: string, body: JsonObject): Answer {
  const name = text(body.log_stream_name, 1, 64);
  if (body.ttl_in_days !== undefined) ttl(body.ttl_in_days, 365);
  if (body.enterprise_project_name !== undefined) text(body.enterprise_project_name, 1, 64);
  return { status: 201, body: { log_stream_id: catalog.createStream(groupId, name).id } };
}

/** 5.2.2 */
export function listStreams(catalog: Catalog, groupId: string): Answer {
  const streams = Array.from(
    catalog.group(groupId).streams.values(),
    (stream): LogStream => ({
      creation_time: stream.creationTime,
      log_stream_name: stream.name,
      log_stream_id: stream.id,
      filter_count: 0,
    }),
  );
  return { status: 200, body: { log_streams: streams } };
}

/** 5.2.3 */
export function deleteStream(catalog: Catalog, groupId: string, streamId: string): Answer {
  catalog.deleteStream(groupId, streamId);
  return { status: 204 };
}

function ttl(value: unknown, max: number): number {
  const days = wholeNumber(value);
  if (days === undefined || days < 1 || days > max) throw refusal('invalidBody');
  return days;
}
