import { el } from './dom.ts';
import { inWords } from './status.ts';
import type { Words } from './words-en.ts';

interface Trouble {
  readonly element: HTMLElement;
  /** What went wrong on the way; nothing when the text is empty. */
  say(text: string): void;
  /** What Slack says of the whole view. It stands while nothing else is wrong. */
  sayOfView(text: string): void;
  /** Does what a person asks for, and says what goes wrong with it, given back or thrown. */
  attempt(task: () => Promise<string>): Promise<void>;
}

/** The line on top of a view. */
export function createTrouble(words: Words): Trouble {
  const element = el('p', { class: 'view-trouble', role: 'alert', hidden: true });
  let said = '';
  let ofView = '';

  const show = (): void => {
    element.textContent = said || ofView;
    element.hidden = element.textContent === '';
  };
  const say = (text: string): void => {
    said = text;
    show();
  };
  return {
    element,
    say,
    sayOfView(text): void {
      ofView = text;
      show();
    },
    async attempt(task): Promise<void> {
      say('');
      say(await task().catch((error: unknown) => inWords(error, words)));
    },
  };
}
