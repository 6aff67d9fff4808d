import type { LtsClient } from '../lts/client.ts';
import type { Target, Verb } from './access.ts';
import type { StreamRef } from './command.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';

/** The client of an LTS project, and how often that lets one stream be read within a minute. */
export interface LtsSource extends LtsClient {
  readonly readsPerMinute: number;
}

/** The LTS projects that are configured, by name; the first is the default. */
export type LtsSources = ReadonlyMap<string, LtsSource>;

/**
 * The same as one person may use it: lists hold what they may read, and a call for which they lack a permission is
 * refused before it leaves. Ids that a button brings are looked up, unless the person may do it everywhere.
 */
export interface GuardedSource extends LtsSource {
  /** Nothing in it is hidden from the person. */
  readonly readsAll: boolean;
  /** For what is known by name without LTS, such as what a channel has set. */
  mayRead(stream: Pick<StreamRef, 'groupName' | 'streamName'>): boolean;
  /** Whether there is something in the target with which the person may do this, as far as names tell. */
  mayWithin(verb: Verb, target: Omit<Target, 'source'>): boolean;
  /**
   * The id that a group of this name, or with this id, had when groups were listed last; for whom nothing is hidden. It
   * may be there no more: LTS is to be asked all the same.
   */
  guessGroup(given: string): string | undefined;
  /**
   * To be asked before a write is begun, with names that LTS knows.
   *
   * @throws NotAllowedError
   */
  expectAllowed(verb: Verb, target: Omit<Target, 'source'>): void;
  /**
   * What LTS calls a stream that lines are to be read from; undefined where nothing had to be looked up.
   *
   * @throws MistakeError for one that is not there, or that the person may not read; NotAllowedError
   */
  findNames(
    groupId: string,
    streamId: string,
    signal: AbortSignal,
  ): Promise<Pick<StreamRef, 'groupName' | 'streamName'> | undefined>;
}

/** Those in which the person may read something. */
export type GuardedSources = ReadonlyMap<string, GuardedSource>;

/** @throws MistakeError for a name that is not configured, or is no longer */
export function findSource<S extends LtsSource>(sources: ReadonlyMap<string, S>, given: string): S {
  const source = sources.get(given);
  if (source) return source;
  const known = [...sources.keys()];
  throw new MistakeError({ kind: 'unknown_source', given, known, ...suggest(given, known) });
}

export function defaultSource(sources: ReadonlyMap<string, LtsSource>): string {
  const [name = ''] = sources.keys();
  return name;
}
