import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { optionText } from './controls.ts';
import { LIMITS } from './limits.ts';
import { modalText } from './modal.ts';

/** Of the fields of a form. What stands in one at first is given as text, empty for nothing. */
type Element = InputBlock['element'];

export function field(block_id: string, label: string, element: Element, hint?: string): InputBlock {
  return {
    type: 'input',
    block_id,
    label: modalText(label),
    element,
    ...(hint && { hint: modalText(hint) }),
  };
}

export function optional(block: InputBlock): InputBlock {
  return { ...block, optional: true };
}

/** What is longer stands there already, where it was entered. */
export function text(action_id: string, value: string): Element {
  const fits = value !== '' && value.length <= LIMITS.inputText;
  return { type: 'plain_text_input', action_id, ...(fits && { initial_value: value }) };
}

/** Slack says itself what is no whole number; its bounds are told in the person's language. */
export function number(action_id: string, value: string): Element {
  const isNumber = /^-?\d+$/.test(value);
  return {
    type: 'number_input',
    action_id,
    is_decimal_allowed: false,
    ...(isNumber && { initial_value: value }),
  };
}

export function time(action_id: string, seconds: string): Element {
  const isTime = /^\d{10}$/.test(seconds);
  return { type: 'datetimepicker', action_id, ...(isTime && { initial_date_time: Number(seconds) }) };
}

export function choice(
  action_id: string,
  options: PlainTextOption[],
  value: string | undefined,
  placeholder?: string,
): StaticSelect {
  const initial = options.find((each) => each.value === value);
  return {
    type: 'static_select',
    action_id,
    options,
    ...(initial && { initial_option: initial }),
    ...(placeholder && { placeholder: modalText(placeholder) }),
  };
}

export function option(label: string, value: string): PlainTextOption {
  return { text: modalText(optionText(label)), value };
}
