import { createHash } from 'node:crypto';
import type { RepeatCommand } from '../commands/click.ts';
import type { Job } from '../commands/job.ts';
import type { KeptSearch, LatestSearches } from '../commands/latest-searches.ts';
import type { Result } from '../commands/result.ts';
import type { Runnable } from '../commands/run.ts';
import { holdsSecret } from '../commands/search-secrets.ts';
import { endWith } from '../end-with.ts';
import { logError } from '../log.ts';
import { encodeClick } from '../views/buttons.ts';

/** It is kept when the person has been told already, and the job ends no later than this. */
const PATIENCE_MS = 1_000;

/** What a person has searched for. Whether or not it is kept, the search is over. */
export async function keepSearch(
  command: Runnable,
  result: Result,
  job: Job,
  searches: LatestSearches,
): Promise<void> {
  try {
    const search = searchToKeep(command, result, job);
    if (search) await endWith(searches.add(search), AbortSignal.timeout(PATIENCE_MS));
  } catch (error) {
    logError('a search is not kept', error);
  }
}

/** Undefined for what is no search of its own, and for one with a secret in it: without that it would be another one. */
function searchToKeep(
  command: Runnable,
  result: Result,
  { channelId, receivedAt: at }: Job,
): KeptSearch | undefined {
  if (result.kind !== 'page' || !isSearch(command) || holdsSecret(result.search)) return undefined;
  const { stream, search } = result;
  const where = command.kind === 'repeat' ? command.channelId : channelId;
  const click: RepeatCommand = { kind: 'repeat', stream, search, channelId: where };
  return { name: nameOf(click), value: encodeClick(click), at };
}

function isSearch({ kind }: Runnable): boolean {
  return kind === 'logs' || kind === 'search' || kind === 'picked_stream' || kind === 'repeat';
}

/** Of a window that ends now its length counts, and of another one its times. */
function nameOf({ stream, search }: RepeatCommand): string {
  const { start, end, endIsFixed, words, labels, order } = search;
  const window = endIsFixed ? [start, end] : end - start;
  const same = [stream.source, stream.streamId, window, words, Object.entries(labels), order];
  return createHash('sha256').update(JSON.stringify(same)).digest('base64url').slice(0, 22);
}
