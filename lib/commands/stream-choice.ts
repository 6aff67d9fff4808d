import type { StreamRef } from './command.ts';

/**
 * What was chosen in a form: a stream, and the group that it is of, for a person may choose another group before the
 * streams of that are there. `lib/views/choices.ts` writes the values that are read here.
 */
export type ChosenStream = Pick<StreamRef, 'groupId' | 'streamId' | 'streamName'>;
export type ChosenGroup = Pick<StreamRef, 'groupId' | 'groupName'>;

export function readGroup(value: string): ChosenGroup | undefined {
  const [, groupId, groupName] = /^(\S+) (.+)$/s.exec(value) ?? [];
  return groupId && groupName ? { groupId, groupName } : undefined;
}

export function readStream(value: string): ChosenStream | undefined {
  const [, groupId, streamId, streamName] = /^(\S+) (\S+) (.+)$/s.exec(value) ?? [];
  return groupId && streamId && streamName ? { groupId, streamId, streamName } : undefined;
}
