import { el } from './dom.ts';
import type { View } from './view.ts';

/** Mentions, links and dates: the same things in mrkdwn and in rich_text. */
export function userMention(id: string, view: View): HTMLElement {
  return el('span', { class: 'mention' }, `@${view.userName(id) ?? id}`);
}

export function channelMention(id: string, view: View): HTMLElement {
  return el('span', { class: 'mention' }, `#${view.channelName(id) ?? id}`);
}

/** `label` is what the bot calls it; else its handle. */
export function groupMention(id: string, view: View, label?: string): HTMLElement {
  return el('span', { class: 'mention' }, label ?? `@${view.groupName(id) ?? id}`);
}

/** `@here`, `@channel` or `@everyone`: it would notify them all, so it must be seen. */
export function broadcastMention(range: string): HTMLElement {
  return el('span', { class: 'mention broadcast' }, `@${range}`);
}

/** A link, or null for what is no address that a browser should open. */
export function link(url: string, label: string): HTMLAnchorElement | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return null;
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** The last second that a Date can hold. https://tc39.es/ecma262/#sec-time-values-and-time-range */
const lastSecond = 8.64e12;

/** A moment, filled into the template in the reader's zone; null for seconds that are none. */
export function date(seconds: number, template: string, view: View): HTMLElement | null {
  if (!(Math.abs(seconds) <= lastSecond)) return null;
  const ms = seconds * 1000;
  const attributes = { datetime: new Date(ms).toISOString(), title: view.clock.full(ms) };
  return el('time', attributes, view.clock.fill(template, ms));
}
