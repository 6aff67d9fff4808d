import { el, icon } from '../dom.ts';
import { createField } from '../fields/create-field.ts';
import { type Json, optional, readObject, readObjects, readString, ShapeError } from '../json.ts';
import { link } from '../mentions.ts';
import type { BlockView } from '../view.ts';
import { type MenuEntry, openMenu } from './menu.ts';
import { clickOnChange, runAction } from './run-action.ts';
import { optionalPlainText, plainText } from './text.ts';

/** Draws what may stand in an actions block or beside a section. */
export function element(json: Json, view: BlockView): HTMLElement {
  const type = readString(json, 'type');
  switch (type) {
    case 'button':
      return button(json, view);
    case 'static_select':
      return view.form ? loneField(json, view) : select(json, view);
    case 'overflow':
      return overflow(json, view);
    case 'checkboxes':
    case 'datepicker':
    case 'datetimepicker':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'timepicker':
      return loneField(json, view);
    default:
      throw new ShapeError(`unknown element ${type}`);
  }
}

/** A field without an input block around it is a control: what is picked in it is a click. */
function loneField(json: Json, view: BlockView): HTMLElement {
  const field = createField(json, view);
  if (field.control.ariaLabel === null) field.control.ariaLabel = view.words.choose;
  view.form?.add(field);
  clickOnChange(field, json, view);
  return field.control;
}

function button(json: Json, view: BlockView): HTMLElement {
  const style = optional(readString, json, 'style') ?? 'default';
  const label = optional(readString, json, 'accessibility_label') ?? false;
  const control = el(
    'button',
    {
      type: 'button',
      class: `button ${style}`,
      'data-action': readString(json, 'action_id'),
      'aria-label': label,
    },
    plainText(readObject(json, 'text')),
  );
  const url = optional(readString, json, 'url');
  control.addEventListener('click', () => {
    if (url !== undefined) link(url, '')?.click();
    void runAction(control, json, optional(readString, json, 'value'), view);
  });
  return control;
}

function select(json: Json, view: BlockView): HTMLElement {
  const chosen = optional(readObject, json, 'initial_option');
  const label = optionalPlainText(json, 'placeholder') ?? view.words.choose;
  const control = el(
    'button',
    {
      type: 'button',
      class: 'button select',
      'aria-haspopup': 'menu',
      'data-action': readString(json, 'action_id'),
    },
    el('span', {}, chosen ? plainText(readObject(chosen, 'text')) : label),
    icon('down'),
  );
  const entries = selectEntries(json);
  const initial = chosen && readString(chosen, 'value');
  control.addEventListener('click', () => {
    openMenu(
      control,
      { label, entries, chosen: initial },
      (value) => void runAction(control, json, value, view),
    );
  });
  return control;
}

function overflow(json: Json, view: BlockView): HTMLElement {
  const attributes = { type: 'button', class: 'button overflow', 'aria-haspopup': 'menu' };
  const control = el(
    'button',
    { ...attributes, 'aria-label': view.words.more, 'data-action': readString(json, 'action_id') },
    icon('more'),
  );
  const entries = options(json);
  control.addEventListener('click', () => {
    const menu = { label: view.words.more, entries, chosen: undefined };
    openMenu(control, menu, (value) => void runAction(control, json, value, view));
  });
  return control;
}

function selectEntries(json: Json): MenuEntry[] {
  const groups = optional(readObjects, json, 'option_groups');
  if (!groups) return options(json);
  return groups.flatMap((group) => [{ heading: plainText(readObject(group, 'label')) }, ...options(group)]);
}

function options(json: Json): MenuEntry[] {
  return readObjects(json, 'options').map((option) => ({
    value: readString(option, 'value'),
    text: plainText(readObject(option, 'text')),
    description: optionalPlainText(option, 'description'),
  }));
}
