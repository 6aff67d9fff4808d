import { confirmed } from '../confirm.ts';
import type { Field } from '../fields/field.ts';
import { type Json, optional, readObject, readString } from '../json.ts';
import type { BlockView } from '../view.ts';

/**
 * What happens when somebody uses a control: its question, if it has one, then the click. The control is busy until
 * the bot is done. It keeps the focus meanwhile (`disabled` would lose it), so a second click is turned away here.
 */
export async function runAction(
  control: HTMLElement,
  json: Json,
  value: string | undefined,
  view: BlockView,
): Promise<void> {
  if (control.ariaBusy === 'true') return;
  if (!(await isMeant(json, view))) return;
  control.ariaBusy = 'true';
  control.ariaDisabled = 'true';
  const actionId = readString(json, 'action_id');
  await view.use(value === undefined ? { actionId } : { actionId, value });
  control.ariaBusy = null;
  control.ariaDisabled = null;
}

/** Each change of the field is a click, however fast they come; one that is denied is taken back. */
export function clickOnChange(field: Field, json: Json, view: BlockView): void {
  const actionId = readString(json, 'action_id');
  let before = field.read();
  field.onChange(async (value) => {
    if (!(await isMeant(json, view))) return field.write(before);
    before = field.read();
    await view.use({ actionId, value });
  });
}

async function isMeant(json: Json, view: BlockView): Promise<boolean> {
  const question = optional(readObject, json, 'confirm');
  return question === undefined || confirmed(question, view);
}
