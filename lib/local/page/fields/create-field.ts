import { type Json, readString, ShapeError } from '../json.ts';
import type { View } from '../view.ts';
import { choiceField } from './choice-field.ts';
import { type Field, focusTarget } from './field.ts';
import { momentField, pickerField } from './picker-field.ts';
import { selectField } from './select-field.ts';
import { numberField, textField } from './text-field.ts';

/** The field of an element. https://docs.slack.dev/reference/block-kit/block-elements */
export function createField(json: Json, view: View): Field {
  const field = drawField(json, view);
  focusTarget(field).dataset.action = readString(json, 'action_id');
  return field;
}

function drawField(json: Json, view: View): Field {
  const type = readString(json, 'type');
  switch (type) {
    case 'plain_text_input':
      return textField(json);
    case 'number_input':
      return numberField(json);
    case 'static_select':
      return selectField(json, view);
    case 'multi_static_select':
    case 'checkboxes':
      return choiceField(json, 'checkbox', view);
    case 'radio_buttons':
      return choiceField(json, 'radio', view);
    case 'datepicker':
      return pickerField(json, 'date');
    case 'timepicker':
      return pickerField(json, 'time');
    case 'datetimepicker':
      return momentField(json, view);
    default:
      throw new ShapeError(`unknown element ${type}`);
  }
}
