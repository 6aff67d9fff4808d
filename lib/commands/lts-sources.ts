import type { LtsClient } from '../lts/client.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';

/** The clients of the LTS projects that are configured, by name; the first is the default. */
export type LtsSources = ReadonlyMap<string, LtsClient>;

/** @throws MistakeError for a name that is not configured, or is no longer */
export function findSource(sources: LtsSources, given: string): LtsClient {
  const client = sources.get(given);
  if (client) return client;
  const known = [...sources.keys()];
  throw new MistakeError({ kind: 'unknown_source', given, known, ...suggest(given, known) });
}

export function defaultSource(sources: LtsSources): string {
  const [name = ''] = sources.keys();
  return name;
}
