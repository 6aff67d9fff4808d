import type { Message } from './api.ts';
import { timeOf } from './dates.ts';
import { el, icon } from './dom.ts';
import { type ItemView, KeyedList } from './keyed-list.ts';
import { createMessage } from './message.ts';
import type { View } from './view.ts';

/** A message of the channel with the replies that this person sees. */
export interface Thread {
  readonly message: Message;
  readonly replies: readonly Message[];
  /** Whether a line with the day's name stands above it. */
  readonly startsDay: boolean;
}

/** What the list knows of its threads beyond one drawing. */
export interface ThreadHooks {
  readonly isOpen: (ts: string) => boolean;
  readonly setOpen: (ts: string, open: boolean) => void;
  readonly reply: (parent: Message) => void;
}

/** A message of the channel; under it its thread, folded behind the count of replies. */
export function createThread(view: View, hooks: ThreadHooks): ItemView<Thread> {
  const day = el('span');
  const dayLine = el('div', { class: 'day' }, day);
  const parent = createMessage(view);
  const fold = createFold(view, hooks);
  return {
    element: el('li', {}, dayLine, parent.element, fold.element),
    update(thread): void {
      dayLine.hidden = !thread.startsDay;
      day.textContent = view.clock.dayName(timeOf(thread.message.ts));
      parent.update(thread.message);
      fold.update(thread);
    },
  };
}

function createFold(view: View, hooks: ThreadHooks): ItemView<Thread> {
  const toggle = el('button', { type: 'button', class: 'replies' });
  const list = el('div', { class: 'thread-messages' });
  const reply = el('button', { type: 'button', class: 'button default' }, view.words.replyInThread);
  const inside = el('div', { class: 'thread-inside' }, list, reply);
  const replies = new KeyedList<Message>(
    list,
    ({ ts }) => ts,
    () => createMessage(view),
  );
  const element = el('div', { class: 'thread', hidden: true }, toggle, inside);
  let parent: Message | undefined;

  const show = (open: boolean): void => {
    toggle.ariaExpanded = String(open);
    inside.hidden = !open;
  };
  toggle.addEventListener('click', () => {
    if (!parent) return;
    const open = !hooks.isOpen(parent.ts);
    hooks.setOpen(parent.ts, open);
    show(open);
  });
  reply.addEventListener('click', () => parent && hooks.reply(parent));
  return {
    element,
    update(thread): void {
      parent = thread.message;
      element.hidden = thread.replies.length === 0;
      toggle.replaceChildren(icon('chat'), view.words.replies(thread.replies.length));
      replies.update(thread.replies);
      show(hooks.isOpen(parent.ts));
    },
  };
}
