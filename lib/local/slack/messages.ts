import type { Content } from './content.ts';
import { createTimestamps } from './ids.ts';
import type { JsonObject } from './json.ts';
import { SlackRefusal } from './refusal.ts';

export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** The parent's ts, or null at the top level. */
  readonly threadTs: string | null;
  /** A user id; null is Slack itself. */
  readonly from: string | null;
  /** The one person who sees an ephemeral message, or null for everybody in the channel. */
  readonly visibleTo: string | null;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** As Slack describes them to programs. */
  readonly files: readonly JsonObject[];
  /** A reply that stands at the top level too. */
  readonly broadcast: boolean;
  /** The ts of the last edit, or null. */
  readonly editedTs: string | null;
  readonly deleted: boolean;
  /** False for an ephemeral reply to a thread that had no replies: Slack takes it, and nobody sees it. */
  readonly shown: boolean;
}

interface Draft extends Content {
  readonly channel: string;
  readonly from: string | null;
  readonly threadTs?: string | undefined;
  readonly visibleTo?: string;
  readonly files?: readonly JsonObject[];
  readonly broadcast?: boolean;
}

export function isSeenBy(message: Message, user: string): boolean {
  return !message.deleted && message.shown && isAddressedTo(message, user);
}

function isAddressedTo(message: Message, user: string): boolean {
  return message.visibleTo === null || message.visibleTo === user;
}

/** Everything that was posted, deleted messages included, in the order of posting. */
export class MessageStore {
  readonly #messages: Message[] = [];
  readonly #nextTs: (channel: string) => string;

  constructor(now: () => number) {
    this.#nextTs = createTimestamps(now);
  }

  /**
   * @throws SlackRefusal `invalid_thread_ts`, `thread_not_found`, or `cannot_reply_to_message` when the parent cannot
   * have replies
   */
  post(draft: Draft): Message {
    const { channel, from, text, blocks, threadTs, visibleTo, files = [], broadcast = false } = draft;
    if (threadTs !== undefined) this.#expectThread(channel, threadTs);
    const message = {
      channel,
      ts: this.#nextTs(channel),
      threadTs: threadTs ?? null,
      from,
      visibleTo: visibleTo ?? null,
      text,
      blocks,
      files,
      broadcast: broadcast && threadTs !== undefined,
      editedTs: null,
      deleted: false,
      shown: visibleTo === undefined || threadTs === undefined || this.hasReplies(channel, threadTs),
    };
    this.#messages.push(message);
    return message;
  }

  /** The message, unless it is absent or deleted. */
  find(channel: string, ts: string): Message | undefined {
    return this.#messages.find((each) => each.channel === channel && each.ts === ts && !each.deleted);
  }

  edit(message: Message, content: Content): Message {
    return this.#put(message, { ...message, ...content, editedTs: this.#nextTs(message.channel) });
  }

  /** A parent with replies leaves a tombstone: its thread goes on without it. */
  remove(message: Message): void {
    this.#put(message, { ...message, deleted: true });
  }

  hasReplies(channel: string, threadTs: string): boolean {
    return this.replies(channel, threadTs).length > 0;
  }

  /** What everybody sees of a thread below its parent, oldest first. */
  replies(channel: string, threadTs: string): Message[] {
    return this.#messages.filter(
      (each) =>
        each.channel === channel && each.threadTs === threadTs && each.visibleTo === null && !each.deleted,
    );
  }

  /** The message, which may have become a tombstone: what replies hang on. */
  findParent(channel: string, ts: string): Message | undefined {
    const parent = this.#messages.find((each) => each.channel === channel && each.ts === ts);
    return parent?.deleted && !this.hasReplies(channel, ts) ? undefined : parent;
  }

  /** The top level, or a thread's parent and its replies, oldest first; with a user, what is theirs to see. */
  list(channel: string, threadTs: string | null, user: string | null): Message[] {
    const isInView = (each: Message) =>
      threadTs === null
        ? each.threadTs === null || each.broadcast
        : each.ts === threadTs || each.threadTs === threadTs;
    const isTheirs = (each: Message) => user === null || (each.shown && isAddressedTo(each, user));
    return this.#messages.filter((each) => each.channel === channel && isInView(each) && isTheirs(each));
  }

  /** The ts of the last message, in a thread or not, that somebody else wrote and this person sees; null for none. */
  newest(channel: string, user: string): string | null {
    const theirs = (each: Message) => each.channel === channel && each.from !== user && isSeenBy(each, user);
    return this.#messages.findLast(theirs)?.ts ?? null;
  }

  /** Replies hang on a message of the top level that everybody sees (errors of chat.postMessage). */
  #expectThread(channel: string, threadTs: string): void {
    if (!/^\d+\.\d{6}$/.test(threadTs)) {
      throw new SlackRefusal('invalid_thread_ts', [`${threadTs} is not a valid thread_ts`]);
    }
    const parent = this.findParent(channel, threadTs);
    if (parent === undefined) throw new SlackRefusal('thread_not_found');
    if (parent.threadTs !== null || parent.visibleTo !== null)
      throw new SlackRefusal('cannot_reply_to_message');
  }

  #put(old: Message, changed: Message): Message {
    const index = this.#messages.findIndex((each) => each.channel === old.channel && each.ts === old.ts);
    this.#messages[index] = changed;
    return changed;
  }
}
