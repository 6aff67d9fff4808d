import { type Interactive, listInteractive } from './blocks/interactive.ts';
import { LIMITS } from './blocks/limits.ts';
import type { Context } from './context.ts';
import type { Json, JsonObject } from './json.ts';
import type { View } from './views.ts';

/**
 * What Slack's client says, by block_id, before it sends a form: input blocks must be filled unless they are optional,
 * and texts and numbers keep to their bounds. https://docs.slack.dev/reference/block-kit/blocks/input-block
 */
export function findFormErrors({ entries }: Context, view: View): JsonObject {
  const errors = listInteractive(view.blocks).flatMap((target) => {
    if (target.input === undefined) return [];
    const problem = findProblem(target, entries.current(view.id, target));
    return problem === undefined ? [] : [[target.blockId, problem] as const];
  });
  return Object.fromEntries(errors);
}

function findProblem({ element, input }: Interactive, value: Json): string | undefined {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return input?.optional === true ? undefined : 'Please complete this required field.';
  }
  if (Array.isArray(value)) return findExcess(element, value.length);
  if (typeof value !== 'string') return undefined;
  if (element.type === 'plain_text_input') return findBadLength(element, value.length);
  return element.type === 'number_input' ? findBadNumber(element, value) : undefined;
}

function findExcess({ max_selected_items: max }: JsonObject, count: number): string | undefined {
  return typeof max === 'number' && count > max ? `Choose ${max} or fewer.` : undefined;
}

function findBadLength({ min_length, max_length }: JsonObject, length: number): string | undefined {
  const min = typeof min_length === 'number' ? min_length : 0;
  const max = typeof max_length === 'number' ? max_length : LIMITS.inputText;
  if (length < min) return `Must be ${min} or more characters.`;
  return length > max ? `Must be ${max} or fewer characters.` : undefined;
}

function findBadNumber(element: JsonObject, value: string): string | undefined {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return 'Must be a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Must be a whole number.';
  const { min_value, max_value } = element;
  if (typeof min_value === 'string' && number < Number(min_value)) return `Must be ${min_value} or more.`;
  return typeof max_value === 'string' && number > Number(max_value)
    ? `Must be ${max_value} or less.`
    : undefined;
}
