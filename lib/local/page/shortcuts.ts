import { openMenu } from './blocks/menu.ts';
import { byId } from './dom.ts';
import type { LocalInfo, Shortcut } from './local-info.ts';

export function shortcutsOf({ slack }: LocalInfo, type: Shortcut['type']): Shortcut[] {
  return slack.app.shortcuts.filter((each) => each.type === type);
}

/** The button beside the message box, whose menu has the shortcuts that work everywhere. */
export function createShortcuts(info: LocalInfo, run: (callbackId: string) => void): (label: string) => void {
  const button = byId('shortcuts', HTMLButtonElement);
  const shortcuts = shortcutsOf(info, 'global');
  const entries = shortcuts.map(({ callbackId, name }) => {
    return { value: callbackId, text: name, description: undefined };
  });
  let label = '';
  button.addEventListener('click', () => openMenu(button, { label, entries, chosen: undefined }, run));
  return (named) => {
    label = named;
    button.hidden = shortcuts.length === 0;
  };
}
