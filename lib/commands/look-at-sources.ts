import { LtsError, LtsRefusedError, LtsUnreachableError } from '../lts/errors.ts';
import type { GuardedSource } from './lts-sources.ts';
import type { HomeResult, SourceState } from './result.ts';
import type { RunContext } from './run.ts';

/** Whoever opens Home waits for the slowest source. */
const LOOK_MS = 3_000;

/** Whether each LTS project that the person may read answers, asked all at once. */
export async function lookAtSources({
  sources,
  signal,
}: Pick<RunContext, 'sources' | 'signal'>): Promise<HomeResult> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
  const looks = Array.from(sources, async ([name, lts]): Promise<SourceState> => {
    return { name, ...(await stateOf(lts, until)) };
  });
  return { kind: 'home', sources: await Promise.all(looks) };
}

type State =
  | { readonly state: 'reachable' | 'silent' | 'unreadable' }
  | { readonly state: 'refused'; readonly code: string };

async function stateOf(lts: GuardedSource, signal: AbortSignal): Promise<State> {
  try {
    await lts.listGroups(signal);
    return { state: 'reachable' };
  } catch (error) {
    if (error instanceof LtsUnreachableError) return { state: 'silent' };
    if (error instanceof LtsRefusedError)
      return { state: 'refused', code: error.ltsCode ?? `HTTP ${error.status}` };
    if (error instanceof LtsError) return { state: 'unreadable' };
    throw error;
  }
}
