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
  readonly edited: boolean;
  readonly deleted: boolean;
  /** False for an ephemeral reply to a thread that had no replies: Slack takes it, and nobody sees it. */
  readonly shown: boolean;
}

interface Draft extends Content {
  readonly channel: string;
  readonly from: string | null;
  readonly threadTs?: string | undefined;
  readonly visibleTo?: string;
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

  /** @throws SlackRefusal when the thread does not exist, or its parent cannot have replies. */
  post(draft: Draft): Message {
    const { channel, from, text, blocks, threadTs, visibleTo } = draft;
    if (threadTs !== undefined) this.#expectThread(channel, threadTs);
    const message = {
      channel,
      ts: this.#nextTs(channel),
      threadTs: threadTs ?? null,
      from,
      visibleTo: visibleTo ?? null,
      text,
      blocks,
      edited: false,
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
    return this.#put(message, { ...message, ...content, edited: true });
  }

  remove(message: Message): void {
    this.#put(message, { ...message, deleted: true });
  }

  hasReplies(channel: string, threadTs: string): boolean {
    return this.#messages.some(
      (each) =>
        each.channel === channel && each.threadTs === threadTs && each.visibleTo === null && !each.deleted,
    );
  }

  /** The top level, or a thread's parent and its replies, oldest first; with a user, what is theirs to see. */
  list(channel: string, threadTs: string | null, user: string | null): Message[] {
    const isInView = (each: Message) =>
      threadTs === null ? each.threadTs === null : each.ts === threadTs || each.threadTs === threadTs;
    const isTheirs = (each: Message) => user === null || (each.shown && isAddressedTo(each, user));
    return this.#messages.filter((each) => each.channel === channel && isInView(each) && isTheirs(each));
  }

  /** Replies hang on a message of the top level that everybody sees (errors of chat.postMessage). */
  #expectThread(channel: string, threadTs: string): void {
    const parent = this.find(channel, threadTs);
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
