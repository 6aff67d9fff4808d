import { el } from '../dom.ts';

export type MenuEntry =
  | { readonly heading: string }
  | { readonly value: string; readonly text: string; readonly description: string | undefined };

interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly chosen: string | undefined;
}

const gap = 4;

/**
 * Opens a menu at `control`. Arrow keys, Home, End and first letters move; Enter chooses; Escape or a click elsewhere
 * closes, both of which the browser does for a popover.
 */
export function openMenu(control: HTMLElement, menu: Menu, choose: (value: string) => void): void {
  if (control.ariaBusy === 'true') return;
  const popup = el('div', { class: 'menu', popover: 'auto', role: 'menu', 'aria-label': menu.label });
  const close = (): void => popup.hidePopover();
  popup.append(
    ...menu.entries.map((entry) => {
      if ('heading' in entry)
        return el('div', { class: 'menu-heading', role: 'presentation' }, entry.heading);
      const item = menuItem(entry, entry.value === menu.chosen);
      item.addEventListener('click', () => {
        close();
        choose(entry.value);
      });
      return item;
    }),
  );
  popup.addEventListener('keydown', moveFocus);
  popup.addEventListener('toggle', () => {
    if (popup.matches(':popover-open')) return;
    control.ariaExpanded = 'false';
    const hadFocus = popup.contains(document.activeElement) || document.activeElement === document.body;
    popup.remove();
    if (hadFocus) control.focus();
  });
  // What is outside of an open dialog takes neither clicks nor focus.
  (control.closest('dialog') ?? document.body).append(popup);
  popup.showPopover();
  control.ariaExpanded = 'true';
  place(popup, control.getBoundingClientRect());
  (popup.querySelector<HTMLElement>('[aria-current]') ?? itemsOf(popup)[0])?.focus();
}

function menuItem(entry: Exclude<MenuEntry, { heading: string }>, isChosen: boolean): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      role: 'menuitem',
      tabindex: '-1',
      'data-value': entry.value,
      'aria-current': isChosen && 'true',
    },
    el('span', {}, entry.text),
    entry.description === undefined ? null : el('small', {}, entry.description),
  );
}

/** Below the control, or above it where the window ends. */
function place(popup: HTMLElement, at: DOMRect): void {
  const { width, height } = popup.getBoundingClientRect();
  const below = at.bottom + gap + height <= window.innerHeight || at.top < height + gap;
  popup.style.top = `${below ? at.bottom + gap : at.top - gap - height}px`;
  popup.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - width - gap))}px`;
}

function itemsOf(popup: Element): HTMLElement[] {
  return [...popup.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function moveFocus(event: KeyboardEvent): void {
  const popup = event.currentTarget;
  if (!(popup instanceof Element)) return;
  const items = itemsOf(popup);
  const now = items.findIndex((item) => item.matches(':focus'));
  const next = nextIndex(event.key, now, items);
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

function nextIndex(key: string, now: number, items: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (now + 1) % items.length;
  if (key === 'ArrowUp') return (now - 1 + items.length) % items.length;
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLowerCase();
  const found = items.findIndex(
    (item, at) => at > now && item.textContent.trim().toLowerCase().startsWith(letter),
  );
  return found < 0 ? undefined : found;
}
