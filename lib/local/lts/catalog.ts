import { randomUUID } from 'node:crypto';
import { refusal } from './refusal.ts';
import { StreamLines } from './stream-lines.ts';

/** Per account, and per group. */
const quota = { groups: 100, streamsInGroup: 100 } as const;

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly creationTime: number;
  readonly ttlInDays: number;
  readonly streams: Map<string, Stream>;
}

export interface Stream {
  readonly id: string;
  readonly name: string;
  readonly creationTime: number;
  readonly lines: StreamLines;
  /** Whether a dump to a bucket reads it: such a stream cannot be deleted, nor dumped again. */
  hasDump: boolean;
}

/** The groups and streams of the one account there is. */
export class Catalog {
  readonly groups = new Map<string, Group>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  createGroup(name: string, ttlInDays: number, creationTime = this.now()): Group {
    if (this.groupNamed(name) !== undefined) throw refusal('groupNameTaken');
    if (this.groups.size >= quota.groups) throw refusal('tooManyGroups');
    const group = { id: randomUUID(), name, creationTime, ttlInDays, streams: new Map() };
    this.groups.set(group.id, group);
    return group;
  }

  groupNamed(name: string): Group | undefined {
    return named(this.groups, name);
  }

  group(id: string): Group {
    const group = this.groups.get(id);
    if (group === undefined) throw refusal('noSuchGroup');
    return group;
  }

  deleteGroup(id: string): void {
    const group = this.group(id);
    for (const stream of group.streams.values()) if (stream.hasDump) throw refusal('groupHasDump');
    this.groups.delete(id);
  }

  createStream(groupId: string, name: string, creationTime = this.now()): Stream {
    const { streams } = this.group(groupId);
    if (named(streams, name) !== undefined) throw refusal('streamNameTaken');
    if (streams.size >= quota.streamsInGroup) throw refusal('tooManyStreams');
    const stream = {
      id: randomUUID(),
      name,
      creationTime,
      lines: new StreamLines(),
      hasDump: false,
    };
    streams.set(stream.id, stream);
    return stream;
  }

  stream(groupId: string, id: string): Stream {
    const stream = this.group(groupId).streams.get(id);
    if (stream === undefined) throw refusal('noSuchStream');
    return stream;
  }

  deleteStream(groupId: string, id: string): void {
    if (this.stream(groupId, id).hasDump) throw refusal('streamHasDump');
    this.group(groupId).streams.delete(id);
  }

  /** By names or ids; undefined when there is none. */
  find(group: string, stream: string): Stream | undefined {
    const found = this.groups.get(group) ?? this.groupNamed(group);
    return found?.streams.get(stream) ?? (found && named(found.streams, stream));
  }
}

function named<T extends { readonly name: string }>(
  items: ReadonlyMap<string, T>,
  name: string,
): T | undefined {
  for (const item of items.values()) if (item.name === name) return item;
  return undefined;
}
