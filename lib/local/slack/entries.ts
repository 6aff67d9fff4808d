import { type Interactive, listInteractive } from './blocks/interactive.ts';
import { type Entry, fieldOf, initialValue, keepsValue, readEntry } from './element-values.ts';
import type { Json, JsonObject } from './json.ts';

/**
 * What people have entered, by surface: a view, or a message as one person sees it. It outlives a change of the blocks
 * where block_id and action_id stay: https://docs.slack.dev/reference/views/modal-views (preserving input)
 */
export class Entries {
  readonly #entries = new Map<string, Entry>();

  keep(surface: string, { blockId, element }: Interactive, entry: Entry): void {
    this.#entries.set(keyOf(surface, blockId, element), entry);
  }

  /** What the element holds now. An entry that the element no longer offers is forgotten. */
  current(surface: string, { blockId, element }: Interactive): Json {
    const entry = this.#entries.get(keyOf(surface, blockId, element));
    const value = entry === undefined ? undefined : readEntry(element, entry);
    return value === undefined ? initialValue(element) : value;
  }

  /** `state.values` of a payload: each block's elements by action_id. */
  values(surface: string, blocks: readonly JsonObject[]): JsonObject {
    const holding = listInteractive(blocks).filter(({ element }) => keepsValue(element));
    const byBlock = Map.groupBy(holding, ({ blockId }) => blockId);
    const valuesIn = (targets: readonly Interactive[]) =>
      Object.fromEntries(targets.map((each) => [String(each.element.action_id), this.#value(surface, each)]));
    return Object.fromEntries([...byBlock].map(([blockId, targets]) => [blockId, valuesIn(targets)]));
  }

  #value(surface: string, target: Interactive): JsonObject {
    const { type = null, timezone } = target.element;
    const value = { type, [String(fieldOf(target.element))]: this.current(surface, target) };
    return timezone === undefined ? value : { ...value, timezone };
  }
}

function keyOf(surface: string, blockId: string, { type, action_id }: JsonObject): string {
  return JSON.stringify([surface, blockId, type, action_id]);
}
