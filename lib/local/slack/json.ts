/** What JSON can hold. Bodies of the Web API, blocks and payloads are of this type until they have been checked. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value, or undefined when the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The field's string, or undefined when it is absent, empty or something else. */
export function stringField(fields: JsonObject, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True for `true` and for the way forms spell it. */
export function flagField(fields: JsonObject, name: string): boolean {
  const value = fields[name];
  return value === true || value === 'true' || value === '1';
}
