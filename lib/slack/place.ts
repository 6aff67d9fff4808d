import type { ChannelSettings } from '../commands/channel-settings.ts';
import type { Job } from '../commands/job.ts';
import type { Runnable } from '../commands/run.ts';
import { assertNever } from '../errors.ts';

/** Where a message goes, as far as a response_url reaches. */
export type Place =
  /** A message of its own that only the person sees. */
  | { readonly kind: 'private' }
  /** A message of its own that the channel sees. */
  | { readonly kind: 'channel' }
  /** A reply that the channel sees. */
  | { readonly kind: 'thread'; readonly threadTs: string }
  /** In place of the message that was clicked, for whoever sees that one. */
  | { readonly kind: 'replace' };

export const PRIVATE: Place = { kind: 'private' };

/** For chat.postMessage: links in a message stay links. */
export const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false };

/**
 * A typed command is answered privately, unless the channel wants answers in public. A click on `Older` or `Newer` turns
 * the page where it stands: a private one, and one in a thread. A public message in the channel itself never changes
 * under those who read it, so paging from it opens a page in its thread. What else is clicked adds a message.
 */
export function placeOf(
  job: Job,
  command: Runnable,
  { visibility }: Pick<ChannelSettings, 'visibility'>,
): Place {
  if (command.kind === 'share') return { kind: 'channel' };
  if (job.kind === 'typed') {
    return visibility === 'public' && !isAboutTheBot(command) ? { kind: 'channel' } : PRIVATE;
  }
  const { ts, threadTs, isPrivate } = job.message;
  const isReply = threadTs !== undefined && threadTs !== ts;
  if (command.kind === 'page' && (isPrivate || isReply)) return { kind: 'replace' };
  return isPrivate ? PRIVATE : { kind: 'thread', threadTs: threadTs ?? ts };
}

/** Whether others see what goes there. */
export function isForAll(place: Place, job: Job): boolean {
  if (place.kind === 'replace') return job.kind === 'clicked' && !job.message.isPrivate;
  return place.kind !== 'private';
}

/** Of no use to the others in the channel. */
function isAboutTheBot({ kind }: Runnable): boolean {
  return kind === 'help' || kind === 'use' || kind === 'source' || kind === 'answers';
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function placeFields(place: Place): object {
  switch (place.kind) {
    case 'private':
      return { response_type: 'ephemeral', replace_original: false };
    case 'channel':
      return { response_type: 'in_channel', replace_original: false };
    case 'thread':
      return { response_type: 'in_channel', replace_original: false, thread_ts: place.threadTs };
    case 'replace':
      return { replace_original: true };
    default:
      return assertNever(place);
  }
}
