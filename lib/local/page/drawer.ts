import { byId } from './dom.ts';

/** Narrow windows fold the sidebar away behind a button. While it is open, the rest takes neither focus nor clicks. */
export function createDrawer(): { close(): void } {
  const sidebar = byId('sidebar', HTMLElement);
  const main = byId('main', HTMLElement);
  const opener = byId('open-sidebar', HTMLButtonElement);
  const backdrop = byId('backdrop', HTMLElement);

  const set = (open: boolean): void => {
    document.body.classList.toggle('drawer-open', open);
    opener.ariaExpanded = String(open);
    main.inert = open;
    backdrop.hidden = !open;
  };
  const close = (): void => {
    if (!main.inert) return;
    set(false);
    opener.focus();
  };
  opener.addEventListener('click', () => {
    set(true);
    (sidebar.querySelector<HTMLElement>('[aria-current]') ?? sidebar).focus();
  });
  byId('close-sidebar', HTMLButtonElement).addEventListener('click', close);
  backdrop.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  // In a wide window the sidebar always stands beside the messages: nothing may stay inert there.
  window.matchMedia('(min-width: 720px)').addEventListener('change', () => set(false));
  return { close };
}
