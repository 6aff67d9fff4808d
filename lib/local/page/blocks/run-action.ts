import { confirmed } from '../confirm.ts';
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
  const question = optional(readObject, json, 'confirm');
  if (question && !(await confirmed(question, view))) return;
  control.ariaBusy = 'true';
  control.ariaDisabled = 'true';
  const actionId = readString(json, 'action_id');
  await view.act(view.messageTs, value === undefined ? { actionId } : { actionId, value });
  control.ariaBusy = null;
  control.ariaDisabled = null;
}
