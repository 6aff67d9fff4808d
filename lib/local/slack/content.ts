import { withIds } from './blocks/interactive.ts';
import { countCharacters } from './blocks/length.ts';
import { LIMITS } from './blocks/limits.ts';
import { findProblems } from './blocks/message-blocks.ts';
import { isObject, type Json, type JsonObject, parseJson } from './json.ts';
import { SlackRefusal } from './refusal.ts';

export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
}

/** Slack cuts a longer top-level text off. https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const MAX_TEXT = 40_000;

/**
 * A message's text and blocks, from the fields of a call or of a response_url's body.
 *
 * @throws SlackRefusal `no_text`, `invalid_arguments`, `invalid_blocks_format`, `invalid_blocks` or
 * `msg_blocks_too_long`.
 */
export function readContent(fields: JsonObject): Content {
  const text = fields.text ?? '';
  if (typeof text !== 'string') throw new SlackRefusal('invalid_arguments');
  const blocks = readBlocks(fields.blocks ?? []);
  if (text === '' && blocks.length === 0) throw new SlackRefusal('no_text');
  return { text: text.slice(0, MAX_TEXT), blocks: withIds(blocks) };
}

/** A form carries the blocks as a string of JSON. */
function readBlocks(field: Json): JsonObject[] {
  const blocks = typeof field === 'string' ? parseJson(field) : field;
  if (!Array.isArray(blocks) || !blocks.every(isObject)) throw new SlackRefusal('invalid_blocks_format');
  const problems = findProblems(blocks);
  if (problems.length > 0) throw new SlackRefusal('invalid_blocks', problems);
  if (countCharacters(blocks) > LIMITS.messageCharacters) throw new SlackRefusal('msg_blocks_too_long');
  return blocks;
}
