import { newBlockId } from '../ids.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** An element that a person can use, and the block it stands in. */
export interface Interactive {
  readonly blockId: string;
  readonly element: JsonObject;
  /** The input block around it, when it stands in one. */
  readonly input: JsonObject | undefined;
}

/** Every interactive element, in document order. */
export function listInteractive(blocks: readonly JsonObject[]): Interactive[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return listInteractive(objectsOf(block.child_blocks));
    const blockId = String(block.block_id);
    const input = block.type === 'input' ? block : undefined;
    return elementsOf(block).map((element) => ({ blockId, element, input }));
  });
}

/** The blocks as Slack keeps them: blocks and elements that came without an id have one. */
export function withIds(blocks: readonly JsonObject[]): JsonObject[] {
  return structuredClone([...blocks]).map((block) => {
    for (const element of elementsOf(block)) element.action_id ??= newBlockId();
    const children = block.type === 'container' ? withIds(objectsOf(block.child_blocks)) : undefined;
    const block_id = block.block_id ?? newBlockId();
    return { ...block, block_id, ...(children === undefined ? {} : { child_blocks: children }) };
  });
}

/** An icon button may be there for some people only. */
export function isShownTo({ element }: Interactive, user: string): boolean {
  const { visible_to_user_ids: users } = element;
  return !Array.isArray(users) || users.includes(user);
}

function elementsOf(block: JsonObject): JsonObject[] {
  if (block.type === 'actions' || block.type === 'context_actions') return objectsOf(block.elements);
  // An image beside a section is nothing to use.
  if (block.type === 'section') return objectsOf(block.accessory).filter(({ type }) => type !== 'image');
  return block.type === 'input' ? objectsOf(block.element) : [];
}

function objectsOf(value: Json | undefined): JsonObject[] {
  return [value].flat().filter(isObject);
}
