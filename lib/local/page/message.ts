import type { Message } from './api.ts';
import { authorAvatar, authorName, byline } from './author.ts';
import { block } from './blocks/block.ts';
import { timeOf } from './dates.ts';
import { el } from './dom.ts';
import { fileCard } from './file-card.ts';
import { keepFocus } from './keep-focus.ts';
import type { ItemView } from './keyed-list.ts';
import { messageActions } from './message-actions.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { View } from './view.ts';

/** One message; `openThread` where it has a thread of its own. It is drawn again only when it changed, so what people do inside it is not disturbed. */
export function createMessage(view: View, openThread?: (ts: string) => void): ItemView<Message> {
  const element = el('article', { class: 'message', tabindex: '-1' });
  let drawn = '';
  return {
    element,
    update(message): void {
      const state = JSON.stringify(message);
      if (state === drawn) return;
      drawn = state;
      keepFocus(element, () => draw(element, message, view, openThread));
    },
  };
}

function draw(
  element: HTMLElement,
  message: Message,
  view: View,
  openThread: ((ts: string) => void) | undefined,
): void {
  element.dataset.ts = message.ts;
  element.ariaLabel = `${authorName(message, view)}, ${view.clock.time(timeOf(message.ts))}`;
  element.classList.toggle('ephemeral', message.visibleTo !== null);
  const body = el('div', { class: 'message-body' }, byline(message, view), ...content(message, view));
  const actions = messageActions(message, view, openThread);
  element.replaceChildren(authorAvatar(message, view), body, ...(actions ? [actions] : []));
}

function content(message: Message, view: View): HTMLElement[] {
  const parts = (message.blocks ?? []).map((each) =>
    block(each, { ...view, use: (action) => view.act(message.ts, action) }),
  );
  if (parts.length === 0) parts.push(el('div', { class: 'prose' }, mrkdwn(message.text, view)));
  parts.push(...message.files.map((file) => fileCard(file, view)));
  if (message.edited) parts.push(el('span', { class: 'edited' }, view.words.edited));
  return parts;
}
