import type { Message } from './api.ts';
import { timeOf } from './dates.ts';
import { byId, el } from './dom.ts';
import { KeyedList } from './keyed-list.ts';
import type { Scroll } from './scroll.ts';
import { createThread, type Thread } from './thread.ts';
import type { View } from './view.ts';

interface MessageList {
  update(messages: readonly Message[], repliesOf: (ts: string) => readonly Message[]): void;
  /** Unfolds the thread of a message, now or as soon as it has replies. */
  openThread(ts: string): void;
}

/** The messages of one conversation for one person. Another person or channel gets another list. */
export function createMessageList(view: View, scroll: Scroll, reply: (parent: Message) => void): MessageList {
  const items = el('ol', { class: 'messages' });
  const open = new Set<string>();
  const setOpen = (ts: string, isOpen: boolean): void => {
    if (isOpen) open.add(ts);
    else open.delete(ts);
  };
  const list = new KeyedList<Thread>(
    items,
    ({ message }) => message.ts,
    () => createThread(view, { isOpen: (ts) => open.has(ts), setOpen, reply }),
  );
  byId('messages', HTMLElement).replaceChildren(items);
  let newest = '';
  scroll.toEnd();

  return {
    openThread: (ts) => setOpen(ts, true),
    update(messages, repliesOf): void {
      byId('empty', HTMLElement).hidden = messages.length > 0;
      const last = messages.at(-1)?.ts ?? '';
      scroll.around(() => list.update(toThreads(messages, repliesOf, view)), last > newest);
      newest = last;
    },
  };
}

function toThreads(
  messages: readonly Message[],
  repliesOf: (ts: string) => readonly Message[],
  { clock }: View,
): Thread[] {
  let day: number | undefined;
  return messages.map((message) => {
    const itsDay = clock.dayNumber(timeOf(message.ts));
    const startsDay = itsDay !== day;
    day = itsDay;
    return { message, replies: repliesOf(message.ts), startsDay };
  });
}
