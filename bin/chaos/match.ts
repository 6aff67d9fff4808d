/**
 * Gives as many of the things as possible to somebody who may have them, each one thing at most: a largest matching, by
 * augmenting paths. What was given before is only ever moved on. Gives who has what.
 *
 * @param owners of each thing, who may have it, by preference
 */
export function assign<Owner, Thing>(
  things: readonly Thing[],
  ownersOf: (thing: Thing) => readonly Owner[],
  given: ReadonlyMap<Owner, Thing> = new Map(),
): Map<Owner, Thing> {
  const has = new Map(given);
  const give = (thing: Thing, asked: Set<Owner>): boolean =>
    ownersOf(thing).some((owner) => {
      if (asked.has(owner)) return false;
      asked.add(owner);
      const held = has.get(owner);
      if (held !== undefined && !give(held, asked)) return false;
      has.set(owner, thing);
      return true;
    });
  const placed = new Set(has.values());
  for (const thing of things) if (!placed.has(thing)) give(thing, new Set());
  return has;
}
