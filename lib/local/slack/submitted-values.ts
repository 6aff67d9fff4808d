import { type Interactive, listInteractive } from './blocks/interactive.ts';
import { type Entry, keepsValue, readEntry } from './element-values.ts';
import { Impossible } from './impossible.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

interface Filled {
  readonly target: Interactive;
  readonly entry: Entry;
}

/**
 * What goes into which element, by block_id.
 *
 * @throws Impossible
 */
export function readValues(blocks: readonly JsonObject[], values: Json): Filled[] {
  if (!isObject(values)) throw new Impossible(400, 'The values must be an object.');
  const fillable = listInteractive(blocks).filter(({ element }) => keepsValue(element));
  return Object.entries(values).map(([blockId, value]) => {
    const [target, ...others] = fillable.filter((each) => each.blockId === blockId);
    if (target === undefined) throw new Impossible(400, `There is nothing to fill in a block ${blockId}.`);
    if (others.length > 0) {
      throw new Impossible(400, `Block ${blockId} has more than one element to fill.`);
    }
    const entry = readAs(value);
    if (entry === undefined || readEntry(target.element, entry) === undefined) {
      throw new Impossible(400, `That cannot be entered in block ${blockId}.`);
    }
    return { target, entry };
  });
}

/** Epoch seconds may come as a number. */
function readAs(value: Json): Entry | undefined {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
}
