import { optionalPlainText, textObject } from '../blocks/text.ts';
import { el, newId } from '../dom.ts';
import { type Json, optional, readObject, readObjects, readString } from '../json.ts';
import type { View } from '../view.ts';
import type { Field, Value } from './field.ts';

type Kind = 'checkbox' | 'radio';

/** All the choices side by side: checkboxes, radio_buttons, and a multi_static_select as a list that scrolls. */
export function choiceField(json: Json, kind: Kind, view: View): Field {
  const name = newId();
  const groups = optional(readObjects, json, 'option_groups') ?? [json];
  const control = el(
    'div',
    {
      class: json.type === 'multi_static_select' ? 'choices listed' : 'choices',
      role: kind === 'radio' ? 'radiogroup' : 'group',
      'aria-label': optionalPlainText(json, 'placeholder') ?? false,
    },
    ...groups.flatMap((group) => choicesOf(group, kind, name, view)),
  );
  const inputs = [...control.querySelectorAll('input')];
  const read = (): string[] => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  const write = (value: Value): void => {
    const wanted = [value ?? []].flat();
    if (!wanted.every((each) => inputs.some((input) => input.value === each))) return;
    for (const input of inputs) input.checked = wanted.includes(input.value);
  };
  write(initialValues(json));
  return {
    control,
    read: () => (kind === 'radio' ? (read()[0] ?? null) : read()),
    write,
    onChange: (listener) =>
      control.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement) listener(target.value);
      }),
  };
}

function choicesOf(group: Json, kind: Kind, name: string, view: View): HTMLElement[] {
  const heading = optionalPlainText(group, 'label');
  const choices = readObjects(group, 'options').map((option) => choice(option, kind, name, view));
  return heading === undefined ? choices : [el('p', { class: 'choices-heading' }, heading), ...choices];
}

function choice(option: Json, type: Kind, name: string, view: View): HTMLElement {
  const description = optional(readObject, option, 'description');
  return el(
    'label',
    { class: 'choice' },
    el('input', { type, name, value: readString(option, 'value') }),
    el(
      'span',
      {},
      el('span', {}, textObject(readObject(option, 'text'), view)),
      description ? el('small', {}, textObject(description, view)) : null,
    ),
  );
}

function initialValues(json: Json): string[] {
  const one = optional(readObject, json, 'initial_option');
  const several = optional(readObjects, json, 'initial_options') ?? [];
  return [...(one ? [one] : []), ...several].map((option) => readString(option, 'value'));
}
