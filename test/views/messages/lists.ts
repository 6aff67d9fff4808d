import { groupsMessage, streamsMessage } from '../../../lib/views/lists.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { NOW, stream } from '../samples.ts';
import type { Samples } from './samples.ts';

const DAY = 86_400_000;

const checkout = {
  log_group_id: stream.groupId,
  log_group_name: stream.groupName,
  creation_time: NOW - 30 * DAY,
  ttl_in_days: 7,
};
const team = { ...checkout, log_group_name: 'my team', ttl_in_days: 1, creation_time: NOW };
const api = {
  log_stream_id: stream.streamId,
  log_stream_name: stream.streamName,
  creation_time: NOW - DAY,
  filter_count: 2,
};
const app = { log_stream_id: stream.streamId, log_stream_name: 'my app', creation_time: NOW };

export function listMessages(viewer: Viewer): Samples {
  const several = { ...viewer, sources: ['prod', 'staging'] };
  const groups = { kind: 'groups', source: 'prod', groups: [checkout, team], withIds: false } as const;
  const streams = {
    kind: 'streams',
    source: 'prod',
    group: checkout,
    streams: [api, app],
    withIds: false,
  } as const;
  const many = Array.from({ length: 101 }, (_, n) => ({ ...checkout, log_group_name: `g${n}` }));
  return {
    groups: groupsMessage(groups, viewer),
    'groups with ids, of one of several sources': groupsMessage({ ...groups, withIds: true }, several),
    'more groups than fit': groupsMessage({ ...groups, groups: many }, viewer),
    'no groups': groupsMessage({ ...groups, groups: [] }, viewer),
    streams: streamsMessage(streams, viewer),
    'streams with ids': streamsMessage({ ...streams, withIds: true }, viewer),
    'no streams, of one of several sources': streamsMessage(
      { ...streams, group: team, streams: [] },
      several,
    ),
  };
}
