import type { LtsClient } from '../lts/client.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';

/** The client of an LTS project, and how often that lets one stream be read within a minute. */
export interface LtsSource extends LtsClient {
  readonly readsPerMinute: number;
}

/** The LTS projects that are configured, by name; the first is the default. */
export type LtsSources = ReadonlyMap<string, LtsSource>;

/** @throws MistakeError for a name that is not configured, or is no longer */
export function findSource(sources: LtsSources, given: string): LtsSource {
  const source = sources.get(given);
  if (source) return source;
  const known = [...sources.keys()];
  throw new MistakeError({ kind: 'unknown_source', given, known, ...suggest(given, known) });
}

export function defaultSource(sources: LtsSources): string {
  const [name = ''] = sources.keys();
  return name;
}
