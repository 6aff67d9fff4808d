import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ChatOpsError } from '../errors.ts';
import type { HttpFault } from './fault-answer.ts';
import type { Match } from './faults.ts';
import { isStringMap, type JsonObject } from './json.ts';

/** A fault cannot be as it was asked for. The message names the field. */
export class FaultError extends ChatOpsError {
  readonly code = 'invalid_fault';
}

/** A timer of Node's cannot wait for much longer than 24 days; no test wants ten minutes. */
const MAX_DELAY_MS = 600_000;

const MATCH_FIELDS = ['method', 'path', 'bodyIncludes'];
const HTTP_FIELDS = ['status', 'headers', 'body', 'delayMs', 'abort', 'truncate'];

/** @throws FaultError for a field that is neither of HTTP nor in `others`. */
export function checkNames(fields: JsonObject, others: readonly string[] = []): void {
  const known = ['match', 'times', ...HTTP_FIELDS, ...others];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new FaultError(`${unknown} is not known here; there are ${known.join(', ')}`);
}

/** @throws FaultError */
export function readMatch({ match = {} }: JsonObject): Match {
  if (isStringMap(match) && Object.keys(match).every((name) => MATCH_FIELDS.includes(name))) return match;
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

function readHeaders({ headers = {} }: JsonObject): Readonly<Record<string, string>> {
  if (!isStringMap(headers)) throw new FaultError('headers must hold strings');
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch (cause) {
    throw new FaultError(`headers cannot be sent: ${String(cause)}`, { cause });
  }
  return headers;
}
