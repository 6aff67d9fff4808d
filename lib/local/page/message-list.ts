import type { Message } from './api.ts';
import { timeOf } from './dates.ts';
import { byId, el } from './dom.ts';
import { KeyedList } from './keyed-list.ts';
import type { Scroll } from './scroll.ts';
import { createThread, type Thread } from './thread.ts';
import type { View } from './view.ts';

interface MessageList {
  update(messages: readonly Message[], repliesOf: (ts: string) => readonly Message[]): void;
}

/**
 * The messages of one conversation for one person. Another person or channel gets another list. `unread` says which of
 * those that stand there at first the person has not read.
 */
export function createMessageList(
  view: View,
  scroll: Scroll,
  unread: (message: Message) => boolean,
): MessageList {
  const items = el('ol', { class: 'messages' });
  const list = new KeyedList<Thread>(
    items,
    ({ message }) => message.ts,
    () => createThread(view),
  );
  byId('messages', HTMLElement).replaceChildren(items);
  let newest = '';
  /** Above it stands the line that says so; empty for none. */
  let firstNew: string | undefined;
  scroll.toEnd();

  return {
    update(messages, repliesOf): void {
      byId('empty', HTMLElement).hidden = messages.length > 0;
      firstNew ??= messages.find(unread)?.ts ?? '';
      const last = messages.at(-1)?.ts ?? '';
      const threads = toThreads(messages, repliesOf, view, firstNew);
      scroll.around(() => list.update(threads), last > newest);
      newest = last;
    },
  };
}

function toThreads(
  messages: readonly Message[],
  repliesOf: (ts: string) => readonly Message[],
  { clock }: View,
  firstNew: string,
): Thread[] {
  let day: number | undefined;
  return messages.map((message) => {
    const itsDay = clock.dayNumber(timeOf(message.ts));
    const startsDay = itsDay !== day;
    day = itsDay;
    return { message, replies: repliesOf(message.ts), startsDay, startsNew: message.ts === firstNew };
  });
}
