import { el, newId } from '../dom.ts';
import { createField } from '../fields/create-field.ts';
import { focusTarget } from '../fields/field.ts';
import { type Json, readObject } from '../json.ts';
import type { BlockForm, BlockView } from '../view.ts';
import { clickOnChange } from './run-action.ts';
import { optionalPlainText, plainText } from './text.ts';

/** A field with its label and its hint. https://docs.slack.dev/reference/block-kit/blocks/input-block */
export function inputBlock(json: Json, view: BlockView, form: BlockForm): HTMLElement {
  const element = readObject(json, 'element');
  const field = createField(element, view);
  const { control } = field;
  const isOptional = json.optional === true;
  const label = el(
    'label',
    { class: 'field-label', id: newId(), for: labelled(control) },
    plainText(readObject(json, 'label')),
    isOptional ? el('span', { class: 'field-optional' }, view.words.optional) : null,
  );
  const hint = optionalPlainText(json, 'hint');
  const hintLine = hint === undefined ? null : el('p', { class: 'field-hint', id: newId() }, hint);
  control.setAttribute('aria-labelledby', label.id);
  control.setAttribute('aria-describedby', [form.errorId, hintLine?.id ?? ''].join(' ').trim());
  // A group of checkboxes may not be called required.
  if (!isOptional && control.role !== 'group') control.ariaRequired = 'true';
  focusTarget(field).autofocus = element.focus_on_load === true;
  if (json.dispatch_action === true) clickOnChange(field, element, view);
  form.add(field);
  return el('div', { class: 'block-input' }, label, control, hintLine);
}

/** The id by which a label leads to its control; a group is no control, and is named only. */
function labelled(control: HTMLElement): string | false {
  if (control.role !== null) return false;
  control.id = newId();
  return control.id;
}
