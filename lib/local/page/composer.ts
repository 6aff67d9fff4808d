import { byId, el } from './dom.ts';
import { createHints, type HintPlace } from './hints.ts';
import { createMessageBox, type MessageBox } from './message-box.ts';

interface Composer extends MessageBox {
  /** Sets the text, unless somebody has begun to type before the page was ready. */
  suggest(text: string): void;
  showExamples(examples: readonly string[]): void;
}

/** The message box of the conversation. */
export function createComposer(submit: (text: string) => Promise<boolean>, place: () => HintPlace): Composer {
  const form = byId('composer', HTMLFormElement);
  const box = byId('text', HTMLTextAreaElement);
  const hints = createHints(box, byId('hints', HTMLElement), place);
  const composer = createMessageBox({ form, box, hints, submit });
  return {
    ...composer,
    suggest(text): void {
      if (box.value === '') composer.setText(text);
    },
    showExamples(examples): void {
      const buttons = examples.map((example) => {
        const button = el('button', { type: 'button', class: 'example' }, example);
        button.addEventListener('click', () => {
          composer.setText(example);
          composer.focus();
        });
        return button;
      });
      byId('examples', HTMLElement).replaceChildren(...buttons);
    },
  };
}
