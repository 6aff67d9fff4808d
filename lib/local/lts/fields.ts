import { isObject, isStringMap, type JsonObject } from '../json.ts';
import { refusal } from './refusal.ts';

/** Throws LTS.0007 for what is not JSON, LTS.0009 for JSON that is not an object. */
export function parseBody(bytes: Buffer): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    throw refusal('notJson');
  }
  if (!isObject(value)) throw refusal('invalidBody');
  return value;
}

/** Text of `min` to `max` characters, else LTS.0009. */
export function text(value: unknown, min: number, max: number): string {
  if (!isText(value, min, max)) throw refusal('invalidBody');
  return value;
}

export function isText(value: unknown, min: number, max: number): value is string {
  if (typeof value !== 'string') return false;
  const length = [...value].length;
  return length >= min && length <= max;
}

/**
 * A whole number, or its digits as a string: the reference's tables say one and its examples show the other.
 * Undefined for anything else.
 */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** A boolean, or the word for it as a string, for the same reason; else LTS.0009. */
export function flag(value: unknown, absent: boolean): boolean {
  if (value === undefined) return absent;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw refusal('invalidBody');
}

/** An object of strings, empty when absent; else LTS.0009. */
export function stringMap(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  if (!isStringMap(value)) throw refusal('invalidBody');
  return value;
}
