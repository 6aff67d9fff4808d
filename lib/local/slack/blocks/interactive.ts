import { newBlockId } from '../ids.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** An element that a person can use, and the block it stands in. */
export interface Interactive {
  readonly blockId: string;
  readonly element: JsonObject;
}

/** Every interactive element, in document order. */
export function listInteractive(blocks: readonly JsonObject[]): Interactive[] {
  return blocks.flatMap((block) => {
    const blockId = String(block.block_id);
    return elementsOf(block).map((element) => ({ blockId, element }));
  });
}

/** The blocks as Slack keeps them: blocks and elements that came without an id have one. */
export function withIds(blocks: readonly JsonObject[]): JsonObject[] {
  return structuredClone([...blocks]).map((block) => {
    for (const element of elementsOf(block)) element.action_id ??= newBlockId();
    return { ...block, block_id: block.block_id ?? newBlockId() };
  });
}

function elementsOf(block: JsonObject): JsonObject[] {
  if (block.type === 'actions') return objectsOf(block.elements);
  if (block.type === 'section') return objectsOf(block.accessory);
  return [];
}

function objectsOf(value: Json | undefined): JsonObject[] {
  return [value].flat().filter(isObject);
}
