import { optionalPlainText } from '../blocks/text.ts';
import { el } from '../dom.ts';
import { type Json, optional, readNumber, readString } from '../json.ts';
import type { View } from '../view.ts';
import type { Field } from './field.ts';

/** A day or a time of day, as the browser lets people pick it. */
export function pickerField(json: Json, kind: 'date' | 'time'): Field {
  const control = picker(json, kind);
  control.value = optional(readString, json, `initial_${kind}`) ?? '';
  return {
    control,
    read: () => control.value || null,
    write: (value) => {
      control.value = typeof value === 'string' ? value : '';
    },
    onChange: (listener) => onPick(control, () => listener(control.value)),
  };
}

/** A moment in epoch seconds, which the person picks in the zone that Slack knows of them, not in the browser's. */
export function momentField(json: Json, { clock }: View): Field {
  const control = picker(json, 'datetime-local');
  const read = (): string | null =>
    control.value === '' ? null : String(clock.atWall(control.value) / 1000);
  const write = (seconds: number | undefined): void => {
    control.value = seconds === undefined ? '' : clock.onWall(seconds * 1000);
  };
  write(optional(readNumber, json, 'initial_date_time'));
  return {
    control,
    read,
    write: (value) => write(typeof value === 'string' ? Number(value) : undefined),
    onChange: (listener) => onPick(control, () => listener(read() ?? '')),
  };
}

function picker(json: Json, type: string): HTMLInputElement {
  const label = optionalPlainText(json, 'placeholder') ?? false;
  return el('input', { type, class: 'field picker', 'aria-label': label });
}

/** An emptied picker tells nothing. */
function onPick(control: HTMLInputElement, tell: () => void): void {
  control.addEventListener('change', () => control.value !== '' && tell());
}
