import { botAvatar } from './avatar.ts';
import { el, icon, newId } from './dom.ts';
import type { ListedView } from './views-api.ts';
import type { Words } from './words-en.ts';

interface ModalFrame {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  /** The cross, and the button beside the one that submits. */
  readonly closers: readonly HTMLButtonElement[];
  update(view: ListedView): void;
  /** Its buttons keep the focus meanwhile: `disabled` would lose it. */
  setBusy(isBusy: boolean): void;
}

/** What stands around the content of a modal: title and buttons. */
export function createModalFrame(words: Words, ...content: readonly HTMLElement[]): ModalFrame {
  const title = el('h2', { id: newId() });
  const cross = el('button', { type: 'button', class: 'cross', 'aria-label': words.close }, icon('close'));
  const close = el('button', { type: 'button', class: 'button default' });
  const submit = el('button', { class: 'button primary' });
  const header = el('header', {}, botAvatar(), title, cross);
  const form = el('form', { novalidate: true }, header, ...content, el('footer', {}, close, submit));
  const named = { 'aria-modal': 'true', 'aria-labelledby': title.id };
  const dialog = el('dialog', { class: 'view', tabindex: '-1', ...named }, form);

  return {
    dialog,
    form,
    closers: [cross, close],
    update(view): void {
      title.textContent = view.title;
      submit.hidden = view.submit === null;
      submit.textContent = view.submit;
      close.textContent = view.close ?? (submit.hidden ? words.close : words.deny);
    },
    setBusy(isBusy): void {
      for (const button of [submit, close, cross]) button.ariaDisabled = isBusy ? 'true' : null;
      submit.ariaBusy = isBusy ? 'true' : null;
    },
  };
}
