import { byId, el, icon } from './dom.ts';
import { drawInteraction } from './interaction.ts';
import { fetchLast } from './last.ts';
import { startPoll } from './poll.ts';
import type { Side } from './side.ts';
import { createStage } from './stage.ts';
import { inWords } from './status.ts';
import type { View } from './view.ts';

export interface Inspector {
  /** Another person reads it, or in other words. */
  update(view: View): void;
  refresh(): void;
}

/** The panel behind the scenes: what can be made to happen, and what followed from what was done last. */
export function createInspector(side: Side, hasLts: boolean): Inspector {
  const panel = byId('inspector', HTMLElement);
  const opener = byId('open-inspector', HTMLButtonElement);
  let view: View | undefined;
  let poll: ReturnType<typeof startPoll> | undefined;

  const draw = (): void => {
    if (!view) return;
    const { words } = view;
    const close = el(
      'button',
      { type: 'button', class: 'cross', 'aria-label': words.closePanel },
      icon('close'),
    );
    close.addEventListener('click', () => side.close());
    const title = el('div', {}, el('h2', {}, words.behind), el('p', {}, words.behindHint));
    const last = el('div', { class: 'last' });
    const trouble = el('p', { class: 'error', role: 'alert' });
    const stage = hasLts ? createStage(words, () => poll?.nudge()) : undefined;
    const body = el('div', { class: 'scroller inspector-body' }, stage?.element ?? null, trouble, last);
    body.tabIndex = 0;
    panel.replaceChildren(el('header', { class: 'panel-head' }, title, close), body);
    panel.ariaLabel = words.behind;
    follow(view, last, trouble, stage?.refresh);
  };
  const follow = (
    reader: View,
    last: HTMLElement,
    trouble: HTMLElement,
    refreshStage: (() => Promise<void>) | undefined,
  ): void => {
    let drawn = '';
    poll?.stop();
    poll = startPoll(async (signal) => {
      try {
        const interaction = await fetchLast(signal);
        await refreshStage?.();
        if (signal.aborted) return;
        trouble.textContent = '';
        const state = JSON.stringify(interaction);
        if (state !== drawn)
          keepOpen(last, () => last.replaceChildren(...drawInteraction(interaction, reader)));
        drawn = state;
      } catch (error) {
        if (!signal.aborted) trouble.textContent = inWords(error, reader.words);
      }
    });
  };
  const close = (): void => {
    poll?.stop();
    poll = undefined;
    opener.ariaExpanded = 'false';
  };
  opener.addEventListener('click', () => {
    if (side.isOpen('inspector')) return side.close();
    side.open('inspector', { closed: close, focus: () => panel.querySelector('button')?.focus() });
    opener.ariaExpanded = 'true';
    draw();
    panel.querySelector('button')?.focus();
  });

  return {
    refresh: () => poll?.nudge(),
    update(next): void {
      view = next;
      if (side.isOpen('inspector')) draw();
    },
  };
}

/** What the reader has unfolded stays so when more becomes known. */
function keepOpen(root: HTMLElement, change: () => void): void {
  const open = [...root.querySelectorAll('details[open]')].map((each) => each.id);
  const focused = document.activeElement?.closest('details')?.id;
  const isInside = root.contains(document.activeElement);
  change();
  for (const details of root.querySelectorAll('details')) if (open.includes(details.id)) details.open = true;
  if (isInside && focused) root.querySelector<HTMLElement>(`#${focused} > summary`)?.focus();
}
