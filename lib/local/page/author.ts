import type { Message } from './api.ts';
import { avatar, botAvatar } from './avatar.ts';
import { timeOf } from './dates.ts';
import { el, icon } from './dom.ts';
import type { View } from './view.ts';

export function authorName({ from }: Message, view: View): string {
  if (from === null) return view.words.system;
  return view.userName(from) ?? view.words.otherApp;
}

export function authorAvatar(message: Message, view: View): HTMLElement {
  const { from } = message;
  return from === view.botUserId ? botAvatar() : avatar(from ?? '', authorName(message, view));
}

/** The line above a message: who, when, and for whose eyes. */
export function byline(message: Message, view: View): HTMLElement {
  const { words, clock } = view;
  const { from, ts, visibleTo } = message;
  const isApp = from !== null && !view.isPerson(from);
  const ms = timeOf(ts);
  return el(
    'div',
    { class: 'byline' },
    el('span', { class: 'author' }, authorName(message, view)),
    isApp ? el('span', { class: 'badge' }, words.app) : null,
    el('time', { datetime: new Date(ms).toISOString(), title: clock.full(ms) }, clock.time(ms)),
    visibleTo === null ? null : el('span', { class: 'only-you' }, icon('eye'), words.onlyYou),
  );
}
