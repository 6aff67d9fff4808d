import { ChatOpsError } from '../errors.ts';

/** What DynamoDB calls its values by: each names its type. */
type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: AttributeMap };
type AttributeMap = { readonly [name: string]: AttributeValue };

/** There is no such value of DynamoDB's, or none that this client knows. */
class AttributeValueError extends ChatOpsError {
  readonly code = 'attribute_value';
}

/**
 * What JSON can say, as DynamoDB writes it; a property that is undefined is left out. Sets and bytes are not known, nor
 * numbers that JavaScript would round: to keep a `line_num` as one of those would be to keep another line's.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export function toAttributes(item: object): AttributeMap {
  const entries = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, toAttribute(value)]));
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number' && isExact(value)) return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (isPlain(value)) return { M: toAttributes(value) };
  throw new AttributeValueError(`DynamoDB cannot hold this ${typeof value}`);
}

function isExact(number: number): boolean {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER;
}

/** Of a Date or a Map nothing would be left. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

export function fromAttributes(attributes: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, fromAttribute(Object(value))]),
  );
}

function fromAttribute(attribute: object): unknown {
  const [type, value]: [string?, unknown?] = Object.entries(attribute)[0] ?? [];
  switch (type) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      if (isExact(Number(value))) return Number(value);
      throw new AttributeValueError('a number of DynamoDB’s is too large to be read');
    case 'NULL':
      return null;
    case 'L':
      return Array.isArray(value) ? value.map(fromAttribute) : [];
    case 'M':
      return fromAttributes(Object(value));
    default:
      throw new AttributeValueError(`a value of DynamoDB's type ${type} cannot be read`);
  }
}
