import { el } from './dom.ts';
import { createTrouble } from './trouble.ts';
import type { View } from './view.ts';
import { createViewBlocks, type Use } from './view-blocks.ts';
import type { ListedView } from './views-api.ts';

interface Home {
  /** Says that there is nothing only after the bot has had its time. */
  open(task: () => Promise<string>): Promise<void>;
  update(home: ListedView | undefined): void;
}

type UseHome = (viewId: string, ...used: Parameters<Use<string>>) => Promise<string>;

/** What the bot shows to this person alone, in `pane`. */
export function createHome(pane: HTMLElement, view: View, use: UseHome): Home {
  const trouble = createTrouble(view.words);
  const blocks = createViewBlocks(view, (...used) => trouble.attempt(() => use(viewId, ...used)));
  const nothing = el('p', { class: 'no-home', hidden: true }, view.words.noHome);
  let viewId = '';
  let drawn = '';
  // Whoever has no pointer scrolls with the keys, for which it must take the focus.
  pane.tabIndex = 0;
  pane.replaceChildren(trouble.element, nothing, blocks.element);

  return {
    async open(task): Promise<void> {
      await trouble.attempt(task);
      nothing.hidden = viewId !== '';
    },
    update(home): void {
      const state = JSON.stringify(home ?? '');
      if (home === undefined || state === drawn) return;
      drawn = state;
      viewId = home.id;
      nothing.hidden = true;
      blocks.update(home);
    },
  };
}
