import { createAnnouncer } from './announce.ts';
import { fetchMessages, type Message } from './api.ts';
import { byId } from './dom.ts';
import { createMessageList } from './message-list.ts';
import { startPoll } from './poll.ts';
import { Replies } from './replies.ts';
import type { Scroll } from './scroll.ts';
import type { Place } from './state.ts';
import { inWords } from './status.ts';
import type { ThreadPanel } from './thread-panel.ts';
import type { View } from './view.ts';

interface Hooks {
  readonly scroll: Scroll;
  readonly thread: ThreadPanel;
  readonly unread: (message: Message) => boolean;
}

export interface Conversation {
  /** Looks for news at once. */
  refresh(): void;
  close(): void;
}

/** Shows what `place.person` sees in `place.channel`, and goes on showing it until closed. */
export function openConversation(place: Place, view: View, { scroll, thread, unread }: Hooks): Conversation {
  const ids = { channel: place.channel.id, user: place.person.id };
  const list = createMessageList(view, scroll, unread);
  const replies = new Replies();
  const announce = createAnnouncer(view);
  const trouble = byId('trouble', HTMLElement);

  const look = async (signal: AbortSignal): Promise<void> => {
    try {
      const messages = await fetchMessages(ids, signal);
      await replies.refresh(messages, (threadTs) => fetchMessages({ ...ids, threadTs }, signal));
      if (signal.aborted) return;
      list.update(messages, (ts) => replies.of(ts));
      thread.update(messages, (ts) => replies.of(ts));
      announce([...messages, ...messages.flatMap(({ ts }) => replies.of(ts))], (ts) => replies.isOld(ts));
      trouble.hidden = true;
    } catch (error) {
      if (signal.aborted) return;
      trouble.textContent = inWords(error, view.words);
      trouble.hidden = false;
    }
  };
  const poll = startPoll(look);
  return { refresh: poll.nudge, close: poll.stop };
}
