import type { IncomingMessage, ServerResponse } from 'node:http';
import { AskedFaults } from './asked-faults.ts';
import { type HttpFault, isFelt } from './fault-answer.ts';
import { FaultError, readFields, readFlag, readHttpFault, readMatch, readTimes } from './fault-fields.ts';
import { type Fault, Faults } from './faults.ts';
import { readBody, sendJson } from './http.ts';
import { isObject, type JsonObject } from './json.ts';

const FUNCTIONS = ['front', 'worker', 'failed'] as const;
export type FunctionTarget = (typeof FUNCTIONS)[number];

const TARGETS = ['slack', 'dynamodb', 'secrets', ...FUNCTIONS] as const;
type Target = (typeof TARGETS)[number];

const KILLS = ['beforeRun', 'afterLts', 'afterDeliver'] as const;

/** When the process of an attempt is killed. */
export interface Kill {
  /**
   * Before the handler runs; when the first answer of LTS has arrived; or when Slack's first answer to something
   * delivered has.
   */
  readonly when: (typeof KILLS)[number];
  /** Part of `METHOD path` of the requests whose answers count; empty for all of them. */
  readonly at: string;
}

/**
 * What is to go wrong in the local workspace beside LTS, which keeps its own faults. What happens to a request, to
 * an invocation and to an attempt are three things: one fault that asks for several of them has each `times`.
 */
export class TargetFaults {
  readonly http: Readonly<Record<Target, Faults<HttpFault>>> = {
    slack: new Faults(),
    dynamodb: new Faults(),
    secrets: new Faults(),
    front: new Faults(),
    worker: new Faults(),
    failed: new Faults(),
  };
  readonly kills = perFunction<Kill>();
  readonly duplicates = perFunction<true>();
  readonly asked = new AskedFaults();

  /** @throws FaultError */
  add(json: JsonObject): void {
    const target = readOne(json, 'target', TARGETS);
    const fields = readFields(json, ['target', 'kill', 'killAt', 'duplicate']);
    const common = { match: readMatch(fields), times: readTimes(fields) };
    const http = readHttpFault(fields);
    const { kill, duplicate } = readFunctionFault(fields, target);
    if (target === 'failed') checkFailed(fields);
    // All is read: from here on nothing throws, and a wrong fault is added in no part.
    const isOther = kill !== undefined || duplicate;
    const lefts: (() => number)[] = [];
    if (isFelt(http) || !isOther) lefts.push(put(this.http[target], { ...common, effect: http }));
    if (isFunction(target) && kill !== undefined)
      lefts.push(put(this.kills[target], { ...common, effect: kill }));
    if (isFunction(target) && duplicate)
      lefts.push(put(this.duplicates[target], { ...common, effect: true }));
    this.asked.keep(json, () => Math.max(...lefts.map((left) => left())));
  }

  clear(): void {
    for (const places of [this.http, this.kills, this.duplicates])
      for (const faults of Object.values(places)) faults.clear();
  }
}

/** Adds it; what is returned says how often it is still to come. */
function put<Effect>(faults: Faults<Effect>, fault: Fault<Effect>): () => number {
  faults.add(fault);
  return () => faults.left(fault);
}

/** `POST /local/faults` adds one, `GET` lists them, `DELETE` clears them. */
export async function answerFaults(
  faults: TargetFaults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') return sendJson(response, 200, { faults: faults.asked.list() });
  if (request.method === 'DELETE') {
    faults.clear();
    return sendJson(response, 200, {});
  }
  try {
    faults.add(parse((await readBody(request)).toString()));
    sendJson(response, 200, {});
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

function parse(text: string): JsonObject {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    throw new FaultError('the body must be JSON', { cause });
  }
  if (!isObject(fields)) throw new FaultError('the body must be a JSON object');
  return fields;
}

function perFunction<Effect>(): Readonly<Record<FunctionTarget, Faults<Effect>>> {
  return { front: new Faults(), worker: new Faults(), failed: new Faults() };
}

function readFunctionFault(
  fields: JsonObject,
  target: Target,
): { kill: Kill | undefined; duplicate: boolean } {
  const kill = readKill(fields);
  const duplicate = readFlag(fields, 'duplicate');
  if (kill !== undefined && !isFunction(target)) throw new FaultError(`kill: ${target} is no function`);
  if (duplicate && !isFunction(target)) throw new FaultError(`duplicate: ${target} is no function`);
  return { kill, duplicate };
}

function readKill(fields: JsonObject): Kill | undefined {
  const { kill, killAt: at = '' } = fields;
  const when = kill === undefined ? undefined : readOne(fields, 'kill', KILLS);
  if (typeof at !== 'string') throw new FaultError('killAt must be a string');
  if (at !== '' && when !== 'afterLts' && when !== 'afterDeliver')
    throw new FaultError('killAt says at which answer, of kill: afterLts or afterDeliver');
  return when && { when, at };
}

/** Lambda itself invokes this function. It may be late, and there is nobody whom it could answer. */
function checkFailed(fields: JsonObject): void {
  const wrong = ['status', 'headers', 'body', 'abort', 'truncate'].find(
    (name) => (fields[name] ?? false) !== false,
  );
  if (wrong !== undefined)
    throw new FaultError(
      `${wrong}: failed is invoked by Lambda itself, and takes delayMs, kill and duplicate`,
    );
}

function isFunction(target: Target): target is FunctionTarget {
  return FUNCTIONS.some((name) => name === target);
}

function readOne<Value extends string>(fields: JsonObject, name: string, values: readonly Value[]): Value {
  const value = values.find((candidate) => candidate === fields[name]);
  if (value === undefined) throw new FaultError(`${name} must be one of ${values.join(', ')}`);
  return value;
}
