import type { Hints } from './hints.ts';
import { createHistory } from './history.ts';

export interface MessageBox {
  setText(text: string): void;
  focus(): void;
  /** What stands in it while it is empty, which is its name too. */
  name(text: string): void;
}

interface Parts {
  readonly form: HTMLFormElement;
  readonly box: HTMLTextAreaElement;
  readonly hints: Hints;
  /** Sends the text; false when it was not sent and should stand in the box again. */
  readonly submit: (text: string) => Promise<boolean>;
}

/** A message box: Enter sends, Shift+Enter makes a new line, arrow up brings back what was sent. */
export function createMessageBox({ form, box, hints, submit }: Parts): MessageBox {
  const history = createHistory();

  const setText = (text: string): void => {
    box.value = text;
    hints.hide();
    grow(box);
    box.setSelectionRange(text.length, text.length);
  };
  const send = async (): Promise<void> => {
    const text = box.value.trim();
    if (text === '') return;
    history.add(text);
    setText('');
    const sent = await submit(text);
    if (!sent && box.value === '') setText(text);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  box.addEventListener('input', () => {
    grow(box);
    hints.show(box.value);
  });
  box.addEventListener('blur', () => hints.hide());
  hints.onChoose((text) => setText(text));
  new ResizeObserver(() => grow(box)).observe(box);
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word and the arrows move among its candidates.
    if (event.isComposing || event.shiftKey) return;
    if (hints.press(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void send();
      return;
    }
    const text = history.move(event.key, box.value);
    if (text === undefined) return;
    event.preventDefault();
    setText(text);
  });

  return {
    setText,
    focus: () => box.focus(),
    name(text): void {
      box.placeholder = text;
      box.ariaLabel = text;
    },
  };
}

/** The box is as high as its text; the style sheet limits it. */
function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
