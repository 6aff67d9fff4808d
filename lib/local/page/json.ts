/** A block that Slack would not take: its JSON has not the shape that its type asks for. */
export class ShapeError extends Error {}

export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(`${what} is not an object`);
  }
  return value as Json;
}

export function readObject(from: Json, key: string): Json {
  return asObject(from[key], key);
}

export function readString(from: Json, key: string): string {
  const value = from[key];
  if (typeof value !== 'string') throw new ShapeError(`${key} is not a string`);
  return value;
}

export function readNumber(from: Json, key: string): number {
  const value = from[key];
  if (typeof value !== 'number') throw new ShapeError(`${key} is not a number`);
  return value;
}

export function readList(from: Json, key: string): readonly unknown[] {
  const value = from[key];
  if (!Array.isArray(value)) throw new ShapeError(`${key} is not a list`);
  return value;
}

export function readObjects(from: Json, key: string): Json[] {
  return readList(from, key).map((entry, at) => asObject(entry, `${key}[${at}]`));
}

/** Reads what may be absent: undefined when it is. */
export function optional<T>(read: (from: Json, key: string) => T, from: Json, key: string): T | undefined {
  return from[key] === undefined ? undefined : read(from, key);
}
