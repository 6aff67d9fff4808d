import { newBlockId } from './ids.ts';
import type { JsonObject } from './json.ts';

/**
 * What Slack makes of a typed line: `&`, `<` and `>` escaped, the bot's handle turned into a mention, and the
 * rich_text block that its composer writes.
 */
export function toSlackText(
  line: string,
  handle: string,
  botUserId: string,
): { text: string; blocks: JsonObject[] } {
  const mention = `<@${botUserId}>`;
  const pieces = line.replaceAll(handle, mention).split(mention);
  const text = pieces.map(escapeText).join(mention);
  const elements = pieces.flatMap((piece, index): JsonObject[] => [
    ...(index === 0 ? [] : [{ type: 'user', user_id: botUserId }]),
    ...(piece === '' ? [] : [{ type: 'text', text: piece }]),
  ]);
  const section = { type: 'rich_text_section', elements };
  return { text, blocks: [{ type: 'rich_text', block_id: newBlockId(), elements: [section] }] };
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
