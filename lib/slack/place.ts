import type { ChannelSettings } from '../commands/channel-settings.ts';
import type { SearchForm } from '../commands/form.ts';
import type { ClickedMessage, Job, MentionedJob } from '../commands/job.ts';
import type { Result } from '../commands/result.ts';
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
 * A typed command, and a form, is answered privately, unless the channel wants answers in public. A mention is answered
 * in its thread, whatever the channel wants: whoever reads the question may read the answer. What waits for a second
 * person is for the channel, and what came of it takes its place.
 */
export function placeOf(
  job: Job,
  command: Runnable,
  result: Pick<Result, 'kind'>,
  { visibility }: Pick<ChannelSettings, 'visibility'>,
): Place {
  if (command.kind === 'share' || result.kind === 'approval_asked') return { kind: 'channel' };
  const chosen = command.kind === 'search' ? chosenPlace(command) : undefined;
  if (chosen) return chosen;
  if (result.kind === 'approval_ended') return job.kind === 'clicked' ? { kind: 'replace' } : PRIVATE;
  if (job.kind === 'mentioned') return placeOfMention(command, job);
  if (job.kind !== 'clicked')
    return visibility === 'public' && !isForOne(command) ? { kind: 'channel' } : PRIVATE;
  return isForOne(command) ? PRIVATE : placeOfClick(command, job.message);
}

/** Of a form that is about a message; undefined for a search that is answered like a typed one. */
function chosenPlace({ isForOne: isPrivate, threadTs }: SearchForm): Place | undefined {
  if (isPrivate) return PRIVATE;
  return threadTs === undefined ? undefined : { kind: 'thread', threadTs };
}

function placeOfMention(command: Runnable, { isDirect, threadTs, ts }: MentionedJob): Place {
  return isDirect || isForOne(command) ? PRIVATE : { kind: 'thread', threadTs: threadTs ?? ts };
}

/**
 * A click on `Older` or `Newer` turns the page where it stands: a private one, and one in a thread. A public message in
 * the channel itself never changes under those who read it, so paging from it opens a page in its thread. What else is
 * clicked adds a message.
 */
function placeOfClick({ kind }: Runnable, { ts, threadTs, isPrivate }: ClickedMessage): Place {
  const isReply = threadTs !== undefined && threadTs !== ts;
  if (kind === 'page' && (isPrivate || isReply)) return { kind: 'replace' };
  return isPrivate ? PRIVATE : { kind: 'thread', threadTs: threadTs ?? ts };
}

/**
 * Where only the person reads what is said to them of a mention: beside it in a thread, which has replies then, for else
 * Slack shows nothing there. In the bot's direct message all messages are such.
 * https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
export function besideMention({ channelId: channel, userId: user, threadTs, isDirect }: MentionedJob) {
  const where = { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
  return isDirect
    ? ({ method: 'chat.postMessage', fields: { ...where, ...NO_PREVIEWS } } as const)
    : ({ method: 'chat.postEphemeral', fields: { ...where, user } } as const);
}

/** Whether others see what goes there. */
export function isForAll(place: Place, job: Job): boolean {
  if (place.kind === 'replace') return job.kind === 'clicked' && !job.message.isPrivate;
  return place.kind !== 'private';
}

/** Not for the others in the channel: it is about the bot, a form that only this person fills in, or revealed to them alone. */
const FOR_ONE: readonly Runnable['kind'][] = [
  'help',
  'use',
  'source',
  'answers',
  'audit',
  'reveal',
  'delete_group',
  'delete_stream',
  'open_delete',
  'open_form',
  'open_search',
  'look_up',
  'refill',
  'home',
];

function isForOne({ kind }: Runnable): boolean {
  return FOR_ONE.includes(kind);
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
