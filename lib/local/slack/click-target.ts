import { type Interactive, isShownTo, listInteractive } from './blocks/interactive.ts';
import { type Entry, fieldOf, isPicker, keepsValue, readEntry } from './element-values.ts';
import { Impossible } from './impossible.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** An element and what a person does with it. */
export interface Use {
  readonly target: Interactive;
  /** What the element keeps. */
  readonly entry: Entry | undefined;
  /** What the payload tells of it, by Slack's name: `selected_option`, `value`. */
  readonly chosen: JsonObject;
}

interface Wish {
  readonly actionId: string | undefined;
  /** Of a button or an option; a text, a date or a time. Without one the first button is meant. */
  readonly value: string | undefined;
  /** The id of the person who looks. */
  readonly user: string;
}

/**
 * The first element that fits what a person wants to use. `current` tells what an element holds.
 *
 * @throws Impossible
 */
export function findTarget(
  blocks: readonly JsonObject[],
  { actionId, value, user }: Wish,
  current: (target: Interactive) => Json,
): Use {
  const candidates = listInteractive(blocks).filter(
    (each) => each.element.action_id === actionId && isDispatching(each) && isShownTo(each, user),
  );
  for (const target of candidates) {
    const use = press(target, value) ?? choose(target, current(target), value);
    if (use !== undefined) return use;
  }
  if (value === undefined && candidates.length > 0) throw new Impossible(400, 'This element needs a value.');
  if (candidates.some(({ element }) => isPicker(element)))
    throw new Impossible(400, 'That cannot be picked there.');
  throw new Impossible(404, 'There is no such element there.');
}

/** An input block keeps to itself what happens in it, unless it asks for more. */
function isDispatching({ input }: Interactive): boolean {
  return input === undefined || input.dispatch_action === true;
}

function press(target: Interactive, value: string | undefined): Use | undefined {
  const pressed = buttonsOf(target.element).find((each) => (value ?? '') === '' || each.value === value);
  if (pressed === undefined) return undefined;
  const isOneOfTwo = pressed !== target.element;
  const { text = null, value: told = null } = pressed;
  return { target, entry: undefined, chosen: isOneOfTwo ? { text, value: told } : {} };
}

/** A pair of feedback buttons is one element. */
function buttonsOf(element: JsonObject): JsonObject[] {
  const { type, positive_button, negative_button } = element;
  if (type === 'button' || type === 'icon_button') return [element];
  return type === 'feedback_buttons' ? [positive_button, negative_button].filter(isObject) : [];
}

function choose(target: Interactive, current: Json, value: string | undefined): Use | undefined {
  const { element } = target;
  const field = fieldOf(element);
  if (value === undefined || field === undefined) return undefined;
  // Only a text can be emptied by a click.
  if (value === '' && field !== 'value') return undefined;
  const entry = field === 'selected_options' ? toggle(current, value) : value;
  const chosen = readEntry(element, entry);
  if (chosen === undefined) return undefined;
  return { target, entry: keepsValue(element) ? entry : undefined, chosen: { [field]: chosen } };
}

/** A box is ticked or unticked, an option of a multi-select added or taken away. */
function toggle(current: Json, value: string): string[] {
  const values = [current].flat().flatMap((each) => (isObject(each) ? [String(each.value)] : []));
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}
