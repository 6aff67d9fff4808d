import { optionalPlainText, textObject } from './blocks/text.ts';
import { el } from './dom.ts';
import { type Json, optional, readObject, readString } from './json.ts';
import type { View } from './view.ts';

/** Asks the question of a control's confirm object. False when it is denied or closed with Escape. */
export function confirmed(question: Json, view: View): Promise<boolean> {
  const style = optional(readString, question, 'style') === 'danger' ? 'danger' : 'primary';
  const deny = el(
    'button',
    { class: 'button default', value: 'no' },
    optionalPlainText(question, 'deny') ?? view.words.deny,
  );
  const confirm = el(
    'button',
    { class: `button ${style}`, value: 'yes' },
    optionalPlainText(question, 'confirm') ?? view.words.confirm,
  );
  const text = optional(readObject, question, 'text');
  const dialog = el(
    'dialog',
    { class: 'confirm', 'aria-labelledby': 'confirm-title' },
    el(
      'form',
      { method: 'dialog' },
      el('h2', { id: 'confirm-title' }, optionalPlainText(question, 'title') ?? ''),
      text ? el('div', { class: 'prose' }, textObject(text, view)) : null,
      el('div', { class: 'confirm-buttons' }, deny, confirm),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
