import type { Message } from './api.ts';
import { openMenu } from './blocks/menu.ts';
import { el, icon } from './dom.ts';
import type { View } from './view.ts';

/**
 * What Slack offers beside a message under the pointer or the focus: a reply, and in its menu the apps' shortcuts. What
 * only one person sees has neither.
 */
export function messageActions(
  message: Message,
  view: View,
  openThread: ((ts: string) => void) | undefined,
): HTMLElement | null {
  if (message.visibleTo !== null) return null;
  const { words, shortcuts } = view;
  const buttons: HTMLElement[] = [];
  if (openThread) {
    const reply = action('reply', words.replyInThread);
    reply.addEventListener('click', () => openThread(message.ts));
    buttons.push(reply);
  }
  if (shortcuts.length > 0) {
    const more = action('more', words.messageShortcuts);
    more.ariaHasPopup = 'menu';
    const entries = shortcuts.map(({ callbackId, name }) => ({
      value: callbackId,
      text: name,
      description: view.userName(view.botUserId),
    }));
    more.addEventListener('click', () => {
      const menu = { label: words.messageShortcuts, entries, chosen: undefined };
      openMenu(more, menu, (callbackId) => void view.runShortcut(message.ts, callbackId));
    });
    buttons.push(more);
  }
  return buttons.length === 0 ? null : el('div', { class: 'message-actions' }, ...buttons);
}

function action(picture: string, label: string): HTMLElement {
  return el('button', { type: 'button', 'aria-label': label, title: label }, icon(picture));
}
