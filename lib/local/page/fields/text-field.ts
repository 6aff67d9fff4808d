import { optionalPlainText } from '../blocks/text.ts';
import { el } from '../dom.ts';
import { type Json, optional, readString } from '../json.ts';
import type { Field } from './field.ts';

/**
 * How long a text may be is judged when it is submitted, not while it is written: what is pasted is never cut off.
 * https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
 */
export function textField(json: Json): Field {
  const isMultiline = json.multiline === true;
  return written(json, isMultiline ? el('textarea', { rows: '4' }) : el('input', { type: 'text' }));
}

/** A text, because a browser gives no number as it was typed, and the workspace says what is wrong with it. */
export function numberField(json: Json): Field {
  const inputmode = json.is_decimal_allowed === true ? 'decimal' : 'numeric';
  return written(json, el('input', { type: 'text', inputmode }));
}

function written(json: Json, control: HTMLInputElement | HTMLTextAreaElement): Field {
  control.classList.add('field');
  control.autocomplete = 'off';
  control.autocapitalize = 'off';
  control.spellcheck = false;
  control.placeholder = optionalPlainText(json, 'placeholder') ?? '';
  control.value = optional(readString, json, 'initial_value') ?? '';
  return {
    control,
    read: () => control.value || null,
    write: (value) => {
      control.value = typeof value === 'string' ? value : '';
    },
    onChange: (listener) =>
      control.addEventListener('keydown', (event) => {
        if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return;
        if (event.isComposing || event.shiftKey) return;
        event.preventDefault();
        listener(control.value);
      }),
  };
}
