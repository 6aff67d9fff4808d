import { el } from './dom.ts';
import type { Words } from './words-en.ts';

/** Of the texts of messages that Slack folds: https://docs.slack.dev/reference/messaging/attachments (`text`). */
const LONGEST = 700;
const MOST_BREAKS = 5;

/** Whether Slack shows only the beginning of a text at first. */
export function isLong(text: string): boolean {
  return text.length > LONGEST || text.split('\n').length > MOST_BREAKS;
}

/** Shows the beginning, and the rest on demand. */
export function folded(content: HTMLElement, words: Words): HTMLElement {
  const button = el('button', { type: 'button', class: 'link', 'aria-expanded': 'false' }, words.seeMore);
  content.classList.add('folded');
  button.addEventListener('click', () => {
    const isFolded = content.classList.toggle('folded');
    button.ariaExpanded = String(!isFolded);
    button.textContent = isFolded ? words.seeMore : words.seeLess;
  });
  return el('div', { class: 'fold' }, content, button);
}
