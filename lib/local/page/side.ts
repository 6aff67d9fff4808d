import { byId } from './dom.ts';

type SideName = 'thread' | 'inspector';

interface Opening {
  /** Is called when it is closed, however. */
  readonly closed?: () => void;
  /** What takes the focus; absent: the focus stays where it is. */
  readonly focus?: () => void;
}

export interface Side {
  open(name: SideName, opening: Opening): void;
  close(): void;
  isOpen(name: SideName): boolean;
}

/**
 * The panel beside the conversation: a thread, or what goes on behind. Only one is open. A narrow window it covers, and
 * then the rest takes neither focus nor clicks. Escape closes it, and the focus goes back to where it came from.
 */
export function createSide(): Side {
  const panels = { thread: byId('thread', HTMLElement), inspector: byId('inspector', HTMLElement) };
  const main = byId('main', HTMLElement);
  const narrow = window.matchMedia('(width < 720px)');
  let open: SideName | undefined;
  let closed: () => void = () => undefined;
  let opener: Element | null = null;

  const show = (): void => {
    for (const [name, panel] of Object.entries(panels)) panel.hidden = name !== open;
    document.body.classList.toggle('side-open', open !== undefined);
    main.inert = open !== undefined && narrow.matches;
  };
  const close = (): void => {
    if (open === undefined) return;
    const hadFocus = panels[open].contains(document.activeElement);
    open = undefined;
    show();
    closed();
    if (hadFocus && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  for (const panel of Object.values(panels)) {
    panel.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    });
  }
  narrow.addEventListener('change', show);

  return {
    close,
    isOpen: (name) => open === name,
    open(name, opening): void {
      const before = document.activeElement;
      close();
      open = name;
      opener = before;
      closed = opening.closed ?? (() => undefined);
      show();
      opening.focus?.();
    },
  };
}
