import { byId, icon } from './dom.ts';
import type { Words } from './words-en.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'theme';

/** Light, dark, or as the system has it: the button goes round, and the browser remembers. */
export function createTheme(): { update(words: Words): void } {
  const button = byId('theme', HTMLButtonElement);
  let theme = THEMES.find((each) => each === localStorage.getItem(KEY)) ?? 'system';
  let words: Words | undefined;

  const show = (): void => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(theme));
    if (!words) return;
    button.ariaLabel = words.theme(words.themes[theme]);
    button.title = button.ariaLabel;
  };
  button.addEventListener('click', () => {
    theme = nextOf(theme);
    localStorage.setItem(KEY, theme);
    show();
  });
  show();
  return {
    update(next): void {
      words = next;
      show();
    },
  };
}

function nextOf(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
