import { optionsOf } from './blocks/choices.ts';
import { EARLIEST_DATE_TIME, isDate, isTime, LATEST_DATE_TIME } from './blocks/inputs.ts';
import type { Json, JsonObject } from './json.ts';

/** What a person enters: a text, an option's value or several, a date, a time; null empties the element. */
export type Entry = string | readonly string[] | null;

/**
 * Under which name Slack tells what an element holds.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
const FIELDS: Readonly<Record<string, string>> = {
  checkboxes: 'selected_options',
  datepicker: 'selected_date',
  datetimepicker: 'selected_date_time',
  multi_static_select: 'selected_options',
  number_input: 'value',
  overflow: 'selected_option',
  plain_text_input: 'value',
  radio_buttons: 'selected_option',
  static_select: 'selected_option',
  timepicker: 'selected_time',
};

/** The field that holds what was chosen or written: undefined for a button. */
export function fieldOf({ type }: JsonObject): string | undefined {
  return typeof type === 'string' && Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
}

/** False for buttons and overflow menus, which forget a click at once. */
export function keepsValue(element: JsonObject): boolean {
  return element.type !== 'overflow' && fieldOf(element) !== undefined;
}

export function isPicker({ type }: JsonObject): boolean {
  return type === 'datepicker' || type === 'timepicker' || type === 'datetimepicker';
}

/** What the element holds at first. */
export function initialValue(element: JsonObject): Json {
  const field = fieldOf(element);
  const initial = element[`initial_${field?.replace(/^selected_/, '')}`];
  return initial ?? emptyValue(field);
}

function emptyValue(field: string | undefined): Json {
  return field === 'selected_options' ? [] : null;
}

/** The entry as Slack holds it in this element, or undefined when a person cannot enter it there. */
export function readEntry(element: JsonObject, entry: Entry): Json | undefined {
  const field = fieldOf(element);
  if (field === 'selected_options') return findOptions(element, entry);
  if (entry === null || entry === '') return emptyValue(field);
  if (typeof entry !== 'string') return undefined;
  switch (field) {
    case 'selected_option':
      return optionsOf(element).find((each) => each.value === entry);
    case 'selected_date':
      return isDate(entry) ? entry : undefined;
    case 'selected_time':
      return isTime(entry) ? entry : undefined;
    case 'selected_date_time':
      return readSeconds(entry);
    default:
      return entry;
  }
}

/** In the order in which the element offers them. */
function findOptions(element: JsonObject, entry: Entry): JsonObject[] | undefined {
  const wanted = [entry ?? []].flat();
  const found = optionsOf(element).filter((each) => wanted.some((value) => value === each.value));
  return found.length === wanted.length ? found : undefined;
}

function readSeconds(entry: string): number | undefined {
  const seconds = Number(entry);
  const isInRange = seconds >= EARLIEST_DATE_TIME && seconds <= LATEST_DATE_TIME;
  return Number.isInteger(seconds) && isInRange ? seconds : undefined;
}
