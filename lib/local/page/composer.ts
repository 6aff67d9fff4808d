import { byId, el } from './dom.ts';
import { createHistory } from './history.ts';
import type { Words } from './words-en.ts';

/** Sends the text; false when it was not sent and should stand in the box again. */
type Submit = (text: string, threadTs: string | undefined) => Promise<boolean>;

interface Target {
  readonly ts: string;
  readonly author: string;
}

/** The message box: Enter sends, Shift+Enter makes a new line, arrow up brings back what was sent. */
export function createComposer(submit: Submit) {
  const form = byId('composer', HTMLFormElement);
  const box = byId('text', HTMLTextAreaElement);
  const history = createHistory();
  const target = createTarget();

  const setText = (text: string): void => {
    box.value = text;
    grow(box);
    box.setSelectionRange(text.length, text.length);
  };
  const send = async (): Promise<void> => {
    const text = box.value.trim();
    if (text === '') return;
    const threadTs = target.ts();
    history.add(text);
    setText('');
    const sent = await submit(text, threadTs);
    if (!sent && box.value === '') setText(text);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  box.addEventListener('input', () => grow(box));
  new ResizeObserver(() => grow(box)).observe(box);
  box.addEventListener('keydown', (event) => {
    // While an input method composes, Enter picks a word and the arrows move among its candidates.
    if (event.isComposing || event.shiftKey) return;
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
    focus: (): void => box.focus(),
    replyTo(parent: Target, words: Words): void {
      target.set(parent, words);
      box.focus();
    },
    update(conversation: string, words: Words): void {
      target.set(undefined, words);
      box.placeholder = words.placeholder(conversation);
      box.ariaLabel = box.placeholder;
    },
    showExamples(examples: readonly string[]): void {
      const buttons = examples.map((example) => {
        const button = el('button', { type: 'button', class: 'example' }, example);
        button.addEventListener('click', () => {
          setText(example);
          box.focus();
        });
        return button;
      });
      byId('examples', HTMLElement).replaceChildren(...buttons);
    },
  };
}

/** The thread that the next text goes to, and the line that says so. */
function createTarget() {
  const line = byId('thread-target', HTMLElement);
  let target: Target | undefined;
  const set = (next: Target | undefined, words: Words): void => {
    target = next;
    line.hidden = !next;
    const leave = el('button', { type: 'button', class: 'link' }, words.leaveThread);
    leave.addEventListener('click', () => set(undefined, words));
    line.replaceChildren(...(next ? [words.replyingTo(next.author), ' ', leave] : []));
  };
  return { set, ts: (): string | undefined => target?.ts };
}

/** The box is as high as its text; the style sheet limits it. */
function grow(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
