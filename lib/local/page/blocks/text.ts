import { withEmoji } from '../emoji.ts';
import { type Json, optional, readObject, readString, ShapeError } from '../json.ts';
import { mrkdwn } from '../mrkdwn.ts';
import type { View } from '../view.ts';

/** A text object: mrkdwn or plain_text. https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function textObject(text: Json, view: View): Node {
  return readString(text, 'type') === 'mrkdwn'
    ? mrkdwn(readString(text, 'text'), view)
    : document.createTextNode(plainText(text));
}

/** A text object where Slack takes plain_text only, such as a button's label. */
export function plainText(text: Json): string {
  if (readString(text, 'type') !== 'plain_text') throw new ShapeError('only plain_text may stand here');
  const words = readString(text, 'text');
  return text.emoji === false ? words : withEmoji(words);
}

/** The plain text under `key`, if there is one. */
export function optionalPlainText(from: Json, key: string): string | undefined {
  const text = optional(readObject, from, key);
  return text && plainText(text);
}
