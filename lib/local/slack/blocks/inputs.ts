import { type Check, flag, integer, listOf, object, oneOf, text, withRule } from './check.ts';
import { confirm, element, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';

/** `YYYY-MM-DD`, a day of the calendar. */
export function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && new Date(time || 0).toISOString().startsWith(value);
}

/** `HH:MM`, 00:00 to 23:59. */
export function isTime(value: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function written(isValid: (value: string) => boolean, problem: string): Check {
  return (value, pointer, report) => {
    if (typeof value !== 'string' || !isValid(value)) report(problem, pointer);
  };
}

const picker = { placeholder: plainText(LIMITS.pickerPlaceholder), confirm, focus_on_load: flag };

export const datepicker = element(
  'datepicker',
  {},
  { ...picker, initial_date: written(isDate, 'must be a date in the format YYYY-MM-DD') },
);

export const timepicker = element(
  'timepicker',
  {},
  { ...picker, initial_time: written(isTime, 'must be a time in the format HH:mm'), timezone: text(100) },
);

/** Seconds since 1970 in ten digits. https://docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element */
export const EARLIEST_DATE_TIME = 1_000_000_000;
export const LATEST_DATE_TIME = 9_999_999_999;

export const datetimepicker = element(
  'datetimepicker',
  {},
  { initial_date_time: integer(EARLIEST_DATE_TIME, LATEST_DATE_TIME), confirm, focus_on_load: flag },
);

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
const dispatchActionConfig = object(
  {},
  { trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
);

const input = {
  placeholder: plainText(LIMITS.inputPlaceholder),
  dispatch_action_config: dispatchActionConfig,
  focus_on_load: flag,
};

export const plainTextInput = withRule(
  element(
    'plain_text_input',
    {},
    {
      ...input,
      initial_value: text(LIMITS.inputText, 0),
      multiline: flag,
      min_length: integer(0, LIMITS.inputText),
      max_length: integer(1, LIMITS.inputText),
    },
  ),
  ({ min_length, max_length }, pointer, report) => {
    if (typeof min_length !== 'number' || typeof max_length !== 'number') return;
    if (min_length > max_length) report('`min_length` must not exceed `max_length`', pointer);
  },
);

const digits = written((value) => /^-?\d+(?:\.\d+)?$/.test(value), 'must be a number in a string');

export const numberInput = element(
  'number_input',
  { is_decimal_allowed: flag },
  { ...input, initial_value: digits, min_value: digits, max_value: digits },
);
