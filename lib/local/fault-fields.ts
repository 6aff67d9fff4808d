import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ChatOpsError } from '../errors.ts';
import type { HttpFault } from './fault-answer.ts';
import type { Match } from './faults.ts';
import { isObject, isStringMap, type JsonObject } from './json.ts';

/** A fault cannot be as it was asked for. The message names the field. */
export class FaultError extends ChatOpsError {
  readonly code = 'invalid_fault';
}

/** A timer of Node's cannot wait for much longer than 24 days; no test wants ten minutes. */
const MAX_DELAY_MS = 600_000;

const MATCH_FIELDS = ['method', 'path', 'bodyIncludes'];
const HTTP_FIELDS = ['status', 'headers', 'body', 'delayMs', 'abort', 'truncate'];
const EFFECTS = [...HTTP_FIELDS, 'kill', 'duplicate'];

/**
 * The fields that are there: one that is null is as good as absent. `others` are known beside those of every fault.
 *
 * @throws FaultError for a field that is not known, and for a fault that has no effect, not even `delayMs: 0`.
 */
export function readFields(json: JsonObject, others: readonly string[] = []): JsonObject {
  const fields = withoutNulls(json);
  const known = [...others, 'match', 'times', ...HTTP_FIELDS];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new FaultError(`${unknown} is not known here; there are ${known.join(', ')}`);
  const effects = known.filter((name) => EFFECTS.includes(name));
  if (!effects.some((name) => name in fields))
    throw new FaultError(`nothing is to go wrong; give one of ${effects.join(', ')}`);
  return fields;
}

function withoutNulls(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

/** @throws FaultError */
export function readMatch({ match = {} }: JsonObject): Match {
  const parts = isObject(match) ? withoutNulls(match) : match;
  if (isStringMap(parts) && Object.keys(parts).every((name) => MATCH_FIELDS.includes(name))) return parts;
  throw new FaultError(`match may hold these strings: ${MATCH_FIELDS.join(', ')}`);
}

/** @throws FaultError */
export function readTimes(fields: JsonObject): number {
  return readNumber(fields, 'times', 1, Number.MAX_SAFE_INTEGER) ?? 1;
}

/** @throws FaultError */
export function readHttpFault(fields: JsonObject): HttpFault {
  const status = readNumber(fields, 'status', 200, 599);
  return {
    answer:
      status === undefined && fields.body === undefined
        ? undefined
        : { status: status ?? 200, body: fields.body },
    headers: readHeaders(fields),
    delayMs: readNumber(fields, 'delayMs', 0, MAX_DELAY_MS) ?? 0,
    abort: readFlag(fields, 'abort'),
    truncate: readFlag(fields, 'truncate'),
  };
}

/** @throws FaultError */
export function readFlag(fields: JsonObject, name: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value !== 'boolean') throw new FaultError(`${name} must be true or false`);
  return value;
}

function readNumber(fields: JsonObject, name: string, least: number, most: number): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new FaultError(`${name} must be a whole number from ${least} to ${most}`);
}

/** A number is as good as its digits: `"retry-after": 1`. */
function readHeaders({ headers = {} }: JsonObject): Readonly<Record<string, string>> {
  const entries = isObject(headers) ? Object.entries(headers) : [];
  const texts = Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  if (!isObject(headers) || !isStringMap(texts)) throw new FaultError('headers must hold strings');
  try {
    for (const [name, value] of Object.entries(texts)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch (cause) {
    throw new FaultError(`headers cannot be sent: ${String(cause)}`, { cause });
  }
  return texts;
}
