import { isObject, type Json, type JsonObject } from '../json.ts';

/** Looks at a value and tells `report` what Slack would say about it, with the JSON pointer to the place. */
export type Check = (value: Json, pointer: string, report: Report) => void;

export type Report = (message: string, pointer: string) => void;

export function text(max: number, min = 1): Check {
  return (value, pointer, report) => {
    if (typeof value !== 'string') report('must provide a string', pointer);
    else if (value.length > max) report(`must be less than ${max + 1} characters`, pointer);
    else if (value.length < min) report(`must be more than ${min - 1} characters`, pointer);
  };
}

export function integer(min: number, max: number): Check {
  return (value, pointer, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) report('must provide an integer', pointer);
    else if (value < min) report(`must be greater than or equal to ${min}`, pointer);
    else if (value > max) report(`must be less than or equal to ${max}`, pointer);
  };
}

export const number: Check = (value, pointer, report) => {
  if (typeof value !== 'number') report('must provide a number', pointer);
};

export const flag: Check = (value, pointer, report) => {
  if (typeof value !== 'boolean') report('must provide a boolean', pointer);
};

export function oneOf(...allowed: readonly Json[]): Check {
  return (value, pointer, report) => {
    if (!allowed.includes(value)) report('must be a valid enum value', pointer);
  };
}

export function listOf(item: Check, max: number, min = 1): Check {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return report('must provide an array', pointer);
    if (value.length > max) report(`no more than ${max} items allowed`, pointer);
    if (value.length < min) report(`no less than ${min} items allowed`, pointer);
    value.forEach((each, index) => {
      item(each, `${pointer}/${index}`, report);
    });
  };
}

export type Fields = Readonly<Record<string, Check>>;

/** An object with these fields and no others: Slack refuses what it does not know. */
export function object(required: Fields, optional: Fields = {}): Check {
  // Not looked up in the objects themselves: they inherit names such as `constructor`.
  const checks = new Map(Object.entries({ ...required, ...optional }));
  return (value, pointer, report) => {
    if (!isObject(value)) return report('must provide an object', pointer);
    for (const name of Object.keys(required)) {
      if (!(name in value)) report(`missing required field: ${name}`, pointer);
    }
    for (const [name, each] of Object.entries(value)) {
      const check = checks.get(name);
      if (check === undefined) report(`invalid additional property: ${name}`, pointer);
      else check(each, `${pointer}/${name}`, report);
    }
  };
}

/** An object whose `type` decides what else it holds. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, pointer, report) => {
    if (!isObject(value)) return report('must provide an object', pointer);
    const { type } = value;
    if (type === undefined) return report('missing required field: type', pointer);
    const check = typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check === undefined) report(`unsupported type: ${String(type)}`, `${pointer}/type`);
    else check(value, pointer, report);
  };
}

/** The check, then a rule about the whole object. */
export function withRule(
  check: Check,
  rule: (value: JsonObject, pointer: string, report: Report) => void,
): Check {
  return (value, pointer, report) => {
    check(value, pointer, report);
    if (isObject(value)) rule(value, pointer, report);
  };
}
