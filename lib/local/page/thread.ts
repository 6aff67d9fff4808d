import type { Message } from './api.ts';
import { timeOf } from './dates.ts';
import { el, icon } from './dom.ts';
import type { ItemView } from './keyed-list.ts';
import { createMessage } from './message.ts';
import type { View } from './view.ts';

/** A message of the channel with the replies that this person sees. */
export interface Thread {
  readonly message: Message;
  readonly replies: readonly Message[];
  /** Whether a line with the day's name stands above it. */
  readonly startsDay: boolean;
  /** Whether it is the first that the person has not read. */
  readonly startsNew: boolean;
}

/** A message of the channel; under it the count of its replies, which opens the thread. */
export function createThread(view: View): ItemView<Thread> {
  const day = el('span');
  const dayLine = el('div', { class: 'day' }, day);
  const newLine = el('div', { class: 'day new', hidden: true }, el('span', {}, view.words.newLine));
  const parent = createMessage(view, view.openThread);
  const replies = el('button', { type: 'button', class: 'replies', hidden: true });
  let ts = '';
  replies.addEventListener('click', () => view.openThread(ts));
  return {
    element: el('li', {}, dayLine, newLine, parent.element, replies),
    update(thread): void {
      ts = thread.message.ts;
      dayLine.hidden = !thread.startsDay;
      newLine.hidden = !thread.startsNew;
      day.textContent = view.clock.dayName(timeOf(ts));
      parent.update(thread.message);
      updateReplies(replies, thread.replies, view);
    },
  };
}

function updateReplies(button: HTMLElement, replies: readonly Message[], { words, clock }: View): void {
  const last = replies.at(-1);
  button.hidden = last === undefined;
  if (last === undefined) return;
  const count = el('span', {}, words.replies(replies.length));
  const time = el('span', { class: 'last-reply' }, words.lastReply(clock.time(timeOf(last.ts))));
  button.replaceChildren(icon('chat'), count, time);
}
