import { el, newId } from './dom.ts';
import { type Found, findHints, type Hint, NOTHING } from './find-hints.ts';
import type { Words } from './words-en.ts';

/** What the hints of a box depend on. */
export interface HintPlace {
  readonly hints: readonly Hint[];
  /** What a command may begin with here. */
  readonly before: readonly string[];
  readonly words: Words;
}

export interface Hints {
  show(typed: string): void;
  hide(): void;
  /** Whether the key was meant for the list. */
  press(key: string): boolean;
  onChoose(choose: (text: string) => void): void;
}

/**
 * The list over a message box of what can be typed there. The focus stays in the box, which says which hint is active:
 * https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_focus_activedescendant
 */
export function createHints(box: HTMLTextAreaElement, list: HTMLElement, place: () => HintPlace): Hints {
  let found: Found = NOTHING;
  let active = -1;
  let choose: (text: string) => void = () => undefined;
  list.id ||= newId();
  list.role = 'listbox';
  list.hidden = true;

  const mark = (index: number): void => {
    active = index;
    for (const [at, item] of [...list.children].entries()) item.ariaSelected = String(at === active);
    const item = list.children[active];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) box.setAttribute('aria-activedescendant', item.id);
    else box.removeAttribute('aria-activedescendant');
  };
  const hide = (): void => {
    list.hidden = true;
    mark(-1);
  };
  const take = (index: number): void => {
    const hint = found.hints[index];
    if (!hint || !found.completes) return;
    choose(lineOf(hint));
    box.focus();
  };
  const lineOf = ({ line }: Hint): string => [found.before, line].filter(Boolean).join(' ');
  const draw = (): void => {
    const { words } = place();
    list.ariaLabel = words.hints;
    list.classList.toggle('usage', !found.completes);
    list.replaceChildren(
      ...found.hints.map((hint, at) => {
        const attributes = { id: newId(), role: 'option', 'aria-selected': 'false' };
        const item = el('div', attributes, el('code', {}, lineOf(hint)), el('span', {}, hint.about));
        item.ariaDisabled = found.completes ? null : 'true';
        // Before the box loses the focus, which hides the list.
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(at);
        });
        return item;
      }),
    );
  };

  /** What a key does in the list; undefined when it is for the box. */
  const meaning = (key: string): (() => void) | undefined => {
    if (key === 'Escape') return hide;
    if (!found.completes) return undefined;
    if (key === 'ArrowDown') return () => mark((active + 1) % found.hints.length);
    if (key === 'Tab') return () => take(Math.max(active, 0));
    if (active < 0) return undefined;
    if (key === 'ArrowUp') return () => mark(active - 1);
    return key === 'Enter' ? () => take(active) : undefined;
  };
  return {
    hide,
    onChoose: (tell) => {
      choose = tell;
    },
    show(text): void {
      found = findHints(text, place().before, place().hints);
      draw();
      list.hidden = found.hints.length === 0;
      mark(-1);
    },
    press(key): boolean {
      const doing = list.hidden ? undefined : meaning(key);
      doing?.();
      return doing !== undefined;
    },
  };
}
