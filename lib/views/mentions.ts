import type { RichTextElement, RichTextSection } from '@slack/types';
import { paragraph, plain } from './message.ts';
import type { Words } from './words.ts';

/** A sentence of a catalogue whose `{names}` are filled in: where they stand is the language's affair. */
export function fillIn(
  template: string,
  parts: Readonly<Record<string, readonly RichTextElement[]>>,
): RichTextSection {
  const pieces = template.split(/\{(\w+)\}/);
  return paragraph(
    // Every second one is a name.
    ...pieces.flatMap((piece, index) => (index % 2 ? (parts[piece] ?? []) : piece ? [plain(piece)] : [])),
  );
}

/** A person, a user group or a channel by its Slack id, as Slack draws its name; or `everyone`. It notifies those who see it. */
export function mention(id: string, { everyone }: Pick<Words, 'everyone'>): RichTextElement {
  if (id === 'everyone') return plain(everyone);
  if (id.startsWith('S')) return { type: 'usergroup', usergroup_id: id };
  return /^[CG]/.test(id) ? { type: 'channel', channel_id: id } : { type: 'user', user_id: id };
}

/** Several of them, in a row. */
export function mentions(ids: readonly string[], words: Pick<Words, 'everyone' | 'list'>): RichTextElement[] {
  const between = words.list(['', '']);
  return ids.flatMap((id, index) => [...(index > 0 ? [plain(between)] : []), mention(id, words)]);
}

/** Of each list one: as a rule there is one list. */
export function oneOfEach(
  lists: readonly (readonly string[])[],
  words: Pick<Words, 'everyone' | 'list' | 'and'>,
): RichTextElement[] {
  return lists.flatMap((ids, index) => [...(index > 0 ? [plain(words.and)] : []), ...mentions(ids, words)]);
}
