import { createModalFrame } from './modal-frame.ts';
import { createTrouble } from './trouble.ts';
import type { View } from './view.ts';
import { createViewBlocks, type Use } from './view-blocks.ts';
import type { ListedView, Values } from './views-api.ts';

/** What a person does in a modal. Gives back what went wrong, if anything did. */
export interface ModalHooks {
  readonly use: Use<string>;
  readonly submit: (values: Values) => Promise<string>;
  /** The person closed it; it is gone from the page already. Throws nothing. */
  readonly closed: () => void;
}

export interface Modal {
  update(view: ListedView): void;
  say(trouble: string): void;
  /** Takes it off the page. */
  remove(): void;
}

/**
 * A modal as Slack draws it, over the page and over the modals under it. The browser keeps the focus inside and gives
 * it back in the end, and closes it with Escape.
 */
export function openModal(view: View, hooks: ModalHooks): Modal {
  const trouble = createTrouble(view.words);
  const blocks = createViewBlocks(view, (...used) => trouble.attempt(() => hooks.use(...used)));
  const frame = createModalFrame(view.words, trouble.element, blocks.element);
  const { dialog, form, closers } = frame;
  // What comes in place of a loading view must be heard too.
  blocks.element.ariaLive = 'polite';
  let submission: ListedView['submit'] = null;
  let drawn = '';
  let isBusy = false;

  const setBusy = (busy: boolean): void => {
    isBusy = busy;
    frame.setBusy(busy);
  };
  const submit = async (): Promise<void> => {
    if (isBusy || submission === null) return;
    setBusy(true);
    await trouble.attempt(() => hooks.submit(blocks.values()));
    setBusy(false);
    blocks.wrong()?.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  for (const closer of closers) closer.addEventListener('click', () => isBusy || dialog.close());
  dialog.addEventListener('cancel', (event) => isBusy && event.preventDefault());
  dialog.addEventListener('close', () => {
    if (!dialog.isConnected) return;
    dialog.remove();
    hooks.closed();
  });

  return {
    say: trouble.say,
    // Drawn again only when it changed: else what stands in a live region would be read again.
    update(listed): void {
      const state = JSON.stringify(listed);
      if (state === drawn) return;
      drawn = state;
      submission = listed.submit;
      frame.update(listed);
      trouble.sayOfView(listed.errors[''] ?? '');
      blocks.update(listed);
      // Whoever does not see is told at once what the form is about: the focus passes it by.
      dialog.setAttribute('aria-describedby', blocks.intro().join(' '));
      if (!dialog.isConnected) show(dialog);
      // The button that was pressed is gone, when what takes the form's place has nothing to submit.
      if (document.activeElement === document.body) dialog.focus();
      // Who has not gone on to anything else is led to what there is to fill, as soon as it is there. On a touch
      // screen that would raise the keyboard over half of the view.
      const isUntouched = document.activeElement === dialog;
      if (isUntouched && window.matchMedia('(pointer: fine)').matches) blocks.first()?.focus();
    },
    remove(): void {
      dialog.close();
      dialog.remove();
    },
  };
}

/** The browser would give the focus to the cross, the first control of all. */
function show(dialog: HTMLDialogElement): void {
  document.body.append(dialog);
  dialog.showModal();
  dialog.focus();
}
