import type { Channel } from './channels.ts';
import type { Directory } from './directory.ts';
import type { JsonObject } from './json.ts';

/** 2026-01-01, in seconds: nothing here depends on it. */
const CREATED = 1_767_225_600;

/** https://docs.slack.dev/reference/objects/conversation-object */
export function channelObject(channel: Channel, { team, people }: Directory): JsonObject {
  const strangers = people.filter((person) => channel.members.includes(person.id) && person.team !== team);
  const sharedWith = [...new Set(strangers.map((person) => person.team.id))];
  const isShared = sharedWith.length > 0;
  const blank = { value: '', creator: '', last_set: 0 };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_member: channel.botIsMember && !channel.isArchived,
    is_shared: isShared,
    is_ext_shared: isShared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: [team.id, ...sharedWith],
    context_team_id: team.id,
    unlinked: 0,
    created: CREATED,
    creator: people[0]?.id ?? null,
    topic: blank,
    purpose: blank,
    previous_names: [],
  };
}

export function directMessageObject({ id, members, isArchived }: Channel, { team }: Directory): JsonObject {
  return {
    id,
    is_im: true,
    is_archived: isArchived,
    is_org_shared: false,
    is_open: true,
    context_team_id: team.id,
    created: CREATED,
    user: members[0] ?? null,
    priority: 0,
  };
}
