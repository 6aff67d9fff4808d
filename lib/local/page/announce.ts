import type { Message } from './api.ts';
import { authorName } from './author.ts';
import { byId } from './dom.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { View } from './view.ts';

/** Longer texts would be read for minutes; the message itself is there to be read at leisure. */
const longest = 300;

/** `isOld` says of a message, by its ts, that it stood there before it was found. */
type Announce = (messages: readonly Message[], isOld: (ts: string) => boolean) => void;

/**
 * Tells screen readers what is new or changed by its `text`, as Slack does: blocks may hold pages of logs, and another
 * page may have the same text. What stood there when the conversation was opened is not news.
 */
export function createAnnouncer(view: View): Announce {
  const region = byId('announcer', HTMLElement);
  let known: ReadonlyMap<string, string> | undefined;
  return (messages, isOld) => {
    const isNews = (each: Message): boolean =>
      known?.has(each.ts) ? known.get(each.ts) !== stateOf(each) : !isOld(each.ts);
    const news = known === undefined ? [] : messages.filter(isNews);
    known = new Map(messages.map((each) => [each.ts, stateOf(each)]));
    if (news.length > 0) region.textContent = news.map((message) => spoken(message, view)).join('\n');
  };
}

function stateOf({ text, blocks }: Message): string {
  return JSON.stringify([text, blocks]);
}

function spoken(message: Message, view: View): string {
  const text = mrkdwn(message.text, view).textContent ?? '';
  return `${authorName(message, view)}: ${text.slice(0, longest)}`;
}
