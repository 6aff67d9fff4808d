import type { Verb } from '../commands/access.ts';
import { fillIn, mentions } from './mentions.ts';
import { escapeText, joinSentences, type Message, paragraph, richText, sentence } from './message.ts';
import { showTyped, type TypedLine } from './typed-line.ts';
import type { Viewer } from './viewer.ts';

/** What the policy does not let a person do. */
export interface Refusal {
  /** The permission that is missing. */
  readonly verb: Verb;
  /** It is refused to all now. */
  readonly isReadOnly: boolean;
  /** The Slack ids of those who can help; empty: nobody is named. */
  readonly contact: readonly string[];
}

/** Which permission is missing, where, and who can help: the same whether or not there is what was asked for. */
export function refusalMessage(refusal: Refusal, viewer: Viewer, typed?: TypedLine): Message {
  const { words, command, access } = viewer;
  const { missing, readOnly, groupsUnsaid, ask, askNamed, askTheirs } = words.access;
  const { verb, isReadOnly, contact } = refusal;
  const what = isReadOnly ? readOnly(verb) : missing(verb);
  const unsaid = !isReadOnly && access?.isCertain === false ? [groupsUnsaid] : [];
  return {
    text: escapeText(joinSentences(what, ...unsaid, contact.length > 0 ? askNamed : askTheirs)),
    blocks: [
      richText(
        ...(typed ? [paragraph(...showTyped(typed, command))] : []),
        sentence(what),
        ...unsaid.map(sentence),
        contact.length > 0 ? fillIn(ask, { contact: mentions(contact, words) }) : sentence(askTheirs),
      ),
    ],
  };
}
