import { byId } from './dom.ts';

/** How far from its end, in px, a list still counts as being at its end. */
const nearEnd = 48;

export interface Scroll {
  toEnd(): void;
  /** Makes a change to the content; `hasNew` when something was added at its end. */
  around(change: () => void, hasNew: boolean): void;
}

/**
 * Keeps the reader's place: whoever is at the end stays at the end, whoever reads further up is left in peace and is
 * told by a button that there is more.
 */
export function createScroll(): Scroll {
  const scroller = byId('scroller', HTMLElement);
  const more = byId('new-messages', HTMLButtonElement);
  let isAtEnd = true;
  let width = scroller.clientWidth;
  // Whoever has no pointer scrolls with the keys, for which the list must take the focus.
  scroller.tabIndex = 0;

  const toEnd = (): void => {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'instant' });
    isAtEnd = true;
    more.hidden = true;
  };
  scroller.addEventListener('scroll', () => {
    // A panel has opened or closed beside it, and what is in it has another height: nobody has scrolled.
    if (scroller.clientWidth !== width) return;
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
    if (isAtEnd) more.hidden = true;
  });
  more.addEventListener('click', toEnd);
  // The frame changes its height too: the message box grows, a phone is turned.
  new ResizeObserver(() => {
    width = scroller.clientWidth;
    if (isAtEnd) toEnd();
  }).observe(scroller);
  return {
    toEnd,
    around(change, hasNew): void {
      const stay = isAtEnd;
      change();
      if (stay) toEnd();
      else if (hasNew) more.hidden = false;
    },
  };
}
