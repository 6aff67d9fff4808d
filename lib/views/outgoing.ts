import type { HomeView, ModalView } from '@slack/types';
import { redactText } from '../redaction/log-lines.ts';
import type { Message } from './message.ts';

declare const checked: unique symbol;

/** A message, a modal or Home that may leave for Slack. Only `outgoing` makes it. */
export type Outgoing<T> = T & { readonly [checked]: true };

/** The properties that hold what people read. */
const READ = ['text', 'caption'];

/**
 * The last gate: all that people read is without secrets, whatever view it is of. Lines of a log have been looked at
 * together, as `Redacted`, and stand in rich_text_preformatted alone: they pass, for they may have been revealed.
 */
export function outgoing<T extends Message | ModalView | HomeView>(view: T): Outgoing<T> {
  return redactIn(view) as Outgoing<T>;
}

function redactIn(part: unknown, name = ''): unknown {
  if (typeof part === 'string') return READ.includes(name) ? redactText(part) : part;
  if (Array.isArray(part)) return part.map((each) => redactIn(each, name));
  if (typeof part !== 'object' || part === null) return part;
  if ('type' in part && part.type === 'rich_text_preformatted') return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, redactIn(value, key)]));
}
