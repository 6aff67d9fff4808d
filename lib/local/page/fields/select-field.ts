import { optionalPlainText, plainText } from '../blocks/text.ts';
import { el } from '../dom.ts';
import { type Json, optional, readObject, readObjects, readString } from '../json.ts';
import type { View } from '../view.ts';
import type { Field } from './field.ts';

/** A static_select of an input block: the browser's own, which every keyboard, phone and screen reader knows. */
export function selectField(json: Json, { words }: View): Field {
  const nothing = el('option', { value: '' }, optionalPlainText(json, 'placeholder') ?? words.choose);
  const groups = optional(readObjects, json, 'option_groups');
  const offered = groups?.map(optionGroup) ?? options(json);
  const control = el('select', { class: 'field' }, nothing, ...offered);
  const initial = optional(readObject, json, 'initial_option');
  if (initial) control.value = readString(initial, 'value');
  return {
    control,
    read: () => control.value || null,
    write: (value) => {
      const isOffered = [...control.options].some((option) => option.value === (value ?? ''));
      if (isOffered) control.value = String(value ?? '');
    },
    onChange: (listener) =>
      control.addEventListener('change', () => control.value !== '' && listener(control.value)),
  };
}

function optionGroup(group: Json): HTMLElement {
  return el('optgroup', { label: plainText(readObject(group, 'label')) }, ...options(group));
}

function options(json: Json): HTMLElement[] {
  return readObjects(json, 'options').map((option) => {
    const text = plainText(readObject(option, 'text'));
    const description = optionalPlainText(option, 'description');
    const words = description === undefined ? text : `${text} – ${description}`;
    return el('option', { value: readString(option, 'value') }, words);
  });
}
