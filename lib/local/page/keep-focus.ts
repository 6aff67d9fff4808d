/**
 * Draws `root` anew by `change`. When the focus was inside, it goes to the control that now has the same action, and
 * that control stays where it was in the window, so that paging through a message needs no hunt for its button.
 */
export function keepFocus(root: HTMLElement, change: () => void): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !root.contains(active)) {
    change();
    return;
  }
  const action = active.dataset.action;
  const before = active.getBoundingClientRect().top;
  change();
  if (active.isConnected) return;
  const same =
    action === undefined ? null : root.querySelector<HTMLElement>(`[data-action=${CSS.escape(action)}]`);
  const next = same ?? root.querySelector<HTMLElement>('[data-action]') ?? root;
  next.focus({ preventScroll: true });
  root
    .closest('.scroller')
    ?.scrollBy({ top: next.getBoundingClientRect().top - before, behavior: 'instant' });
}
